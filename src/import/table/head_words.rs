//! What a head means that is in no list: told by what its words are about and what they name of it, in twelve languages.

use super::column::Column;
use crate::import::words::{Word, is_han, words};

/// A head has no more words.
const MOST_WORDS: usize = 12;

/// What words of a head are about, or what of it they name. Words are without accents; `word*` is a beginning, `*word`
/// an end, what is Chinese stands anywhere.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Sense {
    /// A parcel under way.
    Parcel,
    Order,
    Product,
    Shop,
    Shipped,
    Received,
    Paid,
    Protection,
    /// A day.
    Day,
    /// A number or a code.
    Number,
    /// Up to a day.
    Until,
    Status,
    /// A note of the reader's.
    Note,
    /// What nothing is read from: sums, addresses, pictures, carriers, forecasts.
    Other,
}

/// The words of each sense.
const WORDS: [(Sense, &str); 14] = [
    (
        Sense::Parcel,
        "track* waybill awb parcel* shipment* sendung* paket* suivi colis envio* seguimiento rastre* spedizion* \
         tracciament* pacco przesylk* paczk* sledz* трек* трэк* отслеж* отправлени* посылк* накладн* шпи рпо ттн \
         відправленн* відстежен* посилк* zending* pakket* takip kargo gonderi encomenda* 运单 物流 快递 跟踪 追踪 包裹 運單",
    ),
    (
        Sense::Order,
        "order* purchase* bestel* auftrag* commande* pedido* orden compra ordine* ordini zamowien* zlecen* заказ* \
         замовлен* siparis* покупк* 订单 訂單 下单 交易",
    ),
    (
        Sense::Product,
        "product* item* goods article* artikel* ware producto* articulo* prodotto* articolo* produkt* towar* товар* \
         наименован* назван* produto* artigo* urun* produit* title titre titel titulo titolo tytul* назва description \
         商品 宝贝 货品 品名 标题",
    ),
    (
        Sense::Shop,
        "shop store seller* vendor* merchant* marketplace retailer* продав* магазин* маркетплейс* площадк* verkaufer* \
         handler* vendeur* boutique magasin marchand* vendedor* tienda comercio venditor* negozio sprzedaw* sklep* \
         крамниц* loja verkoper* winkel* satici* magaza* 店铺 卖家 商家 賣家",
    ),
    (
        Sense::Shipped,
        "ship* dispatch* despatch* sent отправк* отправлен отправлено отгруж* отгрузк* versand* versend* versandt \
         expedi* enviad* envoi* spedit* wyslan* wysylk* nadani* verzend* verzonden відправк* відправлено gonderim* 发货 寄出",
    ),
    (
        Sense::Received,
        "received receipt delivered confirmed confirmation получен* вручен* erhalten empfangen zugestellt geliefert \
         recu recue reception recibid* recepcion entregad* ricevut* ricezion* consegnat* odebran* odbior* dostarczon* \
         отриман* recebid* recebiment* ontvangen ontvangst* bezorgd teslim* 收货 签收",
    ),
    (
        Sense::Paid,
        "pay* paid оплат* оплач* платеж* bezahl* zahlung* paiement* paye* pagado pago pagament* platnos* zaplac* \
         оплач* betaal* betaling* odeme* 付款 支付",
    ),
    (
        Sense::Protection,
        "protect* dispute* guarantee* защит* спор* гарант* kauferschutz garantie* proteccion disputa* litige* \
         ochron* захист* спір protecao bescherming koruma* 保护 保障 纠纷",
    ),
    (
        Sense::Day,
        "date* time day on at дата дату время день datum *datum am zeit* jour le heure fecha* dia data ora giorno dzien \
         час tarih* saat* quando wann когда 时间 日期 時間",
    ),
    (
        Sense::Number,
        "number* no nr n num id ids code* ref reference номер* код* ид *nummer numer* numero* nro codice codigo* kod* \
         numara* 号 编号 号码 單號 编码",
    ),
    (Sense::Until, "until till by before end ends expires deadline до bis fin hasta fino do tot kadar ate 至 截止"),
    (
        Sense::Status,
        "status* *status state статус* состояни* стан zustand etat statut* estado situacion situacao stato stan durum* \
         状态 狀態",
    ),
    (
        Sense::Note,
        "note notes comment* remark* memo заметк* примечан* коммент* notiz* bemerkung* kommentar* remarque* nota \
         notas comentario* observac* uwag* нотат* opmerking* 备注 留言",
    ),
    (
        Sense::Other,
        "price* *price cost* amount* total* sum sums subtotal fee fees tax* vat discount* currency цен* стоимост* сумм* \
         итог* скидк* налог* валют* preis* *preis betrag* *betrag summe* kosten *kosten gesamt* wahrung* prix montant* cout* devise* \
         precio* importe* coste* moneda* prezzo* importo* costo* valut* cena* kwot* koszt* wartosc* walut* цін* сума* \
         вартіст* preco* valor* custo* moeda* prijs* bedrag* totaal* fiyat* tutar* ucret* \
         url* link* image* picture* photo* img ссылк* фото* изображ* картин* bild* lien* enlace* imagen* immagin* zdjec* resim* \
         qty quantity count pcs кол количеств* штук* menge* anzahl* stuck* quantit* cantidad* ilosc* кількіст* quantidad* \
         aantal* adet* miktar* weight вес gewicht* size размер color colour цвет sku attribut* variant* \
         buyer* customer* recipient* receiver address* phone* tel email mail city zip postcode country покупател* \
         получател* адрес* телефон* город* индекс* стран* kunde* kaufer kauferin empfanger* adress* telefon* ort plz land \
         client* destinat* direccion* ciudad* indirizz* adres* kupujac* odbiorc* klient* покупц* одержувач* ontvanger* klant* alici* \
         carrier* courier* logistics method* company service via перевозчик* служб* способ* компани* versender spediteur* \
         transport* corriere* przewoznik* kurier* dostawc* перевізник* vervoerder* firma* \
         expected estimated eta ожида* предполаг* планир* voraussicht* geschatzt* erwartet* prevu* estim* previst* \
         przewidyw* очіку* verwacht* tahmini* delivery lieferung livraison entrega consegna dostawa доставка доставки доставки levering teslimat \
         价 金额 费 实付 链接 图片 数量 收货人 收件 地址 电话 买家 公司 承运 预计",
    ),
];

