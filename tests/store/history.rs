//! Everything that is kept about one parcel, and its answers' places in the chain of all.

use posylka::domain::{Outcome, State, Trouble};
use posylka::store::ChainEnds;

use crate::support::*;

#[test]
fn a_history_holds_every_check_and_each_answer_with_the_one_before() {
    let mut db = db();
    let (lp, ra) = (add(&mut db, LP), add(&mut db, RA));
    let said = || known(facts(State::UNDERWAY), vec![event(LP, 9, "scan", None)]);
    record(&mut db, "a", LP, 1, said());
    record(&mut db, "a", RA, 2, unknown());
    record(&mut db, "b", LP, 3, Err(Trouble::Blocked));
    record(&mut db, "a", LP, 4, said());

    let history = db.history(lp).unwrap().unwrap();
    let checks: Vec<_> = history.checks.iter().map(|c| (c.source.as_str(), c.asked_at, c.outcome)).collect();
    let wanted = [
        ("a", at(1), Some(Outcome::Answered)),
        ("b", at(3), Some(Outcome::Blocked)),
        ("a", at(4), Some(Outcome::Answered)),
    ];
    assert_eq!(checks, wanted);
    assert_eq!(history.dossier, db.dossier(lp).unwrap().unwrap());
    let answers: Vec<_> = history.answers.iter().map(|linked| linked.answer.clone()).collect();
    assert_eq!(answers, db.answers(lp).unwrap());
    assert_eq!(answers.iter().map(|answer| answer.id).collect::<Vec<_>>(), [1, 3, 4]);
    for linked in &history.answers {
        assert_eq!(linked.answer.link_after(&linked.previous), linked.answer.chain);
    }
    let other = db.history(ra).unwrap().unwrap();
    assert_eq!((history.answers[0].previous, history.answers[1].previous), ([0; 32], other.answers[0].answer.chain));
    let ends = ChainEnds { answers: 4, first: Some(answers[0].chain), last: Some(answers[2].chain) };
    assert_eq!((history.chain, other.chain), (ends, ends));
    db.remove(lp, now()).unwrap();
    assert!(db.history(lp).unwrap().is_none());
}
