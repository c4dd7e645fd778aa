# Letters about a parcel, as they are sent to a seller or a carrier. A letter is put together from
#   greeting, about, what is the matter, the newest scan, what is asked for, the protection, closing.
# The same ids are in en, ru and zh, with the same arguments; a test holds that.
# Absent texts are "none", absent days 0: a sentence is whole without them. $told is "yes" where the tracking says so
# itself, "no" where only the writer does.

greeting-seller = Hello,
greeting-carrier = Dear Sir or Madam,
closing-seller = Thank you for your help!
closing-carrier =
    Thank you in advance.
    Kind regards

date = { $day } { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
} { $year }
listed = { $first }, { $then }

numbers = { $count ->
    [one] tracking number { $numbers }
   *[other] tracking numbers { $numbers }
}
about-both = { $count ->
    [one] I am writing about my order { $orders } ({ $numbers }).
   *[other] I am writing about my orders { $orders } ({ $numbers }).
}
about-orders = { $count ->
    [one] I am writing about my order { $orders }.
   *[other] I am writing about my orders { $orders }.
}
about-numbers = I am writing about a parcel for me ({ $numbers }).
about-none = I am writing about a parcel that I am waiting for.

last-scan = The latest tracking entry reads: “{ $text }”.
last-scan-at = The latest tracking entry ({ $at }) reads: “{ $text }”.
protection = The buyer protection ends on { $protected }. Please answer before then, so that I do not have to open a dispute.
expected-late = The parcel is expected only by { $expected }.

no-number-says = { $ordered ->
    [none] I still have no tracking number for it.
   *[other] I placed the order on { $ordered } and still have no tracking number for it.
}
no-number-seller = Could you please tell me whether it has been shipped, and send me the tracking number?

not-shipped-says = { $shipped ->
    [none] { $told ->
        [yes] The tracking does not show that any carrier has taken it over.
       *[no] I cannot see whether it has been shipped.
    }
   *[other] { $told ->
        [yes] It is marked as shipped on { $shipped }, but the tracking does not show that any carrier has taken it over.
       *[no] It is marked as shipped on { $shipped }.
    }
}{ $days ->
    [0] {""}
    [one] {" "}There has been no news for { $days } day.
   *[other] {" "}There has been no news for { $days } days.
}
not-shipped-seller = Could you please check whether it has been handed over to the carrier, and on which day? If it has not been sent yet, please tell me when it will be.

not-tracked-says = { $days ->
    [0] The tracking pages do not know the parcel.
    [one] The tracking pages have not known the parcel for { $days } day now.
   *[other] The tracking pages have not known the parcel for { $days } days now.
}
not-tracked-seller = Could you please check the number, and ask the carrier why it is not tracked? If the parcel was sent under another number, please send me that one.
not-tracked-carrier = Could you please tell me whether you know this number, and when you received the parcel?

wrong-number-says = There seems to be a mistake in the tracking number.
wrong-number-seller = Could you please compare it with your records and send me the right one?

stuck-says = { $told ->
    [yes] { $days ->
        [0] The tracking shows no progress.
        [one] There has been no news in the tracking for { $days } day.
       *[other] There has been no news in the tracking for { $days } days.
    }
   *[no] { $days ->
        [0] I have no news of it.
        [one] I have had no news of it for { $days } day.
       *[other] I have had no news of it for { $days } days.
    }
}
stuck-seller = Could you please ask the carrier where the parcel is, and let me know what they say?
stuck-carrier = Could you please tell me where the parcel is now, and when it will move on? If a search has to be requested, please tell me how.

at-customs-says = { $told ->
    [yes] According to the tracking, the parcel
   *[no] The parcel
} is at customs{ $days ->
    [0] .
    [one] , and there has been no news for { $days } day.
   *[other] , and there has been no news for { $days } days.
}
at-customs-seller = Could you please ask the carrier whether customs need any papers from you or from me?
at-customs-carrier = Could you please tell me why it has not been released yet, and whether you need papers or a payment from me?

