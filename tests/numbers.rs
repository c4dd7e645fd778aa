//! Tracking numbers on the project's own corpus.

use posylka::domain::number::{Check, IdentifyContext, identify, near_miss};

#[test]
fn an_s10_number_is_itself_and_its_mutilations_are_not() {
    let found = identify("RB123456785CN", &IdentifyContext::default());
    assert_eq!(found[0].format.id, "s10/s10");
    assert_eq!(found[0].check, Check::Passed);
    for wrong in ["RB123456784CN", "RB123456785XX", "RВ123456785CN"] {
        assert!(identify(wrong, &IdentifyContext::default()).iter().all(|c| c.format.id != "s10/s10"), "{wrong}");
    }
    assert_eq!(near_miss("RB123456784CN").and_then(|m| m.expected), Some('5'));
}
