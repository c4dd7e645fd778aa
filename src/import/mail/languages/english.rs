//! English.

use super::language::Language;

pub(super) const ENGLISH: Language = Language {
    common: "the|your|you|we|and|of|for|has|is|was|it|to|this|with|our",
    placed: "order confirmation|confirmation of your order|order/purchase is? confirmed|order _ confirmed|\
        order _ placed|we ve? have? received your order|received your payment|\
        thank/thanks you? for your order/purchase|thank/thanks you? for ordering/shopping|\
        payment _ received|payment _ confirmed|payment _ successful|payment _ accepted|order _ paid|\
        order is in",
    placed_participle: "^ordered|you ordered",
    order_received: "order has been received|order was received|order received",
    preparing: "ready to ship|ready for shipment/dispatch/shipping|ready to be shipped/dispatched|\
        being prepared/packed/processed|preparing/packing/processing your|label _ created|getting ready|\
        getting your order ready|in preparation|prepared for|awaiting shipment/dispatch|is processing|\
        order packed|been packed|shipment information _ received",
    shipped: "shipping/shipment/dispatch confirmation|shipping/dispatch notification|order _ on its/the way|\
        items/purchase are/is on their/its/the way|shipment from order _ on its/the way",
    shipped_participle: "shipped|dispatched|despatched|order/parcel/package/item/items/purchase _ sent|\
        order/parcel/package/item/items/purchase _ posted|sent your order/parcel/package/item/items|\
        posted your order/parcel/package/item/items|handed over to|left our/the warehouse|left the seller",
    transit: "arrive|arrives|arriving|delivery|estimated|on its/the/their way|in transit|en route|\
        handed over to customs",
    later: "delivered|arrived|collected|out for delivery|ready for/to collection/collect/pickup/pick|\
        cleared customs|at customs|customs|in your country|at delivery center|delivery attempt*|\
        attempted delivery|attempted to deliver|delayed|delay|arriving today|arrives today|delivery today|\
        being delivered|picked up|pickup point|on its way back|returned|return|missed|stuck|lost|\
        rescheduled|held|with the courier",
    asked: "problem|issue|on hold|sorry|apologies|apologize|unfortunately|confirm your|is late|running late|\
        late|question|please confirm|confirm receipt|confirm the receipt|confirm delivery|confirm that|\
        confirm you|to confirm|awaiting confirmation|awaiting your|how did it go|how was|how did|rate|\
        review|feedback|survey|satisfied|did you receive|have you received|leave a|leave your|tell us|\
        what do you think|opinion|dispute|disputed|is closed|reminder|remember to|don t forget|enjoying|\
        action required|action needed|has it come|expires|expiring|complete your|finish your|\
        still waiting|left in your",
    received: "you ve? have? confirmed the? receipt|you ve? have? confirmed _ receipt|\
        you ve? have? confirmed that you received|you ve? have? confirmed that you have|\
        thank/thanks you? for confirming receipt/delivery",
    completed: "receipt confirmed|receipt of your? order confirmed|order receipt confirmed|order _ completed|\
        order _ finished|transaction _ completed|order is complete",
    cancelled: "order/purchase _ cancelled/canceled|cancelled/canceled your? order|^cancelled|^canceled|\
        order cancellation|cancellation of your? order|cancellation confirm*|cancelled/canceled the order",
    refunded: "refund _ issued/processed/sent/completed/credited/approved|refunded|refund for your? order|\
        money _ returned",
    auxiliary: "has|have|had|been|was|were|ve|just",
    not: "not|never|cannot|hasn|isn|wasn|weren|haven|didn|couldn|won|don|doesn|aren|unable|failed|fails|\
        failure|without|yet|pending|awaiting|waiting|rejected|declined|denied|required|unpaid|nor|neither|\
        no|cannot be|instead of|unsuccessful",
    ahead: "will|ll|shall|would|should|could|may|might|can|must|be|soon|shortly|expected|estimated|scheduled|\
        planned|please|kindly|click|press|tap|choose|select|mark|marked|my|i|usually|normally|typically|\
        all orders|orders are|hope|waiting|let you know|notify you|tell you|email you|inform you when|\
        next step|how to|i m|i ve|return|returns|replacement for|friend|similar|products|others|customers|\
        like|until",
    condition: "if|when|once|after|before|unless|until|till|whether|as soon as|whenever|while|in case|provided|\
        otherwise|which|assuming|should you|had you|by the time",
    elsewhen: "already|yesterday|ago|last|earlier|previously|recently|past|week|month",
    conjunction: "and|or|but|then|so",
};
