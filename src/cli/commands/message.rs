//! `posylka message`

use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};

use crate::cli::context::{CommandContext, CommandResult, shown};
use crate::cli::error::CliError;
use crate::cli::exit_code::Exit;
use crate::cli::inputs::language_arg::LanguageArg;
use crate::cli::inputs::stdin;
use crate::cli::text_output::stdout_abilities::{Output, talk};
use crate::config::nearest_word::nearest;
use crate::domain::advice::{AdviceContext as Rules, advice};
use crate::domain::message::{
    Addressee, How, Language, MessageChoice, MessageFacts, SentMessage, Situation, suggest, suggest_to,
};
use crate::domain::{CleanText, ParcelId};
use crate::json::DraftedMessageJson;
use crate::store::{Database, ParcelDetails};
use crate::t;
use crate::wording::message::letter;

/// Draft a message to the seller or the carrier about a parcel, with what is known filled in
#[derive(Args, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "flags of the command line, not a state")]
pub struct MessageArgs {
    /// A track number or a parcel's id
    #[arg(value_name = "NUMBER|ID")]
    pub key: String,
    /// To whom: `seller` or `carrier`; without it: whoever can help first
    #[arg(long, value_name = "WHOM")]
    pub to: Option<String>,
    /// What about: `stuck`, `not_received` …; without it: what the advice is about
    #[arg(long, value_name = "SITUATION")]
    pub about: Option<String>,
    /// The message's language; without it: the one that its reader most likely speaks
    #[arg(long, value_name = "LANG", value_parser = PossibleValuesParser::new(["en", "zh", "ru"]).map(|word| LanguageArg::of(&word)))]
    pub lang: Option<LanguageArg>,
    /// Print what it says in your own language below it
    #[arg(long)]
    pub beside: bool,
    /// As JSON
    #[arg(long, conflicts_with = "beside")]
    pub json: bool,
    /// Keep it in the parcel's log too, for `show` and `evidence`
    #[arg(long)]
    pub log: bool,
    /// Print no draft: keep the text on standard input in the parcel's log, as you sent it
    #[arg(long, conflicts_with_all = ["log", "beside"])]
    pub sent: bool,
}

/// Prints a draft, and keeps it in the log if that is asked for.
///
/// # Errors
/// There is no such parcel, or nobody to write to about that; the text cannot be read; the database fails.
pub fn run(args: &MessageArgs, context: &CommandContext, out: &mut Output) -> CommandResult {
    let mut db = context.open_to_read()?;
    let found = context.find(&db, &args.key)?;
    let Some(dossier) = db.dossier(found.id)? else { return Err(context.unknown(&args.key)) };
    let experience = db.experience()?;
    let rules = context.advice(&experience);
    let choice = choice(args, &dossier, &rules, context)?;
    let facts = MessageFacts::of(&dossier.parcel, &dossier.timeline, &rules);
    let text = if args.sent { sent_text(context)? } else { letter(choice, &facts) };
    let how = if args.sent { How::Noted } else { How::Printed };
    let kept = SentMessage { at: context.now(), choice, how, text };
    let logged = (args.log || args.sent) && keep(&mut db, found.id, &kept, context)?;
    let own = MessageChoice { language: reader_language(context), ..choice };
    let beside = (own != choice).then(|| letter(own, &facts));
    if args.json {
        out.json(&DraftedMessageJson::of(&kept, beside.as_deref().map(|text| (own.language, text)), logged))?;
        return Ok(Exit::Done);
    }
    if args.sent {
        return Ok(Exit::Done);
    }
    out.line(&kept.text)?;
    if let Some(beside) = beside.filter(|_| args.beside) {
        out.line(&format!("\n---\n\n{beside}"))?;
    }
    Ok(Exit::Done)
}

/// What is written about, to whom, in which language: what was asked for, and else what is called for.
fn choice(
    args: &MessageArgs,
    dossier: &ParcelDetails,
    rules: &Rules,
    context: &CommandContext,
) -> Result<MessageChoice, CliError> {
    let (parcel, home) = (&dossier.parcel, context.config.home_country);
    let to = args.to.as_deref().map(|word| addressee(word, context)).transpose()?;
    let about = args.about.as_deref().map(|word| situation(word, context)).transpose()?;
    let advice = advice(parcel, &dossier.standings, rules);
    let chosen = match (about, to) {
        (Some(about), _) if !args.sent && !about.fits(parcel) => return Err(needs_no_number(about, context)),
        (Some(about), Some(to)) if !about.addressees().contains(&to) => {
            return Err(wrong_addressee(about, to, context));
        }
        (Some(about), to) => MessageChoice::about(about, to, parcel, home),
        (None, Some(to)) => suggest_to(to, parcel, advice.as_ref(), home),
        (None, None) => suggest(parcel, advice.as_ref(), home),
    };
    let language = args.lang.and_then(LanguageArg::message_language).unwrap_or(chosen.language);
    Ok(MessageChoice { language, ..chosen })
}

fn addressee(word: &str, context: &CommandContext) -> Result<Addressee, CliError> {
    let known = Addressee::ALL.map(Addressee::as_str);
    Addressee::parse(&folded(word)).ok_or_else(|| {
        let what = t!(context.texts, "error-message-to", text = shown(word));
        CliError::usage(what, known.join(", "))
    })
}

fn situation(word: &str, context: &CommandContext) -> Result<Situation, CliError> {
    Situation::parse(&folded(word)).ok_or_else(|| {
        let words = Situation::ALL.map(Situation::as_str);
        let meant = nearest(&folded(word), words).map(|right| t!(context.texts, "config-did-you-mean", right = right));
        let hint = meant.into_iter().chain([words.join(", ")]).collect::<Vec<_>>().join(" ");
        CliError::usage(t!(context.texts, "error-message-about", text = shown(word)), hint)
    })
}

fn folded(word: &str) -> String {
    word.trim().to_lowercase().replace(['-', ' '], "_")
}

/// This addressee cannot help in this situation; the hint lists those in which it can.
fn wrong_addressee(about: Situation, to: Addressee, context: &CommandContext) -> CliError {
    let what = t!(context.texts, "error-message-nobody", about = about.as_str(), to = to.as_str());
    let helps = Situation::ALL.into_iter().filter(|s| s.addressees().contains(&to)).map(Situation::as_str);
    let words = helps.collect::<Vec<_>>().join(", ");
    CliError::usage(what, t!(context.texts, "error-message-nobody-hint", to = to.as_str(), words = words))
}

/// The situation is one of orders without a track number, and this parcel has one.
fn needs_no_number(about: Situation, context: &CommandContext) -> CliError {
    let what = t!(context.texts, "error-message-numbered", about = about.as_str());
    let hint = t!(context.texts, "error-message-numbered-hint", instead = Situation::WrongNumber.as_str());
    CliError::usage(what, hint)
}

/// The text as it was sent, from standard input.
fn sent_text(context: &CommandContext) -> Result<CleanText, CliError> {
    let text = CleanText::note(&stdin::standard(context)?);
    if text.is_empty() {
        let what = t!(context.texts, "error-message-empty");
        return Err(CliError::usage(what, t!(context.texts, "error-message-empty-hint")));
    }
    Ok(text)
}

fn keep(db: &mut Database, id: ParcelId, message: &SentMessage, context: &CommandContext) -> Result<bool, CliError> {
    let new = db.keep_message(id, message)?;
    if !new {
        talk(&t!(context.texts, "cli-message-same"));
    }
    Ok(new)
}

fn reader_language(context: &CommandContext) -> Language {
    Language::parse(context.config.language.code()).unwrap_or(Language::English)
}
