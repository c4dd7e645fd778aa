//! Writing letters, and looking at those that were written.

use chrono::TimeDelta;
use posylka::app::{Code, DetailData, Effect, Input, Key, Mode, Task, TerminalRequest, UnsentText};
use posylka::domain::message::{Addressee, How, Language as In, MessageChoice, SentMessage, Situation, UnsentMessage};
use posylka::domain::{CleanText, ParcelId};
use posylka::error_messages::EditorError;
use posylka::store::StoreError;
use posylka::texts::Language;

use super::world::{Screen, now, parcels, settings};

const FIRST: ParcelId = ParcelId(1);
const CUSTOMS: MessageChoice =
    MessageChoice { situation: Situation::AtCustoms, to: Addressee::Carrier, language: In::Russian };

/// The dialog on the parcel at customs.
fn writing(size: (u16, u16), language: Language) -> Screen {
    let mut screen = Screen::full(size, language, settings());
    assert!(screen.press("m").is_empty());
    screen
}

fn ctrl(screen: &mut Screen, c: char) -> Vec<Effect> {
    screen.key(Key::ctrl(c))
}

fn save(text: Option<CleanText>) -> Effect {
    Effect::Task(Task::SaveUnsent(UnsentText { parcel: FIRST, choice: CUSTOMS, text }))
}

fn starts_with(unsent: &UnsentText, text: &str) -> bool {
    let about = (unsent.parcel, unsent.choice) == (FIRST, CUSTOMS);
    about && unsent.text.as_ref().is_some_and(|kept| kept.starts_with(text))
}

/// The text that is being written.
fn text(screen: &Screen) -> String {
    let Mode::Message(dialog) = &screen.app.mode else { panic!("no letter is open:\n{}", screen.text()) };
    dialog.editor.text().to_owned()
}

fn choice(screen: &Screen) -> MessageChoice {
    let Mode::Message(dialog) = &screen.app.mode else { panic!("no letter is open") };
    dialog.choice
}

fn closed(screen: &Screen) -> bool {
    matches!(screen.app.mode, Mode::Browse)
}

/// The dossier of the parcel at customs with these letters.
fn with(messages: Vec<SentMessage>, unsent: Vec<UnsentMessage>) -> Input {
    let (_, dossier) = parcels().remove(0);
    Input::Detail(Box::new(DetailData { messages, unsent, ..dossier }))
}

#[test]
fn what_it_looks_like() {
    for language in [Language::En, Language::Ru] {
        for size in [(80, 24), (120, 40), (60, 15), (40, 12), (30, 8)] {
            let mut screen = writing(size, language);
            let name = format!("letter_{}x{}_{}", size.0, size.1, language.code());
            insta::assert_snapshot!(name.clone(), screen.text());
            if size.0 == 80 {
                insta::assert_snapshot!(format!("{name}_styles"), screen.styles());
                ctrl(&mut screen, 't');
                ctrl(&mut screen, 'b');
                // The test's terminal does not wipe the second half of a wide letter; a change of size does.
                screen.send(Input::Resize(size.0 + 1, size.1));
                screen.send(Input::Resize(size.0, size.1));
                insta::assert_snapshot!(format!("{name}_beside"), screen.text());
            }
        }
    }
}

#[test]
fn any_size_is_survived_and_shows_the_cursor() {
    let mut screen = writing((80, 24), Language::En);
    for size in [(29, 7), (30, 8), (31, 9), (99, 8), (100, 8), (200, 60), (1, 1), (80, 24)] {
        screen.send(Input::Resize(size.0, size.1));
        for code in [Code::End, Code::PageDown, Code::PageDown, Code::Enter, Code::Up, Code::Home] {
            screen.code(code);
        }
    }
    assert!(screen.shows("Message about USB hub"), "{}", screen.text());
}

#[test]
fn the_same_in_ascii_says_so_in_ascii() {
    let mut screen = Screen::full((120, 40), Language::En, posylka::app::Settings { ascii: true, ..settings() });
    screen.press("m");
    assert!(!screen.text().contains(['│', '╭', '─']), "{}", screen.text());
}

