//! What was read of a mail, as records.

use chrono::NaiveDate;

use super::labelled_dates::Days;
use super::order_step::{Facts, StepFact};
use super::schema_org::{OrderState, Schema, SchemaOrder};
use super::step::Step;
use crate::domain::{CleanText, Deadline, Order, TrackingNumber};
use crate::import::parsed_file::{ImportLocation, ImportSettings, OrderRecord, ParsedFile, SkipReason};

/// A track number, and the order that stands beside it.
pub(super) struct Numbered {
    pub number: TrackingNumber,
    pub order: Option<CleanText>,
}

/// What a mail tells.
pub(super) struct MailContent<'a> {
    pub place: ImportLocation,
    pub settings: &'a ImportSettings,
    /// The day of the mail.
    pub day: Option<NaiveDate>,
    /// Whether it speaks of orders or parcels at all.
    pub is_about_orders: bool,
    pub facts: Facts,
    pub days: Days,
    pub title: Option<CleanText>,
    pub shop: Option<CleanText>,
    /// Whether a shop wrote it; else its name is only a word in it.
    pub is_shops: bool,
    pub schema: Schema,
    pub numbers: Vec<Numbered>,
    /// The orders, each once.
    pub codes: Vec<CleanText>,
}

impl MailContent<'_> {
    /// Keeps what it tells.
    pub fn keep(&self, file: &mut ParsedFile) {
        let step = self.facts.step.as_ref().map(|fact| fact.step);
        let is_over = step == Some(Step::Cancelled) || self.schema.is_cancelled();
        if (is_over || step == Some(Step::Refunded)) && self.numbers.is_empty() {
            return file.pass(&self.place, SkipReason::Cancelled);
        }
        // A number in a mail that is about no order and from no shop may be anything.
        let is_about_orders = self.is_about_orders || !self.schema.is_empty();
        if !is_about_orders && self.shop.is_none() && self.codes.is_empty() {
            return;
        }
        let mut named: Vec<&CleanText> = Vec::new();
        for one in &self.numbers {
            let codes = self.codes_of(one);
            let orders: Vec<Order> = codes.iter().map(|code| self.order(Some(code))).collect();
            let orders = if codes.is_empty() { self.nameless().into_iter().collect() } else { orders };
            named.extend(codes);
            let mut record = OrderRecord { numbers: vec![one.number.clone()], ..self.record(orders) };
            // Of several parcels of an order each holds its own goods.
            let delivery = self.schema.deliveries.iter().find(|delivery| delivery.number == one.number);
            if let Some(goods) = delivery.and_then(|delivery| delivery.order.title.clone()) {
                for order in &mut record.orders {
                    order.title = Some(goods.clone());
                }
                record.title = Some(goods);
            }
            file.keep(OrderRecord { only_if_known: is_over, ..record });
        }
        // An order without a number: only where a shop writes, lest every bill becomes a parcel.
        let is_shops = self.is_shops || !self.schema.is_empty();
        for code in self.codes.iter().filter(|code| is_shops && !named.contains(code)) {
            let only_if_known = is_over || !self.is_worth_a_parcel(code);
            file.keep(OrderRecord { only_if_known, ..self.record(vec![self.order(Some(code))]) });
        }
    }

    /// The orders of a number: the one beside it, or, of the only number, all that the mail's links name.
    fn codes_of<'b>(&'b self, one: &'b Numbered) -> Vec<&'b CleanText> {
        let beside = one.order.as_ref().filter(|code| self.codes.contains(code));
        match beside {
            Some(code) => vec![code],
            None if self.numbers.len() == 1 => self.codes.iter().collect(),
            None => self.codes.iter().take(1).collect(),
        }
    }

    /// An order whose number is not named, where anything is told of it.
    fn nameless(&self) -> Option<Order> {
        let order = self.order(None);
        (order != Order { shop: self.shop.clone(), ..Order::default() }).then_some(order)
    }

    /// Whether an order that is not in the list is to be put there.
    fn is_worth_a_parcel(&self, code: &CleanText) -> bool {
        let told = self.facts.step.as_ref().filter(|fact| fact.is_news && self.is_about(fact, Some(code)));
        match (self.schema_order(Some(code)).and_then(|order| order.state), told.map(|fact| fact.step)) {
            (Some(OrderState::Processing | OrderState::InTransit), _) => true,
            (Some(_), _) => false,
            (None, step) => matches!(step, Some(Step::Placed | Step::Shipped)),
        }
    }

    fn record(&self, orders: Vec<Order>) -> OrderRecord {
        let title = match &orders[..] {
            [order] => order.title.clone(),
            _ => self.title.clone().filter(|_| self.codes.len() <= orders.len().max(1)),
        };
        let shop = orders.iter().find_map(|order| order.shop.clone()).or_else(|| self.shop.clone());
        OrderRecord { orders, title, shop, ..OrderRecord::at(self.place.clone()) }
    }

    /// What is told of an order. In a mail about several only what names this one counts.
    fn order(&self, code: Option<&CleanText>) -> Order {
        let by_machine = self.schema_order(code);
        let alone = self.codes.len() <= 1;
        let lines = if alone { self.days.clone() } else { Days::default() };
        let told = |step: Step| self.day_of(step, code, by_machine.and_then(|order| order.state));
        let ordered = by_machine.and_then(|order| order.ordered_on).or(lines.ordered_on).or_else(|| told(Step::Placed));
        let shipped = lines.shipped_on.or_else(|| told(Step::Shipped)).filter(|day| self.has_been(*day));
        let received = told(Step::Received).filter(|day| self.has_been(*day));
        // A day that stands behind that of a later step is not the day.
        let ordered =
            ordered.filter(|day| self.has_been(*day) && shipped.or(received).is_none_or(|later| *day <= later));
        let title = by_machine.and_then(|order| order.title.clone());
        Order {
            code: code.cloned(),
            shop: by_machine.and_then(|order| order.shop.clone()).or_else(|| self.shop.clone()),
            title: title.or_else(|| self.title.clone().filter(|_| alone)),
            ordered_on: ordered,
            shipped_on: shipped.filter(|day| received.is_none_or(|later| *day <= later)),
            protection: lines.protected_until.map(Deadline::told),
            received_on: received,
            expected_on: lines.expected_on.filter(|_| received.is_none()),
            ..Order::default()
        }
    }

    /// Whether a day has come, and is not behind that of the mail.
    fn has_been(&self, day: NaiveDate) -> bool {
        self.settings.has_come(day) && self.day.is_none_or(|mail| day <= mail)
    }

    fn schema_order(&self, code: Option<&CleanText>) -> Option<&SchemaOrder> {
        let same = self.schema.all().find(|order| order.code.as_ref() == code);
        let only = || self.schema.all().next().filter(|order| self.schema.all().count() == 1 && order.code.is_none());
        same.or_else(only)
    }

    /// The day of a step: that of the mail that tells of it, or one that a sentence names. What the shop tells machines
    /// wins over its words.
    fn day_of(&self, step: Step, code: Option<&CleanText>, state: Option<OrderState>) -> Option<NaiveDate> {
        let denied = match state {
            None => false,
            Some(OrderState::Open | OrderState::Cancelled) => true,
            Some(OrderState::Processing) => step != Step::Placed,
            Some(OrderState::InTransit) => step == Step::Received,
            Some(OrderState::Over) => step != Step::Received,
        };
        let about = |fact: &&StepFact| fact.step == step && self.is_about(fact, code);
        let named = self.facts.dated.iter().find(about);
        let of_mail = self.facts.step.iter().find(about).filter(|_| !denied);
        named.or(of_mail).and_then(|fact| fact.day)
    }

    /// Whether a sentence is about an order: it names it, or there is no other.
    fn is_about(&self, fact: &StepFact, code: Option<&CleanText>) -> bool {
        let Some(code) = code.filter(|_| self.codes.len() > 1) else { return true };
        let named = |code: &CleanText| fact.said.contains(code.as_str());
        named(code) || (fact.of_all && !self.codes.iter().any(named))
    }
}
