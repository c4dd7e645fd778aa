//! Cainiao's action codes: what each says about the parcel.
//!
//! The names come from the Alibaba open platform's list for `aliexpress.logistics.redefining.querytrackingresult`
//! (which ends with "etc.") and from recorded answers. A code that is not here says nothing.

use super::code_meaning::{
    AT_CUSTOMS, ATTEMPT_FAILED, CLEARED, CUSTOMS_ASKS, CodeMeaning, DELIVERED, DEPARTED, DESTROYED, HELD, INFO, MOVING,
    PICKED_UP, REFUSED, RETURNED, RETURNING, TO_COLLECT, TROUBLE, WITH_COURIER,
};

/// One spelling of a code: upper case, underscores (one client saw blanks and lower case).
pub(super) fn normal(code: &str) -> String {
    code.trim().to_ascii_uppercase().replace(' ', "_")
}

/// What a code, in its normal spelling, says.
pub(super) fn meaning(code: &str) -> CodeMeaning {
    before_departure(code)
        .or_else(|| under_way(code))
        .or_else(|| customs(code))
        .or_else(|| at_the_end(code))
        .or_else(|| returns(code))
        .or_else(|| failures(code))
        .unwrap_or(if code.is_empty() { CodeMeaning::Vague } else { CodeMeaning::Unknown })
}

/// Whether a code shows that the parcel has left its country.
pub(super) fn shows_departure(code: &str) -> bool {
    matches!(
        code,
        "LH_DEPART"
            | "OE_DEPART"
            | "GTMS_OE_DEPART"
            | "LH_TRANS_ARRIVE"
            | "LH_TRANS_DEPART"
            | "CC_HO_IN_SUCCESS"
            | "CC_HO_OUT_SUCCESS"
            | "CC_IM_SUCCESS"
            | "GTMS_ACCEPT"
    ) || ["TD_", "TRANSFER_", "CC_TRANS_"].iter().any(|start| code.starts_with(start))
}

fn before_departure(code: &str) -> Option<CodeMeaning> {
    Some(match code {
        "GTMS_ASN"
        | "LAST_MILE_ASN_NOTIFY"
        | "WMS_CONFIRMED"
        | "TRANSIT_PORT_REROUTE_CALLBACK"
        | "CUSTOMS_ARRIVED_IN_AREA_CALLBACK" => CodeMeaning::Notice,
        "CREATE_ORDER_CES" | "CONSIGN" | "OM_CONSIGN" | "PRE_READY_TO_SHIP" | "GWMS_ACCEPT" | "GWMS_PICK"
        | "GWMS_PACKAGE" | "GWMS_OUTBOUND" | "GWMS_HANDOVER" => INFO,
        // Called off in the warehouse: a matter for the user, but no word of the parcel being at its end.
        "GWMS_REJECT" | "GWMS_EXCEPTION" | "GWMS_CANCEL" => TROUBLE,
        "PU_PICKUP_SUCCESS" | "PU_SIGN_IN_SUCCESS" | "COMMON_ACCEPT" | "GOT" => PICKED_UP,
        _ => return None,
    })
}

fn under_way(code: &str) -> Option<CodeMeaning> {
    Some(match code {
        "LH_DEPART" | "OE_DEPART" | "GTMS_OE_DEPART" => DEPARTED,
        "LH_ARRIVE" => CodeMeaning::LineHaulArrival,
        "CW_INBOUND"
        | "CW_OUTBOUND"
        | "CW_COMMON_PROCESSING1"
        | "SC_INBOUND_SUCCESS"
        | "SC_OUTBOUND_SUCCESS"
        | "SC_HO_OUT_SUCCESS"
        | "SC_SIGN_IN_SUCCESS"
        | "SC_TRANS_INBOUND_SUCCESS"
        | "SC_TRANS_OUTBOUND_SUCCESS"
        | "SC_INBOUND"
        | "SC_SORTING"
        | "SC_OUTBOUND"
        | "SC_ARRIVE"
        | "SC_DEPART"
        | "LH_HO_IN_SUCCESS"
        | "LH_HO_AIRLINE"
        | "LH_HO_OUT_SUCCESS"
        | "LH_POST_COLLECTION"
        | "LH_TRANS_ARRIVE"
        | "LH_TRANS_DEPART"
        | "TD_TRANS_ARRIVE"
        | "TD_TRANS_DEPART"
        | "TD_TRANS_ARRIVE_C"
        | "TD_TRANS_DEPART_C"
        | "TD_TRANSWH_OUTBOUND"
        | "TD_TRANS_ARRIVE_DCP"
        | "TRANSFER_ARRIVE"
        | "TRANSFER_DEPART"
        | "CC_TRANS_START"
        | "CC_TRANS_SUCCESS"
        | "COMMON_DEPART"
        | "DEPARTURE"
        | "ARRIVAL"
        | "GTMS_ACCEPT"
        | "GTMS_SC_ARRIVE"
        | "GTMS_SC_DEPART"
        | "GTMS_DO_ARRIVE"
        | "GTMS_STATION_IN"
        | "GTMS_STATION_OUT"
        | "GTMS_RELABEL"
        | "SL_ACCEPT"
        | "GSTAHUB_INBOUND" => MOVING,
        // Used for notices before shipment too, and a hand-over to the last mile can be told at the origin.
        "COMMON_INTRANSIT" | "LAST_MILE_HO_SUCCESS" | "LH_OTHER" | "GTMS_OTHER" => CodeMeaning::Vague,
        _ => return None,
    })
}

