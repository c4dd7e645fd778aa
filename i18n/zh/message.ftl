# 寄给卖家或物流公司的信；结构见 en/message.ftl。

greeting-seller = 您好！
greeting-carrier = 您好！
closing-seller = 谢谢！
closing-carrier = 谢谢，盼复。

date = { $year }年{ $month }月{ $day }日
listed = { $first }，{ $then }

numbers = { $count ->
   *[other] 运单号 { $numbers }
}
about-both = { $count ->
   *[other] 我想咨询订单 { $orders }（{ $numbers }）。
}
about-orders = { $count ->
   *[other] 我想咨询订单 { $orders }。
}
about-numbers = 我想咨询一件寄给我的包裹（{ $numbers }）。
about-none = 我想咨询一件寄给我的包裹。

last-scan = 最新的物流信息是：“{ $text }”。
last-scan-at = 最新的物流信息（{ $at }）是：“{ $text }”。
protection = 买家保护期到{ $protected }为止，请在此之前回复我，以免我不得不提起纠纷。
expected-late = 包裹预计要到{ $expected }才能送达。

no-number-says = { $ordered ->
    [none] 我至今还没有收到运单号。
   *[other] 我是{ $ordered }下的单，至今还没有收到运单号。
}
no-number-seller = 请问是否已经发货？麻烦您把运单号发给我。

not-shipped-says = { $shipped ->
    [none] { $told ->
        [yes] 物流信息里看不到承运商已经揽收包裹。
       *[no] 我看不到包裹是否已经发出。
    }
   *[other] { $told ->
        [yes] 页面显示{ $shipped }已发货，但物流信息里看不到承运商已经揽收包裹。
       *[no] 页面显示{ $shipped }已发货。
    }
}{ $days ->
    [0] {""}
   *[other] 已经 { $days } 天没有更新了。
}
not-shipped-seller = 麻烦您核实一下包裹是否已经交给物流公司，是哪一天交的。如果还没有发出，请告诉我什么时候发货。

not-tracked-says = { $days ->
    [0] 在物流查询网站上查不到这个包裹。
   *[other] 在物流查询网站上已经 { $days } 天查不到这个包裹。
}
not-tracked-seller = 麻烦您核对一下运单号，并问一下物流公司为什么查不到。如果包裹是用另一个单号寄出的，请把那个单号发给我。
not-tracked-carrier = 请问你们有这个单号的记录吗？包裹是什么时候交给你们的？

wrong-number-says = 这个运单号好像有误。
wrong-number-seller = 麻烦您核对一下，把正确的运单号发给我。

stuck-says = { $told ->
    [yes] { $days ->
        [0] 物流信息一直没有进展。
       *[other] 物流信息已经 { $days } 天没有更新了。
    }
   *[no] { $days ->
        [0] 我还没有看到包裹的任何消息。
       *[other] 我已经 { $days } 天没有看到包裹的任何消息。
    }
}
stuck-seller = 麻烦您问一下物流公司包裹现在在哪里，并把结果告诉我。
stuck-carrier = 请问包裹现在在哪里，什么时候能继续运送？如果需要申请查件，请告诉我怎么办理。

at-customs-says = { $told ->
    [yes] 物流信息显示包裹
   *[no] 包裹
}在海关{ $days ->
    [0] 。
   *[other] ，已经 { $days } 天没有更新了。
}
at-customs-seller = 麻烦您问一下物流公司，海关是否需要您或我提供什么资料。
at-customs-carrier = 请问为什么还没有放行，是否需要我提供资料或缴费？

customs-papers-says = { $told ->
    [yes] 物流信息显示海关要求补充资料。
   *[no] 海关要求补充资料。
}
customs-papers-seller = 麻烦您发给我一份发票，写明商品名称、价格和您的地址，我要提交给海关。
customs-papers-carrier = 请问需要哪些资料或缴纳哪些费用，交到哪里，截止到哪一天？

held-says = { $told ->
    [yes] 物流信息显示包裹
   *[no] 包裹
}因检查或费用被扣留。
held-seller = 麻烦您问一下物流公司是什么原因，是否需要您或我提供资料。
held-carrier = 请问是什么原因，我需要怎么做才能放行？

hold-longer-says = { $told ->
    [yes] 物流信息显示包裹
   *[no] 包裹
}正在等待领取{ $kept ->
    [none] 。
   *[other] ，保管到{ $kept }。
}
hold-longer-carrier = { $kept ->
    [none] 请问包裹具体存放在哪里，保管到哪一天？如果可以，请延长保管时间，不要退回，我要去领取。
   *[other] 请问包裹具体存放在哪里？如果可以，请延长保管时间，不要退回，我要去领取。
}

delivery-failed-says = { $told ->
    [yes] 物流信息显示包裹
   *[no] 包裹
}派送失败。
delivery-failed-seller = 麻烦您请物流公司重新派送，并核对一下我的地址和电话是否正确。
delivery-failed-carrier = 请问是什么原因？麻烦重新派送，或者告诉我可以在哪里领取。

wrong-address-says = { $told ->
    [yes] 物流信息显示地址有误或不完整。
   *[no] 地址有误或不完整。
}
wrong-address-seller = 麻烦您核对一下包裹上的地址和我订单里的是否一致，如果不一致，请物流公司更正。
wrong-address-carrier = 请问缺少哪些信息？我会马上把完整的地址和电话发给你们。

going-back-says = { $told ->
    [yes] 物流信息显示包裹
   *[no] 包裹
}正在退回寄件人，我没有收到货。
going-back-seller = 请问是什么原因？麻烦您重新寄出，或者给我退款。
going-back-carrier = 请问是什么原因？如果还来得及，请停止退回，把包裹送给我。

damaged-says = { $told ->
    [yes] 物流信息显示包裹
   *[no] 包裹
}在运输途中损坏了。
damaged-seller = 请问您打算怎么处理，是补发还是退款？
damaged-carrier = 请问损坏程度如何，还会派送吗？麻烦给我出具一份破损证明。

problem-says = { $told ->
    [yes] 物流信息显示包裹
   *[no] 包裹
}出现了异常。
problem-seller = 麻烦您问一下物流公司发生了什么，并告诉我接下来怎么办。
problem-carrier = 请问发生了什么，需要怎么做才能把包裹送到？

not-coming-says = { $told ->
    [yes] 物流信息显示包裹
   *[no] 包裹
}不会再派送，我没有收到货。
not-coming-seller = 麻烦您给我退款，或者重新寄一件。
not-coming-carrier = 麻烦书面确认包裹没有送达以及原因，我要提供给寄件人。

not-received-says = { $delivered ->
    [none] { $told ->
        [yes] 物流信息显示包裹已经送达，但我没有收到。
       *[no] 据说包裹已经送达，但我没有收到。
    }
   *[other] 物流信息显示包裹已于{ $delivered }送达，但我没有收到。
}
not-received-seller = 麻烦您向物流公司索取签收证明：是谁、什么时候、在哪个地址签收的。
not-received-carrier = 请问包裹是什么时候、在哪个地址交给谁的？麻烦提供签收证明。

contradiction-says = 各个网站的物流信息互相矛盾，不清楚包裹到底在哪里。
contradiction-seller = 麻烦您向物流公司核实一下包裹的实际位置。
contradiction-carrier = 请问包裹现在到底在哪里？

extend-says = { $protected ->
    [none] 包裹还没有到。
   *[other] 包裹还没有到，而买家保护期到{ $protected }就结束了。
}
extend-seller = 麻烦您延长买家保护期，让包裹有时间送到，这样我就不用提起纠纷了。
