//! How good forecasts were.

/// Sums over forecasts of one kind.
#[derive(Clone, Copy, Default)]
pub struct Score {
    pub forecasts: f64,
    within: f64,
    width: f64,
    width_of_the_law: f64,
    crps: f64,
    crps_pooled: f64,
    crps_carrier: f64,
}

/// One forecast and what became of it, in days from the landmark.
pub struct Outcome {
    pub within: bool,
    /// From the first to the last day of the window.
    pub width: f64,
    /// The same for one who knows the law.
    pub width_of_the_law: f64,
    /// The continuous ranked probability score: of the forecast, of the pooled quantiles, of the carrier's day.
    pub crps: [f64; 3],
}

impl Score {
    pub fn add(&mut self, outcome: &Outcome) {
        self.forecasts += 1.0;
        self.within += f64::from(u8::from(outcome.within));
        self.width += outcome.width;
        self.width_of_the_law += outcome.width_of_the_law;
        self.crps += outcome.crps[0];
        self.crps_pooled += outcome.crps[1];
        self.crps_carrier += outcome.crps[2];
    }

    pub fn coverage(&self) -> f64 {
        self.within / self.forecasts
    }

    /// The width against that of one who knows the law.
    pub fn widening(&self) -> f64 {
        self.width / self.width_of_the_law
    }

    pub fn crps(&self) -> [f64; 3] {
        [self.crps, self.crps_pooled, self.crps_carrier].map(|sum| sum / self.forecasts)
    }

    pub fn row(&self, name: &str) -> String {
        let [own, pooled, carrier] = self.crps();
        format!(
            "| {name} | {:.0} | {:.1} % | {:.1} d | {:.2} | {own:.2} | {pooled:.2} | {carrier:.2} |",
            self.forecasts,
            100.0 * self.coverage(),
            self.width / self.forecasts,
            self.widening(),
        )
    }
}

/// Twice the mean pinball loss over the quantiles 0.05 to 0.95: the CRPS of a law known by these.
pub fn crps(quantiles: impl Fn(f64) -> f64, came: f64) -> f64 {
    let pinball = |share: f64| {
        let off = came - quantiles(share);
        if off >= 0.0 { share * off } else { (share - 1.0) * off }
    };
    (1..20).map(|n| 2.0 * pinball(f64::from(n) / 20.0)).sum::<f64>() / 19.0
}
