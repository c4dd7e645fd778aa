//! Words that say what the number beside them is, in the languages that buyers and mails use. Stems, in lower case.

use std::collections::HashMap;
use std::sync::LazyLock;

/// What a number is said to be.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Label {
    /// A track number.
    Track,
    /// Something about a parcel.
    Parcel,
    /// The shop's order.
    Order,
    /// Something else: a telephone, an invoice, a card.
    Other,
    /// A code: of what, the word before tells.
    Code,
    /// "Number", "No.", "№", "ID": says nothing.
    Neutral,
}

/// What is said of a number.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct LabelMeaning {
    pub label: Label,
    /// Whether nothing stands between the label and the number.
    pub direct: bool,
}

const TRACK: &str = "\
    track trak trasabil трек трэк отслеж накладн шпи рпо ттн відстеж відслідк трекінг seguimiento rastre rastrei \
    suivi sendungsnummer sendungsnr sendungsverfolg sendungs paketnummer paketnr śledz sledzen przesyłk przesylk \
    nadania volgnummer barcode штрихкод waybill awb consignment airwaybill tracciamento spedizione takip \
    localizador шк listu zásilk zasilk zásielk bordereau mailno";
const PARCEL: &str = "\
    parcel package shipment shipping packet посыл отправлен бандерол посилк відправлен пакунок доставк доставц \
    paquete envío envio bulto guía guia sendung paket päckchen packerl lieferung colis envoi livraison paczk \
    zending pakket encomenda remessa objeto pacote pacco balík balik csomag kargo expédition expedition przewoz";
const ORDER: &str = "\
    order заказ замовлен pedido commande bestell bestelnummer auftrag zamówieni zamowieni ordine objednáv objednav siparis \
    sipariş compra покупк закупк comanda rendelés заказа";
const OTHER: &str = "\
    phone telef teléf telé телефон mobil handy whatsapp viber telegram hotline звон call invoice rechnung facture \
    factura fattura fatura faktur счёт счет рахун инвойс огрн корсч єдрпоу едрпоу regon pesel siret siren steuer \
    swift card karte carte tarjeta cartão карт visa mastercard maestro isbn gtin serial serien model модел артик \
    article artikel artículo kunden customer client клієнт клиент klient transac transak транзак payment платёж \
    платеж оплат zahlung paiement pago pagamento płatno verific passcode парол postal postcode postleit индекс \
    індекс contract контракт договор договір vertrag konto account compte cuenta conta лицев ticket тикет обращен \
    coupon купон promo промо kwota сумма сума total amount price цена betrag precio importe prix preço passport \
    паспорт imei serie batch sku voucher member loyalty vendor seller supplier product билет поезд рейс flight booking товар producto produit \
    produkt user session unsubscribe datum fecha дата code-barres снилс полис кадастр insurance claim receipt \
    чек терминал terminal claimn dispute login логин barcode128 register регистр hrb koszt iban fiscal";
/// Words that are only these.
const OTHER_EXACT: &str = "\
    tel тел tél ph tlf fax факс моб tfno fon инн кпп бик окпо огрн рс кс nip nif dni cif nie tva vat ust uid bic \
    ean upc asin sn мир mir zip plz cp cep cpf cnpj iva ref referenz eori gln kvk btw krs icp qq wechat pob \
    эквайринг rrn rfc curp снилс ean13 hs тнвэд тн вэд invoice inv фн фд фп ккт зн";
const CODE: &str = "\
    pin code код código codigo kod referen référen otp codice индификат";
const NEUTRAL: &str = "\
    number numbers no nr nro num номер номера номером numero número numéro numer numery nummer id ids n is the of \
    для по de du der die your ваш ваша ваше вашей вашего ihre ihr votre tu su seu sua twoja a o to под with avec \
    mit z del la le el numéros números nº № for от it est es é ваші ваши s и and y et und i та ещё еще or или oder \
    ou também второй also";

/// What a word says; `None` for a word that says nothing at all.
pub(super) fn label(word: &str) -> Option<Label> {
    let word = word.to_lowercase();
    let word = word.as_str();
    if word.chars().any(crate::domain::number::carrier_mentions::is_unspaced) {
        return unspaced(word);
    }
    if let Some(label) = WHOLE.get(word) {
        return Some(*label);
    }
    let stems = STEMS.get(&word.chars().next()?)?;
    stems.iter().find(|(stem, _)| word.starts_with(stem)).map(|(_, label)| *label)
}

/// Words that count as a whole only.
static WHOLE: LazyLock<HashMap<&'static str, Label>> = LazyLock::new(|| {
    let other = OTHER_EXACT.split(' ').map(|w| (w, Label::Other));
    other.chain(NEUTRAL.split(' ').map(|w| (w, Label::Neutral))).collect()
});

/// The stems by their first letter; of two labels that a word starts with, the first list's holds.
static STEMS: LazyLock<HashMap<char, Vec<(&'static str, Label)>>> = LazyLock::new(|| {
    let lists = [
        (TRACK, Label::Track),
        (ORDER, Label::Order),
        (CODE, Label::Code),
        (OTHER, Label::Other),
        (PARCEL, Label::Parcel),
    ];
    let mut stems: HashMap<char, Vec<(&'static str, Label)>> = HashMap::new();
    for (list, label) in lists {
        for stem in list.split(' ') {
            stems.entry(stem.chars().next().unwrap_or(' ')).or_default().push((stem, label));
        }
    }
    stems
});

/// The last label in a run of Chinese.
fn unspaced(run: &str) -> Option<Label> {
    const SIGNS: &[(&str, Label)] = &[
        ("运单 運單 快递单 快遞單 物流 追踪 追蹤 跟踪 单号 單號", Label::Track),
        ("包裹 快递 快遞 快件", Label::Parcel),
        ("订单 訂單", Label::Order),
        (
            "电话 電話 手机 手機 邮编 郵編 金额 发票 發票 身份证 客服 验证码 微信 交易 退款单 退货单 售后单 工单 流水 账号 账户",
            Label::Other,
        ),
    ];
    // 订单号 holds 单号, which would come later: a label counts from where it starts to where it ends
    let signs = SIGNS.iter().flat_map(|(signs, label)| signs.split(' ').map(move |sign| (sign, *label)));
    let found = signs.filter_map(|(sign, label)| Some((run.rfind(sign)?, sign.len(), label)));
    let last = found.clone().max_by_key(|(at, len, _)| (at + len, *len))?;
    let over = found.filter(|(at, len, _)| *at < last.0 && at + len > last.0).max_by_key(|(at, ..)| *at);
    Some(over.unwrap_or(last).2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_many_languages_are_told_apart() {
        for (word, expected) in [
            ("Трек", Label::Track),
            ("Sendungsnummer", Label::Track),
            ("seguimiento", Label::Track),
            ("运单号", Label::Track),
            ("Sendung", Label::Parcel),
            ("посилка", Label::Parcel),
            ("订单号", Label::Order),
            ("您的订单", Label::Order),
            ("замовлення", Label::Order),
            ("Bestellnummer", Label::Order),
            ("Tel", Label::Other),
            ("ИНН", Label::Other),
            ("手机号", Label::Other),
            ("Code", Label::Code),
            ("номер", Label::Neutral),
        ] {
            assert_eq!(label(word), Some(expected), "{word}");
        }
        assert_eq!(label("сегодня"), None);
        assert_eq!(label("你好"), None);
    }
}
