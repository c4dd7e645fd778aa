//! `posylka identify`

use std::io::{BufRead, BufReader, Read, Stdin};

use clap::Args;

use crate::cli::context::{CommandContext, CommandResult};
use crate::cli::error::CliError;
use crate::cli::exit_code::Exit;
use crate::cli::text_output::number_text;
use crate::cli::text_output::stdout_abilities::{Output, fit};
use crate::domain::number::{self, Candidate, Check};
use crate::domain::{CleanText, TrackingNumber};
use crate::json::IdentifiedJson;
use crate::json::number::{CandidateJson, CorrectionJson};
use crate::t;
use crate::use_cases::add::ranked_corrections;

/// Tell what a number is: formats, check digit, corrections
#[derive(Args, Debug)]
pub struct IdentifyArgs {
    /// Numbers of any spelling, or `-`: one a line on standard input, answered one a line
    #[arg(required = true, value_name = "NUMBER")]
    pub numbers: Vec<String>,
    /// As JSON: one object a line
    #[arg(long)]
    pub json: bool,
    /// Only the id of the likeliest format, or an empty line
    #[arg(long, conflicts_with = "json")]
    pub format_only: bool,
}

/// A line longer than this is no number, and its rest is passed over, in bytes.
const MAX_LINE: u64 = 4096;

/// Tells what each number is, one line each.
///
/// # Errors
/// Standard input cannot be read, or the output is closed.
pub fn run(args: &IdentifyArgs, context: &CommandContext, out: &mut Output) -> CommandResult {
    let mut identifier =
        Identifier { args, context, ranking: number_text::identify_context(context), candidates: Vec::new() };
    for text in &args.numbers {
        if text == "-" { identifier.answer_lines(out)? } else { identifier.answer(text, out)? }
    }
    Ok(Exit::Done)
}

/// What stays the same from one number to the next, and the candidates of the last one.
struct Identifier<'a> {
    args: &'a IdentifyArgs,
    context: &'a CommandContext,
    ranking: number::IdentifyContext<'static>,
    candidates: Vec<Candidate>,
}

impl Identifier<'_> {
    /// One answer a line; sent out as soon as no further line is waiting, so that a pipe can hold a conversation.
    fn answer_lines(&mut self, out: &mut Output) -> Result<(), CliError> {
        let mut input = BufReader::with_capacity(1 << 16, std::io::stdin());
        let mut line = Vec::new();
        while self.read_line(&mut input, &mut line)? {
            self.answer(&String::from_utf8_lossy(&line), out)?;
            if !input.buffer().contains(&b'\n') {
                out.flush()?;
            }
        }
        Ok(())
    }

    fn read_line(&self, input: &mut BufReader<Stdin>, line: &mut Vec<u8>) -> Result<bool, CliError> {
        line.clear();
        let read = input.by_ref().take(MAX_LINE).read_until(b'\n', line).and_then(|read| {
            if read as u64 == MAX_LINE && line.last() != Some(&b'\n') {
                input.skip_until(b'\n')?;
            }
            Ok(read > 0)
        });
        read.map_err(|error| {
            let what = t!(self.context.texts, "error-input", why = error.to_string());
            CliError::failed(what, t!(self.context.texts, "error-input-hint"))
        })
    }

    /// Prints the answer about one text.
    fn answer(&mut self, text: &str, out: &mut Output) -> Result<(), CliError> {
        let text = text.trim_end_matches(['\n', '\r']);
        number::identify_into(text, &self.ranking, &mut self.candidates);
        if self.args.format_only {
            return Ok(out.line(self.candidates.first().map_or("", |candidate| candidate.format.id))?);
        }
        let number = TrackingNumber::parse(text).ok();
        if self.args.json {
            return Ok(out.json_line(&self.json(text, number.as_ref()))?);
        }
        let line = self.text(text, number.as_ref());
        Ok(out.line(&line)?)
    }

    fn json(&self, text: &str, number: Option<&TrackingNumber>) -> IdentifiedJson {
        let spelling = number.map(TrackingNumber::as_str).unwrap_or_default();
        IdentifiedJson {
            input: CleanText::line(text).to_string(),
            normalized: number.map(ToString::to_string),
            candidates: self.candidates.iter().map(|candidate| CandidateJson::of(candidate, spelling)).collect(),
            corrections: ranked_corrections(text, &self.ranking).iter().map(CorrectionJson::from).collect(),
            order_shop: number::order_shop(text, &self.ranking),
        }
    }

    /// The number, its likeliest format and check, other formats, and what may have been meant.
    fn text(&self, text: &str, number: Option<&TrackingNumber>) -> String {
        let texts = &self.context.texts;
        let spelling = number.map_or_else(|| fit(&CleanText::line(text), 60), ToString::to_string);
        let mut parts = vec![spelling.clone()];
        if let Some(shop) = number::order_shop(text, &self.ranking) {
            return [spelling, t!(texts, "cli-identify-order", shop = shop)].join("  ");
        }
        let near_miss = number::near_miss(text);
        match self.candidates.first() {
            Some(best) => {
                let carrier = best.carrier(&spelling);
                parts.push(format!("{} ({carrier})", best.format.id));
                parts.push(self.check(best.check));
                parts.extend(self.others());
            }
            None => parts.push(match &near_miss {
                Some(miss) => number_text::near_miss(texts, miss),
                None => t!(texts, "cli-identify-nothing"),
            }),
        }
        // Of a number that resembles nothing, nothing speaks for one correction more than for another.
        let resembles = near_miss.is_some() || number.is_none() || !self.candidates.is_empty();
        let corrections = ranked_corrections(text, &self.ranking).into_iter().filter(|one| resembles || one.firm);
        parts.extend(corrections.take(3).map(|correction| number_text::correction(texts, &correction)));
        parts.join("  ")
    }

    fn check(&self, check: Check) -> String {
        match check {
            Check::Passed => t!(self.context.texts, "cli-identify-check-passed"),
            Check::Failed => t!(self.context.texts, "cli-identify-check-failed"),
            Check::None => t!(self.context.texts, "cli-identify-check-none"),
        }
    }

    fn others(&self) -> Option<String> {
        let others: Vec<&str> = self.candidates.iter().skip(1).take(4).map(|candidate| candidate.format.id).collect();
        (!others.is_empty()).then(|| t!(self.context.texts, "cli-identify-or", formats = others.join(", ")))
    }
}