#[test]
fn letters_are_typed_and_no_layout_commands() {
    let mut screen = writing((80, 24), Language::Ru);
    assert_eq!(choice(&screen), CUSTOMS);
    for c in "qй?ьm/".chars() {
        assert!(screen.key(Key::char(c)).is_empty());
    }
    screen.code(Code::Enter);
    assert!(text(&screen).starts_with("qй?ьm/\nЗдравствуйте!"), "{}", text(&screen));
    assert!(screen.shows("Вы его изменили"));
    screen.send(Input::Paste("два\r\nслова\u{1b}[31m\t!".to_owned()));
    assert!(text(&screen).starts_with("qй?ьm/\nдва\nслова[31m !Здр"), "{}", text(&screen));
    // The same keys as in English: Ctrl with the letter on the key.
    ctrl(&mut screen, 'е');
    assert_eq!(choice(&screen).to, Addressee::Seller);
}

#[test]
fn situation_addressee_and_language_are_switched_and_what_was_written_stays() {
    let mut screen = writing((80, 24), Language::En);
    screen.press("Mine. ");
    let saved = ctrl(&mut screen, 't');
    let mine = CleanText::note(&format!("Mine. {}", russian()));
    assert_eq!(saved, [save(Some(mine.clone()))]);
    assert_eq!(choice(&screen).to, Addressee::Seller);
    assert!(text(&screen).starts_with("您好！"), "{}", text(&screen));
    assert!(ctrl(&mut screen, 'l').is_empty(), "nothing was written, so there is nothing to save");
    assert!(text(&screen).starts_with("Здравствуйте!"));
    ctrl(&mut screen, 'l');
    assert!(text(&screen).starts_with("Hello,\n"));
    screen.code(Code::Tab);
    assert_eq!((choice(&screen).situation, choice(&screen).language), (Situation::NotShipped, In::English));
    screen.code(Code::BackTab);
    ctrl(&mut screen, 't');
    assert_eq!((choice(&screen), text(&screen)), (CUSTOMS, mine.to_string()));
}

fn russian() -> String {
    text(&writing((80, 24), Language::En))
}

#[test]
fn every_situation_comes_round_and_goes_to_somebody_who_can_help() {
    let mut screen = writing((80, 24), Language::En);
    let mut seen = vec![choice(&screen).situation];
    while let Some(next) = Some(screen.code(Code::Tab)).map(|_| choice(&screen)).filter(|c| c.situation != seen[0]) {
        assert!(next.situation.addressees().contains(&next.to), "{next:?}");
        seen.push(next.situation);
    }
    assert!(!seen.contains(&Situation::NoNumber), "it has a number");
    assert_eq!(seen.len(), Situation::ALL.len() - 1);
}

#[test]
fn a_letter_is_copied_and_kept_and_the_dialog_closes_once_it_is() {
    let mut screen = writing((80, 24), Language::En);
    screen.press("Dear post. ");
    let effects = ctrl(&mut screen, 'y');
    let sent = CleanText::note(&format!("Dear post. {}", russian()));
    let kept = SentMessage { at: now(), choice: CUSTOMS, how: How::Copied, text: sent.clone() };
    assert_eq!(
        effects,
        [
            Effect::Terminal(TerminalRequest::Copy(sent.clone())),
            Effect::Task(Task::KeepMessage(FIRST, Box::new(kept.clone())))
        ]
    );
    screen.send(Input::Copied(sent));
    assert!(!closed(&screen), "it is not in the log yet");
    screen.send(with(vec![kept], Vec::new()));
    screen.send(Input::MessageKept { id: FIRST, to: Addressee::Carrier, how: How::Copied });
    assert!(
        closed(&screen) && screen.shows("Sent to the clipboard, and kept in the log: message to the carrier"),
        "{}",
        screen.text()
    );
}

#[test]
fn a_letter_that_cannot_be_kept_stays_and_says_why() {
    let mut screen = writing((80, 24), Language::En);
    screen.press("Dear post. ");
    let effects = ctrl(&mut screen, 's');
    assert!(
        matches!(&effects[..], [Effect::Task(Task::KeepMessage(_, kept))] if kept.how == How::Noted),
        "{effects:?}"
    );
    screen.send(Input::Failed(StoreError::DiskFull.into()));
    assert!(screen.shows("the disk is full") && text(&screen).starts_with("Dear post. "), "{}", screen.text());
    assert!(matches!(&screen.code(Code::Esc)[..], [Effect::Task(Task::SaveUnsent(..))]), "it is tried again");
    screen.send(Input::Failed(StoreError::DiskFull.into()));
    assert!(!closed(&screen));
    assert!(screen.code(Code::Esc).is_empty());
    assert!(closed(&screen), "who has been told can leave");
}

