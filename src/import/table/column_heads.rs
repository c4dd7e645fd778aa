//! What the head of a column says that its cells are, in the words of shops and of people's own tables.

use super::column::Column;
use super::head_words;

impl Column {
    /// The heads that mean it, in lower case, words apart by one space, separated by `|`. The surest first.
    fn heads(self) -> &'static str {
        match self {
            Self::Number => {
                "tracking number|track number|tracking no|tracking code|tracking id|tracking numbers|numbers|tracknumber|track|\
                 tracking|parcel number|shipment number|waybill number|waybill|awb|trackingnumber|\
                 трек номер|трекномер|трек|трэк|трек код|номер отслеживания|код отслеживания|номер отправления|\
                 номер посылки|шпи|рпо|накладная|номер накладной|трекинг номер|трекинг|\
                 运单号|运单号码|运单编号|物流单号|快递单号|跟踪号|追踪号|追踪号码|物流编号|包裹号|單號|運單號|carrier name tracking number"
            }
            Self::Order => {
                "order id|order number|order no|order code|order|orders|order ids|orderid|purchase order|order ref|\
                 номер заказа|заказ|заказы|код заказа|id заказа|n заказа|ид заказа|\
                 订单号|订单编号|订单号码|订单id|订单|訂單號|訂單編號"
            }
            Self::Title => {
                "title|product name|item name|product title|item title|product|item|items|products|goods|name|description|\
                 what|contents|наименование товара|название товара|товар|товары|наименование|название|описание|что|\
                 содержимое|商品名称|商品标题|宝贝标题|商品|宝贝|标题|货品标题|品名|商品名稱"
            }
            Self::Shop => {
                "shop|store|marketplace|website|platform|site|shop name|магазин|площадка|сайт|маркетплейс|продавец|seller|\
                 店铺|店铺名称|平台|网站|商城|购物平台"
            }
            Self::Ordered => {
                "order date|date ordered|ordered on|ordered at|ordered|order time|purchase date|purchased on|payment date|\
                 payment time|paid on|paid|order placed|date of order|created|date|дата заказа|заказано|заказан|\
                 дата покупки|куплено|дата оплаты|оплачено|оплачен|дата оформления|дата создания|дата|\
                 下单时间|下单日期|订单创建时间|创建时间|订单付款时间|付款时间|支付时间|订单日期|购买日期|付款日期"
            }
            Self::Shipped => {
                "ship date|shipped on|shipped at|shipped|date shipped|shipping date|shipment date|dispatch date|\
                 dispatched|sent|sent on|дата отправки|отправлено|отправлен|дата отгрузки|отгружено|\
                 发货时间|发货日期|寄出日期"
            }
            Self::Received => {
                "received on|received|date received|confirmed on|confirmed|confirmation date|получено|получен|\
                 дата получения|подтверждено|дата подтверждения|确认收货时间|收货时间|收货日期|签收日期"
            }
            Self::Protected => {
                "protected until|protection until|protection ends|protection end|protection|buyer protection|\
                 dispute until|dispute by|dispute deadline|guarantee until|защита до|защита|защита покупателя|\
                 конец защиты|спор до|открыть спор до|гарантия до|保护期|保护期至|保障截止日期|纠纷截止日期|买家保护"
            }
            Self::Preset => "protection preset|preset|заготовка защиты|заготовка",
            Self::Note => {
                "note|notes|comment|comments|remark|remarks|memo|заметка|заметки|примечание|комментарий|комментарии|\
                 备注|附注|订单备注"
            }
            // `posylka export` writes its own word for it, and a source's, which means something else.
            Self::Status => {
                "finished|order status|status of order|status|state|order state|статус заказа|статус|состояние заказа|\
                 состояние|订单状态|交易状态|状态|訂單狀態|狀態"
            }
            Self::Tags => "tags|tag|labels|label|category|метки|теги|тег|метка|категория|标签|分类",
        }
    }
}

/// A head that is told by its words only is so much less sure than one that is listed.
const BY_WORDS: usize = 1_000;

/// What a head means, and how surely: the smaller, the surer.
pub(super) fn column(head: &str) -> Option<(Column, usize)> {
    let listed = plain(head);
    let place = |column: Column| column.heads().split('|').position(|known| known == listed);
    let known = Column::ALL.into_iter().find_map(|column| Some((column, place(column)?)));
    known.or_else(|| head_words::column(head).map(|column| (column, BY_WORDS)))
}

/// A head in lower case, its words apart by one space: signs, case and a number sign say nothing.
fn plain(head: &str) -> String {
    let lower = head.to_lowercase().replace('ё', "е").replace(['№', '#'], " n ");
    let words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let mut words: Vec<&str> = words.collect();
    // "Order #" and "Трек №" are "order" and "трек".
    if words.len() > 1 && words.last() == Some(&"n") {
        words.pop();
    }
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_of_shops_and_of_own_tables_are_known() {
        for (head, wanted) in [
            ("Tracking Number", Column::Number),
            ("Carrier Name & Tracking Number", Column::Number),
            ("Трек-номер", Column::Number),
            ("ТРЕК №", Column::Number),
            ("物流单号", Column::Number),
            ("Order ID", Column::Order),
            ("order_id", Column::Order),
            ("Order #", Column::Order),
            ("№ заказа", Column::Order),
            ("订单编号", Column::Order),
            ("Product Name", Column::Title),
            ("Товар", Column::Title),
            ("宝贝标题", Column::Title),
            ("Магазин", Column::Shop),
            ("Order Date", Column::Ordered),
            ("Дата заказа", Column::Ordered),
            ("订单付款时间", Column::Ordered),
            ("Ship Date", Column::Shipped),
            ("Получено", Column::Received),
            ("Защита до", Column::Protected),
            ("Примечание", Column::Note),
            ("Status", Column::Status),
            ("Продавец", Column::Shop),
            ("Seller", Column::Shop),
        ] {
            assert_eq!(column(head).map(|(column, _)| column), Some(wanted), "{head}");
        }
        for head in ["", "Price", "Цена", "Quantity", "实付款"] {
            assert_eq!(column(head), None, "{head}");
        }
    }

    #[test]
    fn no_head_means_two_things() {
        let all = Column::ALL.into_iter().flat_map(|column| column.heads().split('|').map(move |head| (head, column)));
        for (head, wanted) in all {
            assert_eq!(column(head).map(|(column, _)| column), Some(wanted), "{head}");
        }
    }
}
