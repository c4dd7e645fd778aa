//! What a mail tells machines in the words of schema.org: `Order` and `ParcelDelivery`.

use chrono::NaiveDate;
use serde_json::Value;

use crate::domain::{CleanText, TrackingNumber};

/// Objects are looked into so deep.
const DEEPEST: usize = 12;
/// So many orders and deliveries of one mail are kept.
const MOST: usize = 50;
/// Between two titles.
const AND: &str = " + ";

/// How an order stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum OrderState {
    /// It is to be paid, or something is wrong.
    Open,
    /// It is being worked on.
    Processing,
    /// It is on its way.
    InTransit,
    /// It is there, or was, or went back.
    Over,
    /// It was cancelled.
    Cancelled,
}

/// An `Order`.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct SchemaOrder {
    pub code: Option<CleanText>,
    pub shop: Option<CleanText>,
    pub title: Option<CleanText>,
    pub ordered_on: Option<NaiveDate>,
    pub state: Option<OrderState>,
}

/// A `ParcelDelivery`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Delivery {
    pub number: TrackingNumber,
    pub order: SchemaOrder,
}

/// What a mail tells.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Schema {
    pub orders: Vec<SchemaOrder>,
    pub deliveries: Vec<Delivery>,
}

/// Reads the data of a mail.
pub(super) fn read(data: &[Value]) -> Schema {
    let mut schema = Schema::default();
    for value in data {
        schema.take(value, 0);
    }
    schema
}

impl Schema {
    /// Whether it tells nothing.
    pub fn is_empty(&self) -> bool {
        self.orders.is_empty() && self.deliveries.is_empty()
    }

    /// Whether all that it tells of is cancelled.
    pub fn is_cancelled(&self) -> bool {
        let states: Vec<_> = self.all().map(|order| order.state).collect();
        !states.is_empty() && states.iter().all(|state| *state == Some(OrderState::Cancelled))
    }

    /// Every order, those of the deliveries too.
    pub fn all(&self) -> impl Iterator<Item = &SchemaOrder> {
        self.orders.iter().chain(self.deliveries.iter().map(|delivery| &delivery.order))
    }

    fn take(&mut self, value: &Value, depth: usize) {
        if depth > DEEPEST || self.orders.len() + self.deliveries.len() >= MOST {
            return;
        }
        match value {
            Value::Array(all) => all.iter().for_each(|value| self.take(value, depth + 1)),
            Value::Object(_) if is_a(value, "ParcelDelivery") => self.delivery(value, depth),
            Value::Object(_) if is_a(value, "Order") => self.order(value, depth),
            Value::Object(fields) => fields.values().for_each(|value| self.take(value, depth + 1)),
            _ => {}
        }
    }

    fn order(&mut self, value: &Value, depth: usize) {
        let order = order(value);
        if order.code.is_some() && !self.orders.iter().any(|known| known.code == order.code) {
            self.orders.push(order);
        }
        each(&value["orderDelivery"]).for_each(|inner| self.take(inner, depth + 1));
    }

    fn delivery(&mut self, value: &Value, depth: usize) {
        let mut of = each(&value["partOfOrder"]).next().map(order).unwrap_or_default();
        let goods = titles(&value["itemShipped"]);
        of.title = goods.or(of.title);
        of.state = of.state.or_else(|| state(&value["deliveryStatus"]));
        let number = text(&value["trackingNumber"]).and_then(|number| TrackingNumber::parse(&number).ok());
        match number {
            Some(number) if !self.deliveries.iter().any(|known| known.number == number) => {
                self.deliveries.push(Delivery { number, order: of });
            }
            Some(_) => {}
            None => each(&value["partOfOrder"]).for_each(|inner| self.take(inner, depth + 1)),
        }
    }
}

fn order(value: &Value) -> SchemaOrder {
    let shop = ["merchant", "seller"].into_iter().find_map(|name| each(&value[name]).find_map(name_of));
    let goods = titles(&value["orderedItem"]).or_else(|| titles(&value["acceptedOffer"]));
    SchemaOrder {
        code: text(&value["orderNumber"]).and_then(|code| CleanText::some_line(&code)),
        shop,
        title: goods,
        ordered_on: text(&value["orderDate"]).and_then(|day| day.get(..10)?.parse().ok()),
        state: state(&value["orderStatus"]),
    }
}