#[test]
fn an_empty_letter_is_not_sent() {
    let mut screen = writing((80, 24), Language::En);
    screen.send(Input::EditedExternally(CleanText::note("")));
    assert!(ctrl(&mut screen, 'y').is_empty());
    assert!(screen.shows("There is no text to send."), "{}", screen.text());
    screen.press("x");
    assert!(!screen.shows("There is no text"), "{}", screen.text());
}

#[test]
fn esc_closes_and_what_was_typed_is_saved_first() {
    let mut screen = writing((80, 24), Language::En);
    assert!(screen.code(Code::Esc).is_empty());
    assert!(closed(&screen), "nothing was typed");
    screen.press("mHm. ");
    let effects = screen.code(Code::Esc);
    assert!(matches!(&effects[..], [Effect::Task(Task::SaveUnsent(unsent))] if starts_with(unsent, "Hm. ")));
    assert!(!closed(&screen));
    screen.send(Input::UnsentSaved(FIRST));
    assert!(closed(&screen));
}

#[test]
fn what_was_typed_is_saved_after_a_second_of_rest() {
    let mut screen = writing((80, 24), Language::En);
    screen.press("Hm");
    assert!(screen.wait(600).is_empty());
    screen.press(".");
    assert!(screen.wait(900).iter().all(|e| !matches!(e, Effect::Task(Task::SaveUnsent(..)))));
    let saved = screen.wait(200);
    assert!(
        saved.iter().any(|e| matches!(e, Effect::Task(Task::SaveUnsent(unsent)) if starts_with(unsent, "Hm.З"))),
        "{saved:?}"
    );
    assert!(screen.wait(5_000).iter().all(|e| !matches!(e, Effect::Task(Task::SaveUnsent(..)))), "once is enough");
    for _ in 0..3 {
        screen.code(Code::Backspace);
    }
    let saved = screen.wait(1_100);
    assert!(saved.contains(&save(None)), "it is the draft again: {saved:?}");
    screen.press("Bye");
    assert!(screen.app.unsaved().is_some_and(|unsaved| unsaved.text.is_some()), "when the screen closes");
    assert_eq!(screen.app.unsaved(), None);
}

#[test]
fn what_was_begun_is_there_when_the_dialog_opens_again() {
    let extend = MessageChoice { situation: Situation::Extend, to: Addressee::Seller, language: In::English };
    let begun = |choice, text: &str| UnsentMessage { at: now(), choice, text: CleanText::note(text) };
    let mut screen = Screen::full((120, 40), Language::En, settings());
    screen.send(with(Vec::new(), vec![begun(extend, "Please!"), begun(CUSTOMS, "Where?")]));
    assert!(screen.reads("Not sent yet: a message to the seller, please extend the"), "{}", screen.text());
    screen.press("m");
    assert_eq!((choice(&screen), text(&screen).as_str()), (extend, "Please!"));
    assert!(screen.code(Code::Esc).is_empty(), "it is saved as it is");
    screen.press("m");
    ctrl(&mut screen, 'r');
    assert!(text(&screen).starts_with("Hello,"), "the draft again");
    ctrl(&mut screen, 'r');
    assert_eq!(text(&screen), "Please!");
    ctrl(&mut screen, 'r');
    assert!(screen.code(Code::Esc).is_empty(), "only looking at the draft forgets nothing");
}

#[test]
fn the_readers_language_can_be_read_and_not_be_typed_into() {
    let mut screen = writing((80, 24), Language::En);
    ctrl(&mut screen, 'b');
    assert!(screen.shows("What it says, as drafted:") && screen.shows("Dear Sir or Madam,"), "{}", screen.text());
    screen.press("typed");
    screen.send(Input::Paste("pasted".to_owned()));
    ctrl(&mut screen, 'b');
    assert!(!text(&screen).contains("typed") && !text(&screen).contains("pasted"));
    ctrl(&mut screen, 'l');
    ctrl(&mut screen, 'l');
    ctrl(&mut screen, 'l');
    while choice(&screen).language != In::English {
        ctrl(&mut screen, 'l');
    }
    ctrl(&mut screen, 'b');
    assert!(!screen.shows("What it says"), "it is in the reader's language");
    let wide = writing((100, 30), Language::En);
    assert!(wide.shows("Здравствуйте!") && wide.shows("Dear Sir or Madam,"), "{}", wide.text());
}

