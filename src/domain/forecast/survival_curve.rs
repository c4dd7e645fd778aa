//! The share that still waits after a time, from those that ended and those that are still going.
//!
//! Kaplan and Meier's product-limit estimate (JASA 53, 1958), with weights. What is still going counts as long as it
//! has lasted: to count the ended ones alone would leave out the slow.

/// One observation: how long it took, or how long it has lasted so far.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Observation {
    /// How long, on any scale that grows with time.
    pub value: f64,
    /// Whether it ended then; else it is still going.
    pub ended: bool,
    /// How much it counts, above 0.
    pub weight: f64,
}

/// Shares that differ by less are equal.
const ROUNDING: f64 = 1e-9;

/// What is left after an observation.
#[derive(Clone, Copy, Debug)]
struct Step {
    value: f64,
    /// The share that lasts longer, 0 to 1.
    left: f64,
    /// The weight of the observations that lasted longer.
    beyond: f64,
}

/// The share that lasts longer than a value.
#[derive(Clone, Debug, Default)]
pub struct SurvivalCurve {
    steps: Vec<Step>,
    total: f64,
    /// How many equally weighted observations tell as much as a unit of weight.
    per_weight: f64,
}

impl SurvivalCurve {
    /// The curve of some observations; those that are not finite do not count.
    #[must_use]
    pub fn of(observations: impl IntoIterator<Item = Observation>) -> Self {
        let mut sorted: Vec<Observation> =
            observations.into_iter().filter(|o| o.value.is_finite() && o.weight > 0.0).collect();
        sorted.sort_by(|a, b| a.value.total_cmp(&b.value).then(b.ended.cmp(&a.ended)));
        let total: f64 = sorted.iter().map(|o| o.weight).sum();
        let squares: f64 = sorted.iter().map(|o| o.weight * o.weight).sum();
        let (mut left, mut at_risk) = (1.0, total);
        let mut steps = Vec::with_capacity(sorted.len());
        for Observation { value, ended, weight } in sorted {
            if ended {
                left *= (1.0 - weight / at_risk.max(weight)).max(0.0);
            }
            at_risk = (at_risk - weight).max(0.0);
            steps.push(Step { value, left, beyond: at_risk });
        }
        Self { steps, total, per_weight: if squares > 0.0 { total / squares } else { 0.0 } }
    }

    /// How many observations lasted longer than a value; unequal weights tell as much as fewer equal ones (Kish's
    /// effective number, rounded).
    #[must_use]
    pub fn lasted_beyond(&self, value: f64) -> f64 {
        (self.per_weight * self.before(value).map_or(self.total, |step| step.beyond)).round()
    }

    /// The share that lasts longer than a value.
    #[must_use]
    pub fn left_after(&self, value: f64) -> f64 {
        self.before(value).map_or(1.0, |step| step.left)
    }

    /// The value by which `share` of those that lasted longer than `waited` ended; `None` where too few tell.
    ///
    /// One more observation, the one that is asked about, may stand anywhere among the others: the share is one of
    /// n + 1 ranks, which keeps the promise with few observations (split conformal prediction). Between two ranks it
    /// is interpolated.
    #[must_use]
    pub fn quantile(&self, waited: f64, share: f64) -> Option<f64> {
        let n = self.lasted_beyond(waited);
        let (from, alive) = (self.steps.partition_point(|s| s.value <= waited), self.left_after(waited));
        if n <= 0.0 || alive <= 0.0 {
            return None;
        }
        let mut before: Option<(f64, f64)> = None;
        for step in &self.steps[from..] {
            let gone = (alive - step.left) / alive * n / (n + 1.0);
            if gone <= before.map_or(0.0, |(_, last)| last) {
                continue;
            }
            if gone >= share - ROUNDING {
                let Some((value, less)) = before else { return Some(step.value) };
                return Some(value + (step.value - value) * (share - less) / (gone - less));
            }
            before = Some((step.value, gone));
        }
        None
    }

    fn before(&self, value: f64) -> Option<&Step> {
        self.steps[..self.steps.partition_point(|s| s.value <= value)].last()
    }
}
