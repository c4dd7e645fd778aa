//! What the first two letters of a UPU S10 number tell.
//!
//! Issuers break the rules on them, so they never make a number wrong; they only tell how far it can be followed.

use super::format::TrackedTo;

/// How far an S10 number can be followed, by its service indicator and issuer.
///
/// R (registered), C (parcel), E (express), V (insured), L (express letter) and H (e-commerce) are followed to the
/// door. U is an ordinary packet with a customs form, followed to the border. China Post uses A like U.
#[must_use]
pub fn tracked(number: &[u8]) -> TrackedTo {
    let from_china = number.ends_with(b"CN");
    match number.first() {
        Some(b'R' | b'C' | b'E' | b'V' | b'L' | b'H') => TrackedTo::ToDoor,
        Some(b'U') => TrackedTo::ToBorder,
        Some(b'A') if from_china => TrackedTo::ToBorder,
        _ => TrackedTo::Unknown,
    }
}

/// Whether the UPU assigns the indicator at all. One that it does not assign is a reason to doubt, not to refuse.
#[must_use]
pub fn assigned(number: &[u8]) -> bool {
    match number.get(..2) {
        Some([b'A', b]) => *b >= b'V',
        Some([b'G', b]) => matches!(b, b'A' | b'D'),
        Some([b'Q', b]) => *b <= b'M',
        Some([a, _]) => {
            matches!(a, b'B' | b'C' | b'D' | b'E' | b'H' | b'L' | b'M' | b'N' | b'P' | b'R' | b'U' | b'V' | b'Z')
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_indicator_tells_how_far() {
        assert_eq!(tracked(b"RB123456785CN"), TrackedTo::ToDoor);
        assert_eq!(tracked(b"UA123456785CN"), TrackedTo::ToBorder);
        assert_eq!(tracked(b"AG123456785CN"), TrackedTo::ToBorder);
        assert_eq!(tracked(b"AG123456785DE"), TrackedTo::Unknown);
    }

    #[test]
    fn the_assigned_indicators_are_those_of_the_list() {
        assert!(assigned(b"AV1") && assigned(b"QM1") && assigned(b"GD1") && assigned(b"LZ1"));
        assert!(!assigned(b"AA1") && !assigned(b"QN1") && !assigned(b"TQ1") && !assigned(b""));
    }
}