customs-papers-says = { $told ->
    [yes] According to the tracking, customs ask for more information.
   *[no] Customs ask for more information.
}
customs-papers-seller = Could you please send me an invoice with the description of the goods, the price and your address? I need it for customs.
customs-papers-carrier = Could you please tell me which papers or payments are needed, where to send them, and by when?

held-says = { $told ->
    [yes] According to the tracking, the parcel
   *[no] The parcel
} is being held for a check or a fee.
held-seller = Could you please ask the carrier why, and whether they need any papers from you or from me?
held-carrier = Could you please tell me why, and what I can do to have it released?

hold-longer-says = { $told ->
    [yes] According to the tracking, the parcel
   *[no] The parcel
} is waiting to be collected{ $kept ->
    [none] .
   *[other] {" "}and kept until { $kept }.
}
hold-longer-carrier = { $kept ->
    [none] Could you please tell me where exactly it is, and until when it is kept? If possible, please keep it longer and do not send it back: I want to collect it.
   *[other] Could you please tell me where exactly it is? If possible, please keep it longer and do not send it back: I want to collect it.
}

delivery-failed-says = { $told ->
    [yes] According to the tracking, the parcel
   *[no] The parcel
} could not be delivered.
delivery-failed-seller = Could you please ask the carrier to try again, and check that my address and phone number were passed on correctly?
delivery-failed-carrier = Could you please tell me the reason, and deliver it once more or tell me where I can collect it?

wrong-address-says = { $told ->
    [yes] According to the tracking, the address is wrong or incomplete.
   *[no] The address is wrong or incomplete.
}
wrong-address-seller = Could you please check that the address on the parcel is the one in my order, and ask the carrier to correct it if it is not?
wrong-address-carrier = Could you please tell me what is missing? I will send you my full address and phone number at once.

going-back-says = { $told ->
    [yes] According to the tracking, the parcel
   *[no] The parcel
} is on its way back to the sender. I have not received it.
going-back-seller = Could you please tell me why, and send it again or refund my payment?
going-back-carrier = Could you please tell me why? If it is still possible, please stop the return and deliver the parcel to me.

damaged-says = { $told ->
    [yes] According to the tracking, the parcel
   *[no] The parcel
} was damaged on the way.
damaged-seller = Could you please tell me how you would like to solve this: with a replacement or a refund?
damaged-carrier = Could you please tell me how badly it is damaged and whether it will still be delivered, and send me a damage report?

problem-says = { $told ->
    [yes] The tracking reports a problem with the parcel.
   *[no] There is a problem with the parcel.
}
problem-seller = Could you please ask the carrier what has happened, and tell me what happens next?
problem-carrier = Could you please tell me what has happened, and what has to be done to get the parcel delivered?

not-coming-says = { $told ->
    [yes] According to the tracking, the parcel
   *[no] The parcel
} will not be delivered any more. I have not received it.
not-coming-seller = Could you please refund my payment or send the goods again?
not-coming-carrier = Could you please confirm in writing that it was not delivered, and why? I need this for the sender.

not-received-says = { $delivered ->
    [none] { $told ->
        [yes] According to the tracking, the parcel was delivered, but I have not received it.
       *[no] The parcel is said to have been delivered, but I have not received it.
    }
   *[other] According to the tracking, the parcel was delivered on { $delivered }, but I have not received it.
}
not-received-seller = Could you please ask the carrier for a proof of delivery: to whom, when and at which address was it handed over?
not-received-carrier = Could you please tell me to whom, when and at which address it was handed over, and send me the proof of delivery?

contradiction-says = The tracking pages contradict each other, so it is not clear where the parcel is.
contradiction-seller = Could you please ask the carrier where it really is?
contradiction-carrier = Could you please tell me where it really is?

extend-says = { $protected ->
    [none] The parcel has not arrived yet.
   *[other] The parcel has not arrived yet, and the buyer protection ends on { $protected }.
}
extend-seller = Could you please extend the buyer protection, so that the parcel has time to arrive? Then I do not have to open a dispute.
