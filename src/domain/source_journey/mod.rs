//! The journey of one parcel as one source tells it: from what each line says to the state that follows.
//!
//! A decoder says what a line is ([`Step`]); what follows from the sequence is said here and nowhere else. The rules:
//!
//! - A return, once ordered, stays one through every scan on the way back, and a delivery after it is "returned".
//! - A delivery that is struck out leaves the parcel where it was before.
//! - Collected where it waited to be collected is delivered; not collected in time goes back.
//! - A line that nobody can read leaves the parcel in transit at most: it never keeps a better state, never turns a
//!   parcel under way into an announced one, and never hides a delivery, a return or a trouble that was told before.
//! - Forecasts, notices and proofs are no steps.

#[cfg(test)]
mod tests;

use super::{State, Status, SubStatus};

/// What one line of a source's list says about the parcel.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Step {
    /// The parcel has come to this state.
    Reached(State),
    /// Something moved, and the line is known to tell no more than that; it can also stand before the first scan.
    Vague,
    /// A code or words that are not known.
    Unread,
    /// Nothing happened to the parcel: a forecast, a notice, a proof.
    Notice,
    /// The hand-over that was told before did not take place.
    HandOverRevoked,
    /// Taken over at a counter: by the addressee where the parcel waited for them, by the carrier at the beginning.
    TakenOver,
    /// It waited to be collected and nobody came in time.
    NotCollected,
}

/// Where a journey has come to.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Journey {
    state: Option<State>,
    told_by: Option<usize>,
    before_hand_over: Option<State>,
    goes_back: bool,
    steps: usize,
}

const DELIVERED: State = State::new(Status::Delivered, SubStatus::Other);
const WAITS: State = State::new(Status::AvailableForPickup, SubStatus::Other);
const PICKED_UP: State = State::new(Status::InTransit, SubStatus::PickedUp);

impl Journey {
    /// The journey told by these steps, the first one first.
    #[must_use]
    pub fn of(steps: impl IntoIterator<Item = Step>) -> Self {
        let mut journey = Self::default();
        for step in steps {
            journey.take(step);
        }
        journey
    }

    /// Takes one step further. Returns the state that the step itself shows in its place, `None` where it shows none.
    pub fn take(&mut self, step: Step) -> Option<State> {
        let place = self.steps;
        self.steps += 1;
        let shown = self.shown_by(step);
        let next = self.after(step, shown);
        if next != self.state || shown.is_some() || step == Step::Unread {
            self.told_by = self.teller(place, step, next);
        }
        if is_hand_over(next) && !is_hand_over(self.state) {
            self.before_hand_over = self.state;
        }
        self.goes_back |= next.is_some_and(State::is_return);
        self.state = next;
        shown
    }

    /// Where the parcel is now; `None` before the first step that says anything.
    #[must_use]
    pub fn state(&self) -> Option<State> {
        self.state
    }

    /// The step, counted from 0, whose words go with the state.
    #[must_use]
    pub fn told_by(&self) -> Option<usize> {
        self.told_by
    }

    /// What a source's own summary of the journey ("delivered") means after these steps.
    #[must_use]
    pub fn claim(&self, claimed: State) -> State {
        match claimed.status {
            Status::Delivered if self.goes_back => State::RETURNED,
            _ if self.goes_back && !claimed.ends_a_return() => self.state.unwrap_or(State::RETURNING),
            // A summary is as coarse as a status: the newest step may say more of the same.
            status => self.state.filter(|state| state.status == status && is_coarse(claimed)).unwrap_or(claimed),
        }
    }

    /// The state that a step shows in its place.
    fn shown_by(&self, step: Step) -> Option<State> {
        match step {
            Step::Reached(State { status: Status::Delivered, .. }) if self.goes_back => Some(State::RETURNED),
            Step::Reached(state) => Some(state),
            Step::TakenOver => Some(self.taken_over()),
            Step::NotCollected => Some(State::RETURNING),
            Step::HandOverRevoked => is_hand_over(self.state).then(|| self.reopened()),
            Step::Vague | Step::Unread | Step::Notice => None,
        }
    }

    /// The state after a step that shows `shown`.
    fn after(&self, step: Step, shown: Option<State>) -> Option<State> {
        match (step, shown) {
            (Step::Notice, _) | (Step::HandOverRevoked, None) => self.state,
            (Step::HandOverRevoked, reopened) => reopened,
            (_, shown) if self.goes_back => shown.filter(|state| state.ends_a_return()).or(self.state),
            (_, Some(state)) => Some(state),
            (Step::Unread, None) => Some(self.at_most_in_transit()),
            (_, None) => self.state.or(Some(State::UNDERWAY)),
        }
    }

    /// The state after a line that cannot be read.
    fn at_most_in_transit(&self) -> State {
        match self.state {
            Some(state) if state.status == Status::Delivered || is_trouble(state) => state,
            _ => State::UNDERWAY,
        }
    }

    fn taken_over(&self) -> State {
        match self.state.map(|state| state.status) {
            _ if self.goes_back => State::RETURNED,
            Some(Status::AvailableForPickup | Status::Delivered) => DELIVERED,
            None | Some(Status::NotFound | Status::InfoReceived) => PICKED_UP,
            Some(_) => State::UNDERWAY,
        }
    }

    /// Where the parcel is once its hand-over is struck out.
    fn reopened(&self) -> State {
        if self.goes_back {
            return State::RETURNING;
        }
        let at_the_door = |state: &State| {
            matches!(state.status, Status::AvailableForPickup | Status::OutForDelivery | Status::DeliveryFailure)
        };
        self.before_hand_over.filter(at_the_door).unwrap_or(WAITS)
    }

    /// Whose words go with the state: the step's own, where the state is its doing.
    fn teller(&self, place: usize, step: Step, next: Option<State>) -> Option<usize> {
        let stays = next == self.state;
        match step {
            Step::Unread if stays && next != Some(State::UNDERWAY) => self.told_by,
            Step::Reached(_) if stays && self.goes_back && next != Some(State::RETURNED) => self.told_by,
            _ => Some(place),
        }
    }
}

fn is_hand_over(state: Option<State>) -> bool {
    state.is_some_and(|state| state.status == Status::Delivered || state == State::RETURNED)
}

/// Whether a state says no more than its status.
fn is_coarse(state: State) -> bool {
    matches!(state.sub, None | Some(SubStatus::Other))
}

/// States that are worse than in transit: what cannot be read does not end them.
fn is_trouble(state: State) -> bool {
    matches!(state.status, Status::Exception | Status::DeliveryFailure | Status::Expired)
}
