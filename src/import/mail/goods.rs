//! What was bought, as the lines of a mail name it: behind a label, in a table, behind a number of pieces.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::line::Line;
use crate::domain::CleanText;
use crate::import::words::folded;

/// Labels and heads of the column of goods.
const GOODS: &str = "item|items|item name|product|products|product name|goods|title|item title|product title|товар|товары|наименование|наименование товара|\
    название товара|название|商品|商品名称|商品名|宝贝|宝贝标题|商品名稱|artikel|artikelbezeichnung|produkt|produkte|artikelname|article|articles|produit|produits|designation|\
    articulo|articulos|producto|productos|articolo|articoli|prodotto|prodotti|przedmiot|przedmioty|produkty|nazwa produktu|nazwa|товари|назва товару|назва|artigo|\
    artigos|produto|produtos|producten|artikelen|productnaam|urun|urunler|urun adi";
/// Other heads of the tables of orders.
const HEADS: &str = "cost|unit cost|rate|vat|tax|discount|shipping|delivery|weight|ean|code|item no|item number|item id|ref|reference|model|brand|note|eta|availability|qty|quantity|price|total|subtotal|amount|unit price|order|order id|order no|order number|tracking|tracking number|tracking no|sku|status|seller|shop|store|\
    size|color|colour|image|photo|picture|variant|description|details|date|order date|sum|pcs|кол-во|количество|цена|сумма|стоимость|итого|заказ|номер заказа|трек|\
    трек-номер|трек номер|артикул|статус|продавец|магазин|фото|цвет|размер|описание|шт|дата|数量|单价|价格|金额|总价|小计|订单|订单号|运单号|规格|图片|状态|數量|價格|單價|\
    menge|anzahl|preis|summe|gesamt|einzelpreis|stuckpreis|gesamtpreis|bestellung|bestellnummer|sendungsnummer|grosse|farbe|bild|quantite|qte|prix|prix unitaire|montant|\
    commande|numero de commande|suivi|numero de suivi|taille|couleur|cantidad|cant|precio|importe|pedido|numero de pedido|seguimiento|talla|quantita|prezzo|importo|totale|\
    ordine|numero ordine|taglia|colore|ilosc|cena|wartosc|suma|razem|zamowienie|numer zamowienia|numer przesylki|rozmiar|kolor|кількість|ціна|сума|вартість|замовлення|\
    номер замовлення|трекінг|розмір|колір|quantidade|qtd|qtde|preco|valor|encomenda|numero do pedido|rastreamento|tamanho|cor|aantal|prijs|bedrag|totaal|ordernummer|\
    bestelnummer|maat|kleur|adet|miktar|fiyat|birim fiyat|tutar|toplam|siparis|siparis no|takip no|beden|renk|n|no|nr|№|#";
/// Rows that sum up, and what else stands in the column of goods.
const SUMS: &str = "total|subtotal|shipping|delivery|tax|vat|discount|итого|доставка|скидка|всего|合计|总计|运费|优惠|gesamt|zwischensumme|versand|mwst|summe|rabatt|livraison|\
    sous-total|tva|remise|envio|subtotal|impuestos|iva|descuento|totale|subtotale|spedizione|sconto|suma|dostawa|razem|rabat|разом|знижка|frete|desconto|verzending|btw|\
    korting|totaal|toplam|kargo|indirim|ara toplam|grand total|order total|coupon|купон|payment|оплата";
/// So many goods make a title.
const MOST: usize = 5;
/// Between two of them.
const AND: &str = " + ";
/// A line is read so far, in bytes.
const LONGEST: usize = 500;

/// The lists as sets.
static GOODS_WORDS: LazyLock<HashSet<&str>> = LazyLock::new(|| GOODS.split('|').collect());
static HEAD_WORDS: LazyLock<HashSet<&str>> = LazyLock::new(|| HEADS.split('|').collect());
/// No label or head is longer, in bytes.
const LONGEST_HEAD: usize = 60;

fn plain(cell: &str) -> String {
    let cell = folded(&cell[..cell.floor_char_boundary(LONGEST_HEAD.min(cell.len()))]);
    cell.trim_matches(|c: char| c.is_whitespace() || matches!(c, ':' | '：' | '.' | '*')).to_owned()
}

fn is_goods(cell: &str) -> bool {
    GOODS_WORDS.contains(plain(cell).as_str())
}

fn is_head(cell: &str) -> bool {
    let cell = plain(cell);
    GOODS_WORDS.contains(cell.as_str()) || HEAD_WORDS.contains(cell.as_str())
}

/// The goods as one title.
pub(super) fn title(lines: &[Line]) -> Option<CleanText> {
    let mut found: Vec<CleanText> = Vec::new();
    let mut column: Option<usize> = None;
    let own: Vec<&str> = lines.iter().filter(|line| line.quotes == 0 && !line.is_blank()).map(text).collect();
    for (at, line) in own.iter().enumerate() {
        let next = own.get(at + 1).copied().unwrap_or_default();
        let goods = match head(line) {
            Some(goods) => {
                column = Some(goods);
                None
            }
            None => in_column(line, &mut column).or_else(|| labelled(line, next)).or_else(|| counted(line)),
        };
        found.extend(goods.and_then(told).filter(|goods| !found.contains(goods)));
        if found.len() >= MOST {
            break;
        }
    }
    let all: Vec<&str> = found.iter().map(CleanText::as_str).collect();
    CleanText::some_line(&all.join(AND))
}

