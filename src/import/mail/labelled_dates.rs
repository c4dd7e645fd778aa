//! Days that the lines of a mail name behind a label: ordered, sent off, protected until.

use chrono::NaiveDate;

use super::dates;
use super::line::Line;
use super::mood::{self, Scores};
use crate::domain::CleanText;
use crate::import::parse_dates::{Reading, Written};
use crate::import::words::folded;

const ORDERED: &str = "order date|date ordered|ordered on|order placed on|order placed|date of order|payment date|paid on|order time|purchase date|purchased on|\
    дата заказа|дата оплаты|дата оформления|дата покупки|оформлен|заказ оформлен|下单时间|下单日期|付款时间|支付时间|订单时间|订单创建时间|訂購日期|订单日期|\
    bestelldatum|bestellt am|auftragsdatum|kaufdatum|date de commande|date de la commande|date d'achat|commande le|commande passee le|fecha del pedido|fecha de pedido|\
    fecha de compra|pedido realizado el|data ordine|data dell'ordine|data dell’ordine|data d'ordine|data dell ordine|ordinato il|data zamowienia|data zakupu|zamowiono|\
    data zlozenia zamowienia|дата замовлення|дата покупки|data do pedido|data da encomenda|data da compra|besteldatum|orderdatum|besteld op|siparis tarihi|odeme tarihi";
const SHIPPED: &str = "ship date|shipped on|shipped|shipping date|dispatch date|dispatched on|date shipped|date dispatched|дата отправки|отправлен|отправлено|дата отгрузки|\
    发货时间|发货日期|versanddatum|versandt am|versendet am|verschickt am|date d'expedition|expedie le|expediee le|date d'envoi|fecha de envio|enviado el|\
    data di spedizione|data spedizione|spedito il|data wysylki|wyslano|data nadania|nadano|дата відправлення|дата відправки|відправлено|data de envio|data do envio|enviado em|\
    verzenddatum|verzonden op|gonderim tarihi|kargoya verilis tarihi|kargoya verilme tarihi";
/// Words right before the day of an order in a sentence.
const ORDER_OF: &str = "заказ от|заказа от|order of|order from|order dated|order placed on|bestellung vom|bestellung vom dem|auftrag vom|commande du|commande passee le|pedido del|\
    pedido realizado el|ordine del|zamowienie z dnia|zamowienie z|замовлення від|pedido de|encomenda de|bestelling van";
const PROTECTED: &str = "protection|protected|open a dispute|защит|открыть спор|保护期|纠纷|保障|kauferschutz|proteccion|protezione|ochron|захист|відкрити спір|protecao|kopersbescherming|\
    aankoopbescherming|alici koruma|satici koruma|koruma suresi|apri una controversia|abrir una disputa|abrir uma disputa|ouvrir un litige";
const UNTIL: &str = "until|till|ends|expires|by | до |истекает|截止|至| bis |endet|jusqu|expire|hasta|finaliza|termina|fino al|scade|do dnia| do |konczy|ate | tot |eindigt|kadar|sona er|закінчується";
/// Words in a line that names the day by which it is to be there.
const EXPECTED: &str = "estimated delivery|expected delivery|delivery date|delivery by|delivery estimate|arrives|arriving|estimated arrival|expected by|arrive by|get it by|\
    ожидаемая дата доставки|ожидаемая доставка|дата доставки|доставка ожидается|доставим|будет доставлен|срок доставки|ожидаемая дата|ожидается|примерная дата|получите до|\
    预计送达|预计到达|预计送货|voraussichtliche lieferung|voraussichtliche zustellung|lieferung bis|zustellung bis|livraison prevue|livraison estimee|entrega estimada|entrega prevista|\
    consegna prevista|consegna stimata|przewidywana dostawa|przewidywany termin|очікувана дата доставки|дата доставки|previsao de entrega|verwachte levering|bezorging|tahmini teslimat";
/// Words before a day that make it the last one on which something may happen.
const LATEST: &str = "by|before|until|till|latest|bis|до|avant|antes|entro|przed|uiterlijk|tot|voor|kadar|最晚|前";
/// A line is read so far, in bytes.
const LONGEST: usize = 500;
/// So many lines are looked at.
const MOST: usize = 5_000;
/// A line that is only a label is no longer, in bytes.
const LABEL: usize = 80;
/// Between a label and its day at most so many letters stand.
const APART: usize = 12;

/// What the lines of a mail name.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Days {
    pub ordered_on: Option<NaiveDate>,
    pub shipped_on: Option<NaiveDate>,
    pub protected_until: Option<NaiveDate>,
    /// By when it is to be there.
    pub expected_on: Option<NaiveDate>,
    /// A day that can be read in two ways, which was left out.
    pub doubtful: Option<CleanText>,
}

/// Reads the lines that are not quoted. `reading`: how `03/11/2026` is to be read, where the user says so.
pub(super) fn read(lines: &[Line], reading: Option<Reading>, about: &Scores) -> Days {
    let mut days = Days::default();
    let own: Vec<&str> =
        lines.iter().filter(|line| line.quotes == 0 && !line.is_blank()).map(text).take(MOST).collect();
    for (at, line) in own.iter().enumerate() {
        days.read(line, own.get(at + 1).copied().unwrap_or_default(), reading, about);
    }
    days
}

/// Whether words before a day make it the last one on which something may happen.
fn is_latest(words: &str) -> bool {
    words.split(|c: char| !c.is_alphanumeric()).any(|word| LATEST.split('|').any(|latest| latest == word))
}

/// The last of the days that a line names: "3 Dec 2026 - 9 Dec 2026".
fn last_day(line: &str, reading: Option<Reading>) -> Option<NaiveDate> {
    let (first, span) = dates::find(line)?;
    let second = dates::find(&line[span.end..]).and_then(|(written, _)| written.day(reading));
    second.max(first.day(reading))
}

