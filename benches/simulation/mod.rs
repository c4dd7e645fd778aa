//! Buyers with lanes, batches, weekends, customs, losses and a drift, and how well the forecast does for them.

mod buyer;
mod random;
mod score;

use chrono::{DateTime, Offset, TimeDelta, Utc};
use posylka::domain::Country;
use posylka::domain::forecast::{
    ArrivalModel, Earlier, Landmark, Milestones, NeededBy, RouteEnds, WayEnd, replay_from,
};

use buyer::{Buyer, Way};
use random::Random;
pub use score::Score;
use score::{Outcome, crps};

/// Parcels of each buyer.
const PARCELS: usize = 110;
/// From this one on everything takes 30 % longer.
const DRIFT_FROM: usize = 70;
/// Ways by which the widths of one who knows the law are found.
const KNOWN: usize = 400;

/// What came out, over all buyers.
#[derive(Default)]
pub struct Result {
    /// Before the drift, from each landmark.
    pub landmarks: [Score; 3],
    /// Before the drift, by lane.
    pub lanes: [Score; 4],
    /// Before the drift, with at least 20 delivered parcels.
    pub from_twenty: Score,
    /// The ten parcels after the drift began.
    pub drift: Score,
    /// The parcels after those.
    pub after_drift: Score,
    /// Asked again when 7 of 10 and 17 of 20 such parcels have come.
    pub late: Score,
    /// How often that was asked.
    pub late_asked: f64,
    /// Squared errors of the share that is late, their number, and how many were late.
    brier: [f64; 3],
}

impl Result {
    /// The Brier score of "needed by", and that of one who knows only how many are late.
    pub fn brier(&self) -> (f64, f64) {
        let [errors, asked, late] = self.brier;
        (errors / asked, late / asked * (1.0 - late / asked))
    }
}

/// So many buyers, the same ones each time.
pub fn run(buyers: u64) -> Result {
    let mut result = Result::default();
    for seed in 0..buyers {
        let mut random = Random::new(seed.wrapping_mul(7919) + 1);
        let buyer = Buyer::new(&mut random);
        let ways = buyer.orders(PARCELS, DRIFT_FROM, &mut random);
        let widths = [1.0, 1.3].map(|drift| known_widths(&buyer, drift, &mut random));
        for landmark in Landmark::ALL {
            follow(landmark, &ways, &widths, &mut random, &mut result);
        }
    }
    result
}

/// Every parcel of a buyer, forecast when it passes the landmark.
fn follow(at: Landmark, ways: &[Way], widths: &[[[f64; 3]; 4]; 2], random: &mut Random, result: &mut Result) {
    let own: Vec<Milestones> = ways.iter().map(milestones).collect();
    replay_from(at, &own, offset(), |here, now, model, earlier| {
        let found = own.iter().position(|way| way.passed[0] == here.passed[0] && way.end == here.end);
        let Some((n, way)) = found.map(|n| (n, &ways[n])) else { return };
        let Some(window) = model.forecast(here, now, offset()).and_then(|forecast| forecast.window) else { return };
        if way.lost.is_some() {
            return;
        }
        let drifted = n >= DRIFT_FROM;
        let outcome = Outcome {
            within: window.contains(time(way.delivered).date_naive()),
            width: (window.to - window.from).num_days() as f64,
            width_of_the_law: widths[usize::from(drifted)][way.lane][at.index()],
            crps: scores(model, at, way, &own, now),
        };
        result.count(n, at, way, model.law(at).delivered(), &outcome);
        result.needed(model, here, way, now, random);
        if !drifted {
            ask_again(at, &own, earlier, model, n, way, result);
        }
    });
}

impl Result {
    fn count(&mut self, n: usize, at: Landmark, way: &Way, tell: u32, outcome: &Outcome) {
        match n {
            n if n >= DRIFT_FROM + 10 => self.after_drift.add(outcome),
            n if n >= DRIFT_FROM => self.drift.add(outcome),
            _ => {
                self.landmarks[at.index()].add(outcome);
                self.lanes[way.lane].add(outcome);
                if tell >= 20 {
                    self.from_twenty.add(outcome);
                }
            }
        }
    }

    fn needed(&mut self, model: &ArrivalModel, here: &Milestones, way: &Way, now: DateTime<Utc>, random: &mut Random) {
        let day = (now + days(random.lognormal(12.0, 0.6))).date_naive();
        let Some(verdict) = NeededBy::of(model, here, day, now, offset()) else { return };
        let late = if time(way.delivered).date_naive() > day { 1.0 } else { 0.0 };
        self.brier = [self.brier[0] + (verdict.late - late).powi(2), self.brier[1] + 1.0, self.brier[2] + late];
    }
}