fn text(line: &Line) -> &str {
    &line.text[..line.text.floor_char_boundary(LONGEST.min(line.text.len()))]
}

fn cells(line: &str) -> Vec<&str> {
    line.trim_end_matches('\t').split(['\t', '|']).map(str::trim).collect()
}

/// Which column of a table's head is that of the goods.
fn head(line: &str) -> Option<usize> {
    if !line.contains(['\t', '|']) {
        return None;
    }
    let cells = cells(line);
    let filled = cells.iter().filter(|cell| !cell.is_empty());
    let is_head_row = filled.clone().count() > 1 && filled.clone().all(|cell| is_head(cell));
    is_head_row.then(|| cells.iter().position(|cell| is_goods(cell))).flatten()
}

/// The goods of a row under a head; any other line ends the table.
fn in_column<'a>(line: &'a str, column: &mut Option<usize>) -> Option<&'a str> {
    let cells = cells(line);
    let goods = cells.get((*column)?).copied().filter(|cell| cells.len() > 1 && !cell.is_empty());
    let goods = goods.filter(|cell| !SUMS.split('|').any(|sum| folded(cell).trim_end_matches(':').starts_with(sum)));
    if goods.is_none() {
        *column = None;
    }
    goods
}

/// Whether a line without a colon may be the head of a table with a column that is not known: the line below it has as
/// many cells, and begins with no label.
fn may_be_head(line: &str, next: &str) -> bool {
    let (these, below) = (cells(line), cells(next));
    !line.contains([':', '：'])
        && these.len() > 1
        && these.len() == below.len()
        && !is_head(below[0])
        && !next.contains([':', '：'])
}

/// `Item: USB hub`, also with the goods in the next line.
fn labelled<'a>(line: &'a str, next: &'a str) -> Option<&'a str> {
    let (label, goods) = line.split_once([':', '：', '\t'])?;
    if !is_goods(label) || may_be_head(line, next) {
        return None;
    }
    let goods = goods.trim_start_matches([':', '：', '\t', ' ']);
    let goods = if goods.trim().is_empty() && line.contains([':', '：']) {
        Some(next).filter(|next| !next.contains([':', '：', '\t']) && counted(next).is_none())?
    } else {
        goods
    };
    let only_heads = goods.split([':', '：', '\t', '/', '|', ',']).all(|word| word.trim().is_empty() || is_head(word));
    (!only_heads).then_some(goods)
}

/// `1 x USB hub`.
fn counted(line: &str) -> Option<&str> {
    let digits = line.find(|c: char| !c.is_ascii_digit()).filter(|end| (1..=3).contains(end))?;
    let rest = line[digits..].trim_start_matches([' ', '\u{a0}']);
    let goods = rest.strip_prefix(['x', '×', 'х', 'X', 'Х'])?;
    goods.starts_with([' ', '\u{a0}', '\t']).then(|| goods.trim_start())
}

/// A text that can be the name of goods: it has letters, and is no address.
fn told(goods: &str) -> Option<CleanText> {
    let goods = goods.split('\t').next().unwrap_or_default().trim();
    let letters = goods.chars().filter(|c| c.is_alphabetic()).count();
    CleanText::some_line(goods).filter(|goods| letters >= 2 && !goods.contains("://") && !is_head(goods))
}

#[cfg(test)]
mod tests {
    use super::super::html_lines;
    use super::super::plain_lines::{Flow, lines};
    use super::*;

    fn plain(text: &str) -> Option<String> {
        title(&lines(text, Flow::Fixed)).map(|title| title.to_string())
    }

    #[test]
    fn goods_stand_behind_labels_in_columns_and_behind_pieces() {
        assert_eq!(plain("Item: USB hub, 4 ports").as_deref(), Some("USB hub, 4 ports"));
        assert_eq!(plain("Товар:\nЧехол «синий»\n").as_deref(), Some("Чехол «синий»"));
        assert_eq!(plain("1 x Teapot\n2x Cup\n3 xylophones").as_deref(), Some("Teapot + Cup"));
        let html = "<table><tr><th>Photo</th><th>Item</th><th>Qty</th></tr><tr><td></td><td>USB hub</td><td>1</td></tr>\
            <tr><td></td><td>Cable</td><td>2</td></tr><tr><td></td><td>Total</td><td>$5</td></tr></table>";
        assert_eq!(
            title(&html_lines::read(html).lines).map(|title| title.to_string()).as_deref(),
            Some("USB hub + Cable")
        );
    }

    #[test]
    fn heads_of_tables_are_no_goods() {
        for head in [
            "Item\tQty\tPrice",
            "Товар: Кол-во: Цена:",
            "Item\tOrder\tTracking",
            "Item: Qty",
            "Item:\nQty:",
            "Artikel\tMenge\tPreis",
            "Item:\n12",
            "Item: https://x.example",
        ] {
            assert_eq!(plain(head), None, "{head}");
        }
    }
}