#[test]
fn the_text_goes_to_the_readers_editor_and_comes_back() {
    let mut screen = writing((80, 24), Language::En);
    screen.press("Hm. ");
    let effects = ctrl(&mut screen, 'o');
    let text_now = CleanText::note(&text(&screen));
    let saved = save(Some(text_now.clone()));
    assert_eq!(
        effects,
        [saved, Effect::Terminal(TerminalRequest::OpenEditor(text_now))],
        "saved first: an editor may never come back"
    );
    screen.send(Input::EditedExternally(CleanText::note("From vi\n\nBye")));
    assert_eq!(text(&screen), "From vi\n\nBye");
    assert!(screen.wait(1_500).iter().any(|e| matches!(e, Effect::Task(Task::SaveUnsent(..)))));
    screen.send(Input::Failed(EditorError::Failed { command: "vi".to_owned(), why: "1".to_owned() }.into()));
    assert!(screen.shows("vi failed (1)") && text(&screen) == "From vi\n\nBye", "{}", screen.text());
}

#[test]
fn the_dialog_waits_for_the_timeline_of_a_parcel_just_reached() {
    let mut screen = Screen::new();
    screen.press("j");
    let effects = screen.press("m");
    assert!(matches!(&effects[..], [Effect::Task(Task::LoadDetail(_))]) && closed(&screen), "{effects:?}");
    screen.load(&effects);
    assert_eq!(choice(&screen).situation, Situation::NotTracked);
    screen.code(Code::Esc);
    let effects = screen.press("jm");
    screen.press("k");
    screen.load(&effects);
    assert!(closed(&screen), "whoever does something else meanwhile is not surprised");
}

#[test]
fn what_was_written_is_named_with_the_parcel_and_shown_whole() {
    let mut screen = Screen::full((120, 40), Language::En, settings());
    screen.press("M");
    assert!(closed(&screen) && screen.shows("No message was kept about it; m writes one"), "{}", screen.text());
    let seller = MessageChoice { situation: Situation::Stuck, to: Addressee::Seller, language: In::Chinese };
    let kept = |days, choice, text: &str| SentMessage {
        at: now() - TimeDelta::days(days),
        choice,
        how: How::Copied,
        text: CleanText::note(text),
    };
    let long = format!("Dear Sir or Madam,\n\n{}\n\nThe end", "Where is it? ".repeat(90));
    let messages = vec![kept(1, CUSTOMS, &long), kept(11, seller, "您好！\n\n谢谢！")];
    screen.send(with(messages.clone(), Vec::new()));
    let line = "Wrote to the carrier on 22 Nov: at customs, and 1 message more";
    assert!(screen.reads(line), "{}", screen.text());
    screen.send(Input::Resize(80, 24));
    screen.press("M");
    insta::assert_snapshot!("letters_80x24_en", screen.text());
    assert!(!screen.shows("谢谢！"));
    screen.press("G");
    assert!(
        screen.shows("谢谢！")
            && screen.shows("12 Nov 15:00, to the seller, in Chinese: no news for long (sent to the")
    );
    screen.press("й");
    assert!(closed(&screen), "the Russian layout closes it too");
    let mut russian = Screen::full((120, 40), Language::Ru, settings());
    russian.send(with(messages, Vec::new()));
    assert!(russian.reads("Письмо перевозчику 22 ноя: на таможне, и ещё 1 письмо"), "{}", russian.text());
}

#[test]
fn a_step_opens_its_message_with_recipient_and_subject() {
    let mut screen = Screen::full((120, 40), Language::En, settings());
    for (key, line, to, situation) in [
        ("2", "2 Write to Russian Post", Addressee::Carrier, Situation::AtCustoms),
        ("3", "3 Write to the seller", Addressee::Seller, Situation::AtCustoms),
        ("5", "5 Ask for longer protection", Addressee::Seller, Situation::Extend),
    ] {
        assert!(screen.shows(line), "{}", screen.text());
        screen.press(key);
        assert_eq!((choice(&screen).to, choice(&screen).situation), (to, situation), "{line}");
        screen.code(Code::Esc);
    }
}