/// The column that the words of a head mean.
pub(super) fn column(head: &str) -> Option<Column> {
    let words = words(head);
    if words.is_empty() || words.len() > MOST_WORDS {
        return None;
    }
    let han: String = head.chars().filter(|c| is_han(*c)).collect();
    let senses: Vec<Sense> =
        WORDS.iter().filter(|(_, list)| says(list, &words, &han)).map(|(sense, _)| *sense).collect();
    let has = |sense: Sense| senses.contains(&sense);
    if has(Sense::Status) {
        // "Dispute status", "payment status" are about something else.
        return (!has(Sense::Paid) && !has(Sense::Protection)).then_some(Column::Status);
    }
    if has(Sense::Other) {
        return None;
    }
    if has(Sense::Protection) {
        return (has(Sense::Until) || has(Sense::Day)).then_some(Column::Protected);
    }
    if has(Sense::Day) {
        let day = [
            (Sense::Received, Column::Received),
            (Sense::Shipped, Column::Shipped),
            (Sense::Paid, Column::Ordered),
            (Sense::Order, Column::Ordered),
        ];
        return day.into_iter().find(|(sense, _)| has(*sense)).map(|(_, column)| column);
    }
    if has(Sense::Number) {
        // "Order tracking number" is the parcel's.
        let number = [(Sense::Parcel, Column::Number), (Sense::Order, Column::Order)];
        let is_things = has(Sense::Product) || has(Sense::Shop);
        return number.into_iter().find(|(sense, _)| has(*sense) && !is_things).map(|(_, column)| column);
    }
    let plain = [(Sense::Note, Column::Note), (Sense::Product, Column::Title), (Sense::Shop, Column::Shop)];
    let is_step = has(Sense::Shipped) || has(Sense::Received) || has(Sense::Paid) || has(Sense::Parcel);
    plain.into_iter().find(|(sense, _)| has(*sense) && !is_step).map(|(_, column)| column)
}

fn says(list: &str, words: &[Word], han: &str) -> bool {
    list.split_whitespace().any(|known| {
        if known.starts_with(is_han) {
            return han.contains(known);
        }
        words.iter().any(|word| match (known.strip_suffix('*'), known.strip_prefix('*')) {
            (Some(stem), _) => word.text.starts_with(stem),
            (_, Some(end)) => word.text.ends_with(end),
            _ => word.text == known,
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_in_twelve_languages_are_told_by_their_words() {
        for (heads, wanted) in [
            (
                "Order tracking number|Parcel tracking no.|Номер для отслеживания|Номер отправления Почты|Sendungsnummer|\
                 Numéro de suivi|Número de seguimiento|Numero di spedizione|Numer przesyłki|Номер відправлення|\
                 Código de rastreio|Zendingnummer|Kargo takip numarası|快递运单号码",
                Some(Column::Number),
            ),
            (
                "Your order number|Номер вашего заказа|Bestellnummer|Auftrags-Nr.|Numéro de commande|Número de pedido|\
                 Numero ordine|Numer zamówienia|Номер замовлення|Número do pedido|Bestelnummer|Sipariş numarası|淘宝订单编号",
                Some(Column::Order),
            ),
            (
                "Date of purchase|Дата и время заказа|Bestelldatum|Date de commande|Fecha del pedido|Data zamówienia|订单创建时间(北京)",
                Some(Column::Ordered),
            ),
            ("Versanddatum|Date d'expédition|Дата отправки продавцом|Verzenddatum|卖家发货时间", Some(Column::Shipped)),
            (
                "Name of the product|Наименование товаров|Artikelbezeichnung|Nom du produit|Nazwa produktu|Ürün adı|商品名",
                Some(Column::Title),
            ),
            ("Seller name|Имя продавца|Verkäufer|Vendeur|Sprzedawca|Satıcı|卖家昵称", Some(Column::Shop)),
            (
                "Order Status (shop)|Статус доставки|Bestellstatus|Statut de la commande|Estado del pedido|Stato ordine|Sipariş durumu",
                Some(Column::Status),
            ),
            ("Спор открыть до|Käuferschutz bis", Some(Column::Protected)),
            (
                "Сумма|Сумма заказа|Order total|Product URL|Product ID|SKU ID|Store Url|Price Info|Payment status|\
                 Estimated delivery date|Ожидаемая дата доставки|Получатель|Shipping address|收货人姓名|物流公司|Qty|\
                 Статус оплаты|Lieferdatum|Gesamtpreis|Номер товара|Shipping cost|Tags about nothing|Телефон продавца",
                None,
            ),
        ] {
            for head in heads.split('|') {
                assert_eq!(column(head), wanted, "{head}");
            }
        }
    }

    #[test]
    fn a_row_of_data_is_no_head() {
        for cell in [
            "8150000000000001",
            "RB123456785CN",
            "USB hub, 4 ports",
            "AliExpress",
            "2026-11-03",
            "Completed",
            "Лампа",
            "",
        ] {
            assert_eq!(column(cell), None, "{cell}");
        }
    }
}