fn customs(code: &str) -> Option<CodeMeaning> {
    Some(match code {
        "CC_EX_START" | "CC_HO_IN_SUCCESS" => AT_CUSTOMS,
        "CC_EX_SUCCESS" | "CC_IM_SUCCESS" | "CC_HO_OUT_SUCCESS" | "CUS_SUCCESS" | "CIQ_SUCCESS" => CLEARED,
        "CC_IM_START" | "CC_IM_PROCESS" | "CUS_DECLARE" => CodeMeaning::ImportBegins,
        "CC_IM_EXCEPTION" => HELD,
        "CUS_TAX" => CUSTOMS_ASKS,
        _ => return None,
    })
}

fn at_the_end(code: &str) -> Option<CodeMeaning> {
    Some(match code {
        "GTMS_DO_DEPART" | "GTMS_DELIVERING" | "GTMS_RE_DELIVERING" | "LM_DELIVERY_DEPART" | "SENT_SCAN" => {
            WITH_COURIER
        }
        // A station signed for it, not the buyer.
        "GTMS_STA_SIGNED"
        | "GTMS_WAIT_SELF_PICK"
        | "GSTA_INBOUND"
        | "GSTA_INFORM_BUYER"
        | "POSTMAN_POST"
        | "GTMS_PUDO_INBOUND"
        | "PUDO_INBOUND"
        | "PUDO_DELIVERY" => TO_COLLECT,
        "GTMS_SIGNED"
        | "GSTA_SIGN"
        | "GSTA_BUYER_SIGN"
        | "STA_SIGN"
        | "SIGNED"
        | "COMMON_SIGNED"
        | "LM_SIGN_SUCCESS"
        | "GTMS_STA_SIGNED_DELIVER"
        | "GTMS_PUDO_SIGNED"
        | "PUDO_SIGN_SUCCESS" => DELIVERED,
        "GTMS_PUDO_OVERDUE" | "PUDO_OVERDUE" => CodeMeaning::NotCollected,
        "GTMS_DEL_FAILURE"
        | "GTMS_SIGN_FAILURE"
        | "GTMS_STA_SIGN_FAILURE"
        | "GTMS_FAILURE"
        | "STA_SIGN_FAIL"
        | "FAILED" => ATTEMPT_FAILED,
        "REJECT" => REFUSED,
        "EXCEPTION" | "LM_PARCEL_EXCEPTION" => TROUBLE,
        _ => return None,
    })
}

fn returns(code: &str) -> Option<CodeMeaning> {
    match code {
        "RETURNED" => Some(RETURNED),
        "LM_UNREACHABLE_RETURN" => Some(RETURNING),
        "RT_DESTROY" | "RT_WH_DESTROY" => Some(DESTROYED),
        _ => code.starts_with("RT_").then_some(RETURNING),
    }
}

/// Codes that end as failures do. A sorting centre's failure is a delay, not a fault (seen by one client), and a
/// failure on the way is not a failed delivery.
fn failures(code: &str) -> Option<CodeMeaning> {
    if !["_FAILURE", "_FAIL", "_FAILED"].iter().any(|end| code.ends_with(end)) {
        return None;
    }
    let begins = |starts: &[&str]| starts.iter().any(|start| code.starts_with(start));
    Some(if begins(&["SC_", "GTMS_SC_"]) {
        MOVING
    } else if begins(&["CC_IM_", "CC_EX_", "CC_HO_", "CUS_", "CIQ_"]) {
        HELD
    } else if begins(&["GTMS_", "GSTA_", "STA_", "LM_", "SL_"]) {
        ATTEMPT_FAILED
    } else {
        TROUBLE
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Status;

    fn status(code: &str) -> Option<Status> {
        match meaning(&normal(code)) {
            CodeMeaning::State(state) => Some(state.status),
            _ => None,
        }
    }

    #[test]
    fn a_station_is_not_the_addressee() {
        assert_eq!(status("GTMS_STA_SIGNED"), Some(Status::AvailableForPickup));
        assert_eq!(status("GTMS_SIGNED"), Some(Status::Delivered));
        assert_eq!(status("GSTAHUB_INBOUND"), Some(Status::InTransit));
    }

    #[test]
    fn spelling_does_not_matter() {
        assert_eq!(status(" gtms do depart "), Some(Status::OutForDelivery));
    }

    #[test]
    fn unknown_codes_and_notices_say_nothing() {
        for code in ["", "NEVER_SEEN", "GTMS_SIGNED_2", "DELIVERED", "DELIVERING", "GTMS_ASN", "COMMON_INTRANSIT"] {
            assert_eq!(status(code), None, "{code}");
        }
    }

    #[test]
    fn failures_are_told_apart_by_where_they_happen() {
        for (code, expected) in [
            ("GTMS_DEL_FAILURE", Status::DeliveryFailure),
            ("GSTA_BUYER_SIGN_FAIL", Status::DeliveryFailure),
            ("SC_OUTBOUND_FAILURE", Status::InTransit),
            ("CC_IM_FAILURE", Status::Exception),
            ("RT_WH_HO_IN_FAIL", Status::Exception),
            ("LH_ARRIVE_FAILURE", Status::Exception),
        ] {
            assert_eq!(status(code), Some(expected), "{code}");
        }
    }
}