/// The same parcel again, when most such parcels have come and this one has not.
fn ask_again(
    at: Landmark,
    own: &[Milestones],
    earlier: &Earlier,
    first: &ArrivalModel,
    n: usize,
    way: &Way,
    result: &mut Result,
) {
    let passed = time(way.passed[at.index()]);
    let next = way.passed.get(at.index() + 1).copied().unwrap_or(f64::INFINITY);
    for share in [0.7, 0.85] {
        let Some(waited) = first.law(at).quantile(lane(way.lane), 0.0, share) else { continue };
        if way.delivered.min(next) <= way.passed[at.index()] + waited {
            continue;
        }
        result.late_asked += 1.0;
        let now = passed + days(waited);
        let others: Vec<Milestones> = own.iter().enumerate().filter(|(m, _)| *m != n).map(|(_, way)| *way).collect();
        let model = ArrivalModel::of(&others, earlier, now);
        let Some(window) = model.forecast(&own[n], now, offset()).and_then(|forecast| forecast.window) else {
            continue;
        };
        let within = window.contains(time(way.delivered).date_naive());
        let width = (window.to - window.from).num_days() as f64;
        result.late.add(&Outcome { within, width, width_of_the_law: width, crps: [0.0; 3] });
    }
}

/// The scores of the model, of the quantiles of all parcels delivered before, and of the carrier's day.
fn scores(model: &ArrivalModel, at: Landmark, way: &Way, own: &[Milestones], now: DateTime<Utc>) -> [f64; 3] {
    let came = way.delivered - way.passed[at.index()];
    let law = model.law(at);
    let furthest = law.quantile(lane(way.lane), 0.0, 0.8).unwrap_or(came) * 1.5;
    let told = |share: f64| law.quantile(lane(way.lane), 0.0, share).unwrap_or(furthest);
    let trips = own.iter().filter_map(|other| other.trip(at, now));
    let mut pooled: Vec<f64> = trips.filter(|trip| trip.delivered).map(|trip| trip.days).collect();
    pooled.sort_by(f64::total_cmp);
    let pool = |share: f64| {
        let rank = pooled.iter().enumerate().find(|(n, _)| (n + 1) as f64 > pooled.len() as f64 * share);
        rank.map_or(furthest, |(_, days)| *days)
    };
    [crps(told, came), crps(pool, came), (way.named[at.index()] - way.delivered).abs()]
}

/// The widths of the middle 8 of 10 for one who knows the laws, by lane and landmark.
fn known_widths(buyer: &Buyer, drift: f64, random: &mut Random) -> [[f64; 3]; 4] {
    [0, 1, 2, 3].map(|lane| {
        let ways: Vec<Way> = (0..KNOWN)
            .map(|_| {
                let shipped = 1000.0 + 7.0 * random.share();
                buyer.way(lane, shipped, drift, random)
            })
            .collect();
        [0, 1, 2].map(|at| {
            let mut days: Vec<f64> = ways.iter().map(|way| way.delivered - way.passed[at]).collect();
            days.sort_by(f64::total_cmp);
            days[KNOWN * 9 / 10] - days[KNOWN / 10]
        })
    })
}

fn gets_to(way: &Way, at: Landmark) -> bool {
    way.lost.is_none_or(|lost| lost > way.passed[at.index()])
}

/// What the tracker would know of it in the end; what lies after `now` is not looked at by the model.
fn milestones(way: &Way) -> Milestones {
    let passed = Landmark::ALL.map(|at| gets_to(way, at).then(|| time(way.passed[at.index()])));
    let end = way.lost.is_none().then(|| WayEnd::Delivered(time(way.delivered)));
    Milestones { lane: lane(way.lane), passed, end }
}

fn lane(lane: usize) -> RouteEnds {
    (Country::parse("CN"), Country::parse(["RU", "DE", "PL", "FR"][lane]))
}

fn time(since_start: f64) -> DateTime<Utc> {
    // 2024-01-01, a Monday: `next_working_day` counts from there.
    DateTime::UNIX_EPOCH + days(19_723.0 + since_start)
}

fn days(days: f64) -> TimeDelta {
    TimeDelta::milliseconds((days * 86_400_000.0) as i64)
}

fn offset() -> chrono::FixedOffset {
    chrono::Utc.fix()
}
