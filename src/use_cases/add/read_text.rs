//! What a text offers.

use chrono::NaiveDate;

use super::corrections;
use super::offer::{AddOffer, OfferKind};
use crate::domain::number::{self, IdentifyContext, NumberAnalysis, NumberError};
use crate::domain::{CleanText, Country, NewParcel, Order};
use crate::import::{self, ImportSettings, OrderRecord};

/// What reading depends on.
#[derive(Clone, Copy, Debug)]
pub struct AddContext {
    /// The reader's date.
    pub today: NaiveDate,
    /// The reader's country: ranks what a number may be.
    pub home: Option<Country>,
}

impl AddContext {
    fn identify(self) -> IdentifyContext<'static> {
        IdentifyContext { home: self.home, ..IdentifyContext::default() }
    }

    fn settings(self) -> ImportSettings {
        // However old a mail is, it was pasted on purpose.
        let (since, mails_since) = (None, NaiveDate::MIN);
        ImportSettings { today: self.today, home: self.home, reading: None, encoding: None, since, mails_since }
    }
}

/// What a text offers: its numbers and orders, then what is nearly a number, then what only has the shape of one. A text
/// without any of these says what is wrong with it as a whole; an empty one offers nothing.
#[must_use]
pub fn offers(bytes: impl AsRef<[u8]>, context: AddContext) -> Vec<AddOffer> {
    let bytes = bytes.as_ref().trim_ascii();
    let text = String::from_utf8_lossy(bytes);
    let text = text.trim();
    if text.is_empty() {
        return Vec::new();
    }
    // One piece is meant as one number, whatever it looks like.
    if !text.contains(char::is_whitespace) {
        return whole(text, context).unwrap_or_else(|| vec![refused(text, context)]);
    }
    let pasted = import::read_pasted(bytes, &context.settings());
    let records = pasted.records.into_iter().map(|record| of_record(record, context));
    let doubtful = pasted.doubtful.iter().filter_map(|piece| doubtful(piece, context));
    let left = pasted.left.iter().map(|piece| left_over(piece, context));
    let all: Vec<AddOffer> = records.chain(doubtful).chain(left).collect();
    if all.iter().any(|offer| offer.kind != OfferKind::NotTaken) {
        return all;
    }
    match whole(text, context) {
        Some(whole) => whole,
        None if all.is_empty() => vec![refused(text, context)],
        None => all,
    }
}

/// A text that is one number, or an order beside its shop's name.
fn whole(text: &str, context: AddContext) -> Option<Vec<AddOffer>> {
    let all = number::recognise(text, &context.identify()).ok()?;
    Some(all.into_iter().map(|one| of_analysis(one, OfferKind::Recognised)).collect())
}

/// What is no number.
fn refused(text: &str, context: AddContext) -> AddOffer {
    let wrong = number::recognise(text, &context.identify()).err().unwrap_or(NumberError::BadCharacter);
    AddOffer {
        piece: CleanText::line(text),
        kind: OfferKind::Recognised,
        parcel: NewParcel::default(),
        wrong: Some(wrong),
        carrier: None,
        near: None,
        corrections: Vec::new(),
    }
}

fn of_record(record: OrderRecord, context: AddContext) -> AddOffer {
    let kind = if record.only_if_known { OfferKind::Over } else { OfferKind::Recognised };
    let parcel = NewParcel {
        numbers: record.numbers,
        title: record.title,
        orders: record.orders,
        shop: record.shop,
        note: record.note,
        tags: record.tags,
        ..NewParcel::default()
    };
    let told = parcel.numbers.first().and_then(|number| number::describe(number.as_str(), &context.identify()).ok());
    let offer = told.map_or_else(|| order(parcel.number_or_order()), |told| of_analysis(told, kind));
    AddOffer { kind, parcel, ..offer }
}

fn order(code: Option<CleanText>) -> AddOffer {
    AddOffer {
        piece: code.unwrap_or_default(),
        kind: OfferKind::Recognised,
        parcel: NewParcel::default(),
        wrong: None,
        carrier: None,
        near: None,
        corrections: Vec::new(),
    }
}

fn doubtful(piece: &CleanText, context: AddContext) -> Option<AddOffer> {
    let told = number::describe(piece, &context.identify()).ok()?;
    (told.near_miss.is_some() || !told.corrections.is_empty()).then(|| of_analysis(told, OfferKind::Doubtful))
}

fn left_over(piece: &CleanText, context: AddContext) -> AddOffer {
    match number::recognise(piece, &context.identify()).ok().and_then(|all| all.into_iter().next()) {
        Some(told) => of_analysis(told, OfferKind::NotTaken),
        None => AddOffer { kind: OfferKind::NotTaken, ..refused(piece, context) },
    }
}

fn of_analysis(told: NumberAnalysis, kind: OfferKind) -> AddOffer {
    let NumberAnalysis { input, number, candidates, near_miss, corrections, order, shop } = told;
    let carrier = match (&number, candidates.first()) {
        (Some(number), Some(best)) => CleanText::some_line(best.carrier(number.as_str())),
        _ => None,
    };
    let is_order = number.is_none() && order.is_some();
    let ranked = corrections::ranked(&input, corrections, near_miss.as_ref());
    let near = near_miss.map(|near| (CleanText::line(near.format.carrier), near.fault));
    AddOffer {
        piece: input,
        kind,
        wrong: (number.is_none() && !is_order).then_some(NumberError::BadCharacter),
        near: near.filter(|_| carrier.is_none()),
        carrier,
        corrections: if is_order { Vec::new() } else { ranked },
        parcel: NewParcel {
            numbers: number.into_iter().collect(),
            orders: order.map(|code| Order { shop: shop.clone(), ..Order::from(code) }).into_iter().collect(),
            shop,
            ..NewParcel::default()
        },
    }
}
