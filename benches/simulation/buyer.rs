//! A buyer and the ways of the parcels, in days from the first order. None of it is field data.

use super::random::Random;

/// Medians and sigmas of the three legs: to the border, the line haul, from the border to the door.
const LEGS: [(f64, f64); 3] = [(4.5, 0.50), (9.0, 0.55), (5.0, 0.50)];
/// How the orders are spread over the lanes.
const LANES: [f64; 4] = [0.50, 0.25, 0.15, 0.10];
/// Days between two orders.
const ORDER_EVERY: f64 = 7.0;

/// The laws of one buyer's lanes.
pub struct Buyer {
    /// By how much each leg of each lane is slower.
    slower: [[f64; 3]; 4],
}

/// A simulated parcel; times in days.
#[derive(Clone, Copy)]
pub struct Way {
    pub lane: usize,
    /// When it passes each landmark.
    pub passed: [f64; 3],
    pub delivered: f64,
    /// It is lost on the way, then.
    pub lost: Option<f64>,
    /// The day the carrier names at each landmark.
    pub named: [f64; 3],
}

impl Buyer {
    pub fn new(random: &mut Random) -> Self {
        Self { slower: [(); 4].map(|()| [(); 3].map(|()| (0.25 * random.normal()).exp())) }
    }

    /// So many parcels in the order they were shipped; from `drift_from` on every leg takes 30 % longer.
    pub fn orders(&self, parcels: usize, drift_from: usize, random: &mut Random) -> Vec<Way> {
        let mut shipped = 0.0;
        let mut ways: Vec<Way> = Vec::new();
        for n in 0..parcels {
            shipped += random.wait(ORDER_EVERY);
            let lane = lane(random);
            let way = self.way(lane, shipped, if n < drift_from { 1.0 } else { 1.3 }, random);
            // One in seven leaves the country in the same bag as the one before.
            let bag = ways.last().filter(|last| last.lane == lane && last.passed[1] > shipped).copied();
            let together = random.chance(0.15);
            ways.push(bag.filter(|_| together).map_or(way, |bag| way.moved_to(bag.passed[1])));
        }
        ways
    }

    pub fn way(&self, lane: usize, shipped: f64, drift: f64, random: &mut Random) -> Way {
        let mut leg = |n: usize| random.lognormal(LEGS[n].0, LEGS[n].1) * self.slower[lane][n] * drift;
        let left = shipped + leg(0);
        let arrived = left + leg(1);
        let to_the_door = leg(2);
        let customs = if random.chance(0.15) { random.lognormal(4.0, 0.6) } else { 0.0 };
        let delivered = next_working_day(arrived + customs + to_the_door);
        let lost = random.chance(0.04).then(|| shipped + random.share() * (delivered - shipped));
        let named = self.named(lane, [shipped, left, arrived], random);
        Way { lane, passed: [shipped, left, arrived], delivered, lost, named }
    }

    /// Carriers name days from a table: a little early, and without the weather.
    fn named(&self, lane: usize, passed: [f64; 3], random: &mut Random) -> [f64; 3] {
        let usual = |n: usize| LEGS[n].0 * self.slower[lane][n];
        let rest = [usual(0) + usual(1) + usual(2), usual(1) + usual(2), usual(2)];
        let noise = [3.0, 2.0, 1.5];
        [0, 1, 2].map(|n| passed[n] + 0.94 * rest[n] + noise[n] * random.normal())
    }
}

impl Way {
    fn moved_to(mut self, left: f64) -> Self {
        let shift = left - self.passed[1];
        self.passed[1] += shift;
        self.passed[2] += shift;
        self.named[1] += shift;
        self.named[2] += shift;
        self.delivered = next_working_day(self.delivered + shift);
        self
    }
}

fn lane(random: &mut Random) -> usize {
    let mut rest = random.share();
    LANES
        .iter()
        .position(|share| {
            rest -= share;
            rest < 0.0
        })
        .unwrap_or(0)
}

/// Nobody delivers at weekends.
fn next_working_day(time: f64) -> f64 {
    match time.floor() as i64 % 7 {
        5 => time + 2.0,
        6 => time + 1.0,
        _ => time,
    }
}