/// The names of goods: products, offers of products, items of an order.
fn titles(value: &Value) -> Option<CleanText> {
    let mut names: Vec<CleanText> = Vec::new();
    for one in each(value).take(MOST) {
        let inner = ["itemOffered", "orderedItem", "itemShipped"].into_iter().find(|name| !one[*name].is_null());
        let name = inner.and_then(|name| titles(&one[name])).or_else(|| name_of(one));
        names.extend(name.filter(|name| !names.contains(name)));
    }
    let all: Vec<&str> = names.iter().map(CleanText::as_str).collect();
    CleanText::some_line(&all.join(AND))
}

fn name_of(value: &Value) -> Option<CleanText> {
    let name = if value.is_string() { value } else { &value["name"] };
    text(name).and_then(|name| CleanText::some_line(&name))
}

fn state(value: &Value) -> Option<OrderState> {
    let value = text(value).or_else(|| text(&value["@id"])).or_else(|| text(&value["name"]))?;
    let name = value.rsplit(['/', '#']).next().unwrap_or_default().to_ascii_lowercase();
    Some(match name.as_str() {
        "ordercancelled" | "ordercanceled" => OrderState::Cancelled,
        "orderpaymentdue" | "orderproblem" => OrderState::Open,
        "orderprocessing" => OrderState::Processing,
        "orderintransit" => OrderState::InTransit,
        "orderdelivered" | "orderpickupavailable" | "orderreturned" => OrderState::Over,
        _ => return None,
    })
}

fn is_a(value: &Value, kind: &str) -> bool {
    let is = |value: &Value| value.as_str().is_some_and(|name| name.rsplit(['/', '#', ':']).next() == Some(kind));
    each(&value["@type"]).any(is)
}

/// A value, or each of a list of them.
fn each(value: &Value) -> std::slice::Iter<'_, Value> {
    match value {
        Value::Array(all) => all.iter(),
        Value::Null => [].iter(),
        one => std::slice::from_ref(one).iter(),
    }
}

fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.trim().to_owned()).filter(|text| !text.is_empty()),
        Value::Number(number) => number.as_u64().map(|number| number.to_string()),
        Value::Array(all) => all.first().and_then(text),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_delivery_names_its_order_its_goods_and_its_shop() {
        let data = json!({"@context": "http://schema.org", "@type": "ParcelDelivery", "trackingNumber": "RB123456785CN",
            "carrier": {"@type": "Organization", "name": "FedEx"}, "itemShipped": {"@type": "Product", "name": "iPod Mini"},
            "partOfOrder": {"@type": "Order", "orderNumber": 176_057, "merchant": {"@type": "Organization", "name": "Bob Dole"},
                "orderStatus": "http://schema.org/OrderInTransit", "orderDate": "2026-11-03T10:31:00-08:00"}});
        let schema = read(&[json!([{"@graph": [data]}])]);
        let [delivery] = &schema.deliveries[..] else { panic!("{schema:?}") };
        let order = &delivery.order;
        assert_eq!((delivery.number.as_str(), order.code.as_deref()), ("RB123456785CN", Some("176057")));
        assert_eq!((order.title.as_deref(), order.shop.as_deref()), (Some("iPod Mini"), Some("Bob Dole")));
        assert_eq!((order.ordered_on, order.state), ("2026-11-03".parse().ok(), Some(OrderState::InTransit)));
    }

    #[test]
    fn an_order_names_several_goods() {
        let data = json!({"@type": "http://schema.org/Order", "orderNumber": "815", "acceptedOffer": [
            {"@type": "Offer", "itemOffered": {"name": "Hub"}}, {"@type": "Offer", "itemOffered": {"name": "Cable"}}]});
        let schema = read(&[data]);
        assert_eq!(schema.orders[0].title.as_deref(), Some("Hub + Cable"));
        assert!(
            read(&[json!({"@type": "ParcelDelivery", "trackingNumber": "N/A"}), json!("x"), json!(null)]).is_empty()
        );
    }
}