fn text(line: &Line) -> &str {
    line.text[..line.text.floor_char_boundary(LONGEST.min(line.text.len()))].trim()
}

impl Days {
    fn read(&mut self, line: &str, next: &str, reading: Option<Reading>, about: &Scores) {
        let has_day = |text: &str| text.bytes().filter(u8::is_ascii_digit).count() >= 3;
        let is_day = |text: &str| has_day(text) && dates::find(text).is_some();
        let is_label = |line: &str| line.len() <= LABEL && !line.bytes().any(|byte| byte.is_ascii_digit());
        if !(is_day(line) || is_label(line) && is_day(next)) {
            return;
        }
        let lower = folded(line);
        let says = |words: &str| words.split('|').any(|word| lower.contains(word));
        if self.protected_until.is_none() && has_day(line) && says(PROTECTED) && says(UNTIL) {
            self.protected_until = dates::find(line).and_then(|(written, _)| self.day(written, line, reading));
            return;
        }
        if self.expected_on.is_none() && says(EXPECTED) {
            let told = if has_day(line) { line } else { next };
            self.expected_on = last_day(told, reading);
        }
        if self.ordered_on.is_none() {
            self.ordered_on = self.labelled(ORDERED, line, &lower, next, reading, about);
        }
        if self.ordered_on.is_none() {
            self.ordered_on = self.of_order(line, reading);
        }
        if self.shipped_on.is_none() {
            self.shipped_on = self.labelled(SHIPPED, line, &lower, next, reading, about);
        }
    }

    /// The day behind a label at the beginning of a line, or, in a table, below it.
    fn labelled(
        &mut self,
        labels: &str,
        line: &str,
        lower: &str,
        next: &str,
        reading: Option<Reading>,
        about: &Scores,
    ) -> Option<NaiveDate> {
        let ends = |rest: &str| !rest.starts_with(|c: char| c.is_alphabetic() && !crate::import::words::is_han(c));
        let label = labels
            .split('|')
            .filter(|label| lower.strip_prefix(label).is_some_and(ends))
            .max_by_key(|label| label.len())?;
        // What is planned, denied or estimated is no day of a step.
        let rest: String = line.chars().skip(label.chars().count()).collect();
        if mood::is_unsure(&rest, about) {
            return None;
        }
        match dates::find(&rest) {
            Some((written, span)) => {
                let between = folded(&rest[..span.start]);
                let is_near = between.chars().filter(|c| c.is_alphabetic()).count() <= APART;
                (is_near && !is_latest(&between)).then(|| self.day(written, line, reading)).flatten()
            }
            None if !rest.chars().any(char::is_alphanumeric) => {
                let (written, span) = dates::find(next)?;
                (span.start <= APART).then(|| self.day(written, next, reading)).flatten()
            }
            None => None,
        }
    }

    /// `Ihre Bestellung vom 3. November 2026`: the day right behind the words.
    fn of_order(&mut self, line: &str, reading: Option<Reading>) -> Option<NaiveDate> {
        let (written, span) = dates::find(line)?;
        let before = folded(&line[..span.start]);
        let before = before.trim_end_matches(|c: char| !c.is_alphanumeric());
        let named = ORDER_OF.split('|').any(|words| before.ends_with(words));
        named.then(|| self.day(written, line, reading)).flatten()
    }

    fn day(&mut self, written: Written, line: &str, reading: Option<Reading>) -> Option<NaiveDate> {
        let day = written.day(reading);
        if day.is_none() {
            self.doubtful = self.doubtful.take().or_else(|| CleanText::some_line(line));
        }
        day
    }
}

#[cfg(test)]
mod tests {
    use super::super::plain_lines::{Flow, lines};
    use super::*;

    fn days(text: &str, reading: Option<Reading>) -> Days {
        read(&lines(text, Flow::Fixed), reading, &mood::scores(text))
    }

    fn day(text: &str) -> Option<NaiveDate> {
        text.parse().ok()
    }

    #[test]
    fn labels_name_days() {
        let found =
            days("Order date: Nov 3, 2026\nBuyer protection ends on 19 Jan 2027\nDate shipped\n5 Nov 2026", None);
        assert_eq!((found.ordered_on, found.shipped_on), (day("2026-11-03"), day("2026-11-05")));
        assert_eq!(found.protected_until, day("2027-01-19"));
        let found =
            days("Ihre Bestellung vom 3. November 2026\nVersanddatum: 05.11.2026\nKäuferschutz bis 19.01.2027", None);
        assert_eq!((found.ordered_on, found.shipped_on), (day("2026-11-03"), day("2026-11-05")));
        assert_eq!(found.protected_until, day("2027-01-19"));
        let found = days("下单时间：2026年11月3日 23:59\n保护期至2027年1月19日", None);
        assert_eq!((found.ordered_on, found.protected_until), (day("2026-11-03"), day("2027-01-19")));
    }

    #[test]
    fn what_is_planned_is_no_day() {
        for text in [
            "Estimated ship date: 5 Nov 2026",
            "Ship date: expected 5 Nov 2026",
            "> Order date: Nov 3, 2026",
            "Order date: 03/11/2026",
            "Shipped orders arrive until 5 Nov 2026 at the latest",
            "Will be shipped on 5 Nov 2026",
            "Shipped on: by 5 Nov 2026",
        ] {
            assert_eq!((days(text, None).ordered_on, days(text, None).shipped_on), (None, None), "{text}");
        }
        let text = "Order date: 03/11/2026";
        assert_eq!(days(text, None).doubtful.as_deref(), Some(text));
        assert_eq!(days(text, Some(Reading::DayFirst)).ordered_on, day("2026-11-03"));
    }
}
