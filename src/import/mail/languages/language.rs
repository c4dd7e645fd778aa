//! What a language says of the steps of an order.

/// What a language says, and how.
pub(in crate::import::mail) struct Language {
    /// Words that nearly every sentence has: they tell the language.
    pub common: &'static str,
    /// The order was placed or paid.
    pub placed: &'static str,
    /// The same, as a participle that is a statement in a subject and needs [`Self::auxiliary`] in a sentence.
    pub placed_participle: &'static str,
    /// "Your order was received": by the shop, or, in a shop that waits for the buyer's confirmation, by the buyer.
    pub order_received: &'static str,
    /// It is being packed.
    pub preparing: &'static str,
    /// It was sent off.
    pub shipped: &'static str,
    /// The same, as a participle.
    pub shipped_participle: &'static str,
    /// It is on its way; of itself no day of anything.
    pub transit: &'static str,
    /// Steps behind being sent off: in customs, out for delivery, delivered.
    pub later: &'static str,
    /// The buyer is asked for something: to confirm, to review, to answer.
    pub asked: &'static str,
    /// The buyer confirmed that it has come.
    pub received: &'static str,
    /// The order is completed.
    pub completed: &'static str,
    /// The order was cancelled.
    pub cancelled: &'static str,
    /// Money was returned.
    pub refunded: &'static str,
    /// Words that make a participle a statement.
    pub auxiliary: &'static str,
    /// Words that deny, anywhere in the clause.
    pub not: &'static str,
    /// Words that, before a phrase, make it a future, a wish, a request or somebody else's.
    pub ahead: &'static str,
    /// Words that begin a condition.
    pub condition: &'static str,
    /// Words that put a step into another time than that of the mail.
    pub elsewhen: &'static str,
    /// Words that begin a further clause.
    pub conjunction: &'static str,
}
