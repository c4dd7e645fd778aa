//! What a SOAP fault means.

use crate::domain::Trouble;
use crate::sources::decoding::status_phrases::holds;
use crate::sources::decoding::worded_troubles::not_understood;
use crate::sources::decoding::xml_tree::Node;

/// What a fault means for a number.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Verdict {
    /// The number is not known.
    Unknown,
    /// The number's shape is refused (certain: "The format of the request data is invalid").
    Malformed,
    /// Something that concerns the caller.
    Trouble(Trouble),
}

/// Reads a fault by the name of its detail and by its words. Which fault tells of a limit that is used up was
/// never seen, so that is looked for in all of them, and first.
pub(super) fn verdict(fault: &Node) -> Verdict {
    let words = fault.all_text();
    let lower = words.to_lowercase();
    let detail = fault.child("Detail").or_else(|| fault.child("detail"));
    let kind = detail.and_then(|detail| detail.children.first()).map_or("", |kind| kind.name.as_str());
    if holds(&lower, &["limit", "лимит", "quota", "квот", "превышен", "exceeded"]) {
        return Verdict::Trouble(Trouble::BudgetSpent);
    }
    if kind.starts_with("AuthorizationFault") || holds(&lower, &["авторизац", "authoriz", "authentic", "аутентифик"])
    {
        return Verdict::Trouble(Trouble::BadKey);
    }
    if kind.starts_with("OperationHistoryFault") {
        if holds(&lower, &["не найден", "not found", "неизвестн", "unknown", "нет информации", "no information"])
        {
            return Verdict::Unknown;
        }
        if holds(&lower, &["format", "формат"]) {
            return Verdict::Malformed;
        }
    }
    Verdict::Trouble(not_understood(&format!("Fault {kind}: {words}")))
}
