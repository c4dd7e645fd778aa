//! `cargo bench --bench forecast [-- BUYERS]`: how well the arrival forecast does for simulated buyers (1,000 unless
//! said otherwise), as a table, and how long the forecasts of a list take. Fails where a promise of `docs/forecast.md`
//! is not kept.

#![expect(clippy::cast_precision_loss, clippy::cast_possible_truncation, reason = "days and counts are small")]
#![expect(clippy::print_stdout, reason = "that is what it is for")]

mod simulation;

use simulation::Score;

fn main() {
    let buyers = std::env::args().find_map(|word| word.parse().ok()).unwrap_or(1000);
    let result = simulation::run(buyers);
    println!("{buyers} buyers\n");
    println!(
        "| forecasts | number | arrived within | width | against the known law | CRPS | of the pool | of the carrier |"
    );
    println!("|---|---|---|---|---|---|---|---|");
    let row = |name: &str, score: &Score| println!("{}", score.row(name));
    row("when shipped", &result.landmarks[0]);
    row("when it left the origin", &result.landmarks[1]);
    row("when it arrived", &result.landmarks[2]);
    for (score, share) in result.lanes.iter().zip([50, 25, 15, 10]) {
        row(&format!("the lane of {share} % of the orders"), score);
    }
    row("told by 20 parcels or more", &result.from_twenty);
    row("the ten after a drift of 30 %", &result.drift);
    row("the parcels after those", &result.after_drift);
    println!(
        "\nLate ones: asked {:.0} times, answered {:.0}; of these {:.1} % within.",
        result.late_asked,
        result.late.forecasts,
        100.0 * result.late.coverage()
    );
    let (brier, base) = result.brier();
    println!("Needed by: Brier score {brier:.3}, without any knowledge {base:.3}.");
}
