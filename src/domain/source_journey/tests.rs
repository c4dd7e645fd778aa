use proptest::prelude::*;

use super::*;

fn reached(status: Status, sub: SubStatus) -> Step {
    Step::Reached(State::new(status, sub))
}

fn transit(sub: SubStatus) -> Step {
    reached(Status::InTransit, sub)
}

const OUT: Step = Step::Reached(State::new(Status::OutForDelivery, SubStatus::Other));
const ANNOUNCED: Step = Step::Reached(State::only(Status::InfoReceived));

fn state(steps: &[Step]) -> Option<State> {
    Journey::of(steps.iter().copied()).state()
}

#[test]
fn a_return_stays_one_and_its_delivery_is_to_the_sender() {
    let back =
        [OUT, Step::Reached(State::RETURNING), transit(SubStatus::Departure), Step::Unread, OUT, Step::Reached(WAITS)];
    assert_eq!(state(&back), Some(State::RETURNING));
    let mut delivered = back.to_vec();
    delivered.push(Step::Reached(DELIVERED));
    assert_eq!(state(&delivered), Some(State::RETURNED));
    let lost = [Step::Reached(State::RETURNING), reached(Status::Exception, SubStatus::Lost)];
    assert_eq!(state(&lost), Some(State::new(Status::Exception, SubStatus::Lost)));
}

#[test]
fn a_delivery_that_is_struck_out_reopens() {
    assert_eq!(
        state(&[OUT, Step::Reached(DELIVERED), Step::HandOverRevoked]),
        Some(State::new(Status::OutForDelivery, SubStatus::Other))
    );
    assert_eq!(state(&[transit(SubStatus::Arrival), Step::Reached(DELIVERED), Step::HandOverRevoked]), Some(WAITS));
}

#[test]
fn who_takes_it_over_depends_on_where_it_was() {
    assert_eq!(state(&[Step::Reached(WAITS), Step::Vague, Step::TakenOver]), Some(DELIVERED));
    assert_eq!(state(&[ANNOUNCED, Step::TakenOver]), Some(PICKED_UP));
    assert_eq!(state(&[Step::TakenOver]), Some(PICKED_UP));
    assert_eq!(state(&[transit(SubStatus::Arrival), Step::TakenOver]), Some(State::UNDERWAY));
    assert_eq!(state(&[Step::Reached(WAITS), Step::NotCollected, Step::TakenOver]), Some(State::RETURNED));
}

#[test]
fn what_cannot_be_read_keeps_nothing_better() {
    for better in [ANNOUNCED, OUT, Step::Reached(WAITS), transit(SubStatus::PickedUp)] {
        assert_eq!(state(&[better, Step::Unread]), Some(State::UNDERWAY), "{better:?}");
    }
    let failed = State::new(Status::DeliveryFailure, SubStatus::Other);
    for kept in [failed, DELIVERED, State::new(Status::Exception, SubStatus::Lost)] {
        assert_eq!(state(&[Step::Reached(kept), Step::Unread]), Some(kept));
    }
}

#[test]
fn a_vague_line_and_a_notice_change_nothing() {
    for told in [ANNOUNCED, Step::Reached(WAITS), Step::Reached(DELIVERED)] {
        assert_eq!(state(&[told, Step::Vague]), state(&[told]));
        assert_eq!(state(&[told, Step::Notice]), state(&[told]));
    }
    assert_eq!(state(&[Step::Vague]), Some(State::UNDERWAY));
    assert_eq!(state(&[Step::Notice]), None);
}

#[test]
fn the_words_beside_a_state_are_those_that_told_it() {
    let told_by = |steps: &[Step]| Journey::of(steps.iter().copied()).told_by();
    assert_eq!(told_by(&[OUT, Step::Notice]), Some(0));
    assert_eq!(told_by(&[OUT, Step::Unread]), Some(1));
    assert_eq!(told_by(&[Step::Unread, Step::Unread]), Some(1));
    assert_eq!(told_by(&[Step::Reached(State::RETURNING), transit(SubStatus::Departure)]), Some(0));
    assert_eq!(told_by(&[Step::Reached(State::RETURNING), Step::Reached(DELIVERED)]), Some(1));
    assert_eq!(told_by(&[Step::Reached(DELIVERED), Step::Unread]), Some(0));
}

#[test]
fn a_sources_own_summary_is_read_in_the_light_of_the_steps() {
    let back = Journey::of([Step::Reached(State::RETURNING)]);
    assert_eq!(back.claim(DELIVERED), State::RETURNED);
    assert_eq!(back.claim(State::UNDERWAY), State::RETURNING);
    assert_eq!(Journey::of([OUT]).claim(DELIVERED), DELIVERED);
}

fn any_step() -> impl Strategy<Value = Step> {
    let states = (prop::sample::select(&Status::ALL[1..]), prop::sample::select(&SubStatus::ALL[..]));
    prop_oneof![
        6 => states.prop_map(|(status, sub)| Step::Reached(State::new(status, sub))),
        1 => Just(Step::Reached(State::RETURNING)),
        1 => Just(Step::Reached(DELIVERED)),
        1 => Just(Step::Vague),
        2 => Just(Step::Unread),
        1 => Just(Step::Notice),
        1 => Just(Step::HandOverRevoked),
        1 => Just(Step::TakenOver),
        1 => Just(Step::NotCollected),
    ]
}

fn goes_back(step: Step) -> bool {
    matches!(step, Step::NotCollected) || matches!(step, Step::Reached(state) if state.is_return())
}

proptest! {
    #[test]
    fn after_a_return_nothing_is_delivered(steps in prop::collection::vec(any_step(), 0..20)) {
        let ordered = steps.iter().position(|step| goes_back(*step));
        let mut journey = Journey::default();
        for (place, step) in steps.iter().enumerate() {
            let shown = journey.take(*step);
            if ordered.is_some_and(|at| at <= place) {
                prop_assert!(journey.state().is_some_and(|state| state.status == Status::Exception));
                prop_assert!(shown.is_none_or(|state| state.status != Status::Delivered));
            }
        }
        prop_assert_eq!(&journey, &Journey::of(steps.iter().copied()));
    }

    #[test]
    fn delivered_needs_a_step_that_says_so(steps in prop::collection::vec(any_step(), 0..20)) {
        let says_so = |step: &Step| *step == Step::TakenOver || matches!(step, Step::Reached(s) if s.status == Status::Delivered);
        if state(&steps).is_some_and(|state| state.status == Status::Delivered) {
            prop_assert!(steps.iter().any(says_so));
        }
    }

    #[test]
    fn a_line_that_cannot_be_read_never_leaves_a_better_state(steps in prop::collection::vec(any_step(), 0..20)) {
        let before = state(&steps);
        let mut more = steps.clone();
        more.push(Step::Unread);
        let after = state(&more).expect("a state after a scan");
        let kept = before == Some(after) && (after.status == Status::Delivered || is_trouble(after));
        prop_assert!(kept || after == State::UNDERWAY);
    }

    #[test]
    fn notices_are_no_steps(steps in prop::collection::vec(any_step(), 0..20)) {
        let without: Vec<Step> = steps.iter().copied().filter(|step| *step != Step::Notice).collect();
        prop_assert_eq!(state(&steps), state(&without));
    }

    #[test]
    fn the_words_are_those_of_a_step_that_was_taken(steps in prop::collection::vec(any_step(), 0..20)) {
        let journey = Journey::of(steps.iter().copied());
        prop_assert!(journey.told_by().is_none_or(|place| place < steps.len() && steps[place] != Step::Notice));
    }
}
