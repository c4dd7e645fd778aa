//! Telling the reader: every channel over a real connection, once, with the reason and the next step.

use std::process::{Child, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};

use serde_json::Value;
use wiremock::ResponseTemplate;

use crate::carrier::Carrier;
use crate::receiver::{Receiver, header, mail_server, wait_until};
use crate::test_home::TestHome;

const NUMBER: &str = "LP00620966542870";

/// A home whose only source is this one, with these channels.
fn home(carrier: &Carrier, notify: &str) -> TestHome {
    let home = TestHome::new();
    carrier.serve(&home);
    let sources = std::fs::read_to_string(home.config_file()).unwrap();
    home.configure(&format!("{sources}\n{notify}"));
    home
}

fn webhook(receiver: &Receiver) -> String {
    format!("[notify]\nquiet = \"off\"\n[notify.channels.hook]\ntype = \"webhook\"\nurl = \"{}\"\n", receiver.uri())
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

/// `posylka watch`, with a clock that runs.
fn watch(home: &TestHome) -> Child {
    let mut command = home.process(&["watch", "--json"]);
    command.env_remove("POSYLKA_NOW").stdout(Stdio::piped()).stderr(Stdio::null());
    command.spawn().unwrap()
}

fn end(child: &mut Child) {
    let pid = rustix::process::Pid::from_child(child);
    rustix::process::kill_process(pid, rustix::process::Signal::TERM).unwrap();
    assert!(child.wait().unwrap().success());
}

#[test]
fn a_pass_tells_what_is_known_first_and_then_what_changed_with_reason_step_and_number() {
    let (carrier, receiver) = (Carrier::at_customs(), Receiver::willing());
    let home = home(&carrier, &webhook(&receiver));
    home.prepare(&["add", NUMBER, "--title", "USB hub"]);
    home.prepare(&["sync"]);
    let first = json(&receiver.bodies()[0]);
    assert_eq!(first["notices"].as_array().unwrap().len(), 1);
    assert_eq!((&first["notices"][0]["kind"], &first["repeat"]), (&"first".into(), &false.into()));
    assert_eq!(first["title"], "USB hub: now followed, at customs");
    let text = first["text"].as_str().unwrap();
    assert!(text.starts_with("To do: ") && text.contains(": no news for too long") && text.ends_with(NUMBER), "{text}");
    home.prepare(&["sync", "--force"]);
    assert_eq!(receiver.requests().len(), 1, "nothing new, nothing told");
}

#[test]
fn every_channel_takes_a_test_message_in_its_own_form() {
    let (carrier, receiver) = (Carrier::at_customs(), Receiver::willing());
    let (port, mails) = mail_server();
    let url = receiver.uri();
    let home = home(
        &carrier,
        &format!(
            "[notify.channels.phone]\ntype = \"ntfy\"\nurl = \"{url}/topic\"\ntoken = \"tk\"\n\
             [notify.channels.hook]\ntype = \"webhook\"\nurl = \"{url}/hook\"\nsecret = \"s\"\n\
             [notify.channels.bot]\ntype = \"telegram\"\nurl = \"{url}\"\ntoken = \"1:a\"\nchat = \"-100\"\n\
             [notify.channels.push]\ntype = \"gotify\"\nurl = \"{url}\"\ntoken = \"g\"\n\
             [notify.channels.room]\ntype = \"matrix\"\nurl = \"{url}\"\ntoken = \"m\"\nroom = \"!a:b\"\n\
             [notify.channels.mail]\ntype = \"email\"\nurl = \"smtp://127.0.0.1:{port}\"\nfrom = \"p@example.org\"\nto = \"me@example.org\"\n\
             [notify.channels.own]\ntype = \"command\"\ncommand = [\"sh\", \"-c\", \"cat > told.json\"]\n"
        ),
    );
    for channel in ["phone", "hook", "bot", "push", "room", "mail", "own"] {
        let output = home.run(&["notify", "test", channel, "--lang", "ru"]);
        assert_eq!((output.status, output.stderr.as_str()), (0, &*format!("Отправлено по каналу «{channel}».\n")));
    }
    let requests = receiver.requests();
    let paths: Vec<&str> = requests.iter().map(|request| request.url.path()).collect();
    let room = "/_matrix/client/v3/rooms/%21a%3Ab/send/m.room.message/";
    assert_eq!(paths[..4], ["/topic", "/hook", "/bot1:a/sendMessage", "/message"]);
    assert!(paths[4].starts_with(room) && paths[4].len() == room.len() + 32, "{}", paths[4]);
    assert_eq!((header(&requests[0], "priority"), header(&requests[0], "authorization")), ("high", "Bearer tk"));
    assert!(header(&requests[0], "title").starts_with("=?UTF-8?B?"));
    let hook = json(&receiver.bodies()[1]);
    assert_eq!(header(&requests[1], "idempotency-key"), hook["id"].as_str().unwrap());
    assert!(header(&requests[1], "x-posylka-signature").starts_with("sha256="));
    assert_eq!(json(&receiver.bodies()[2])["chat_id"], "-100");
    let told = json(&std::fs::read_to_string(home.path().join("told.json")).unwrap());
    assert_eq!((&told["language"], &told["notices"][0]["kind"]), (&"ru".into(), &"test".into()));
    let mail = mails.lock().unwrap().concat();
    assert!(mail.contains("Message-ID: <") && mail.contains("Auto-Submitted: auto-generated"), "{mail}");
}

#[test]
fn a_message_that_is_refused_waits_as_long_as_asked_and_delays_no_other_channel() {
    let carrier = Carrier::at_customs();
    let busy = Receiver::answering(|_| {
        ResponseTemplate::new(429).set_body_string("{\"ok\":false,\"parameters\":{\"retry_after\":10000}}")
    });
    let well = Receiver::willing();
    let bot = format!(
        "[notify.channels.bot]\ntype = \"telegram\"\nurl = \"{}\"\ntoken = \"1:a\"\nchat = \"1\"\n",
        busy.uri()
    );
    let home = home(&carrier, &(webhook(&well) + &bot));
    home.prepare(&["add", NUMBER]);
    let output = home.run(&["sync"]);
    assert!(output.stderr.contains("\"bot\" did not take the message: HTTP 429: too many messages."), "{output}");
    assert_eq!((busy.requests().len(), well.requests().len()), (1, 1));
    home.prepare(&["sync"]);
    assert_eq!(busy.requests().len(), 1, "it is left alone");
    let mut later = home.command(&["sync"]);
    assert_eq!(home.output_of(later.env("POSYLKA_NOW", "2026-11-20T14:46:41Z")).status, 0);
    assert_eq!((busy.requests().len(), well.requests().len()), (2, 1), "nothing is lost, nothing is doubled");
    assert!(!std::fs::read_to_string(home.data_dir().join("posylka.log")).unwrap().contains("1:a"));
}

#[test]
fn a_watcher_tells_by_itself_prints_what_it_tells_and_ends_when_it_is_asked_to() {
    let (carrier, receiver) = (Carrier::at_customs(), Receiver::willing());
    let home = home(&carrier, &webhook(&receiver));
    home.prepare(&["add", NUMBER, "--title", "USB hub"]);
    let mut child = watch(&home);
    let told = receiver.wait_for(1);
    end(&mut child);
    let printed = std::io::read_to_string(child.stdout.take().unwrap()).unwrap();
    let body: Value = serde_json::from_slice(&told[0].body).unwrap();
    let lines: Vec<Value> = printed.lines().map(json).collect();
    assert_eq!(Value::Array(lines), body["notices"]);
    assert_eq!(body["notices"][0]["parcel"]["title"], "USB hub");
}

#[test]
fn a_watcher_that_is_killed_while_it_sends_sends_it_again_once_and_says_so() {
    let carrier = Carrier::at_customs();
    let hangs = std::sync::Arc::new(AtomicUsize::new(0));
    let seen = std::sync::Arc::clone(&hangs);
    let receiver = Receiver::answering(move |_| {
        let first = seen.fetch_add(1, Ordering::SeqCst) == 0;
        let answer = ResponseTemplate::new(200);
        if first { answer.set_delay(std::time::Duration::from_secs(30)) } else { answer }
    });
    let home = home(&carrier, &webhook(&receiver));
    home.prepare(&["add", NUMBER]);
    let mut child = watch(&home);
    wait_until("a message", || hangs.load(Ordering::SeqCst) == 1);
    child.kill().unwrap();
    child.wait().unwrap();
    let mut child = watch(&home);
    wait_until("the message again", || hangs.load(Ordering::SeqCst) == 2);
    wait_until("its receipt", || home.stdout(&["notify", "list"]).contains("hook: webhook, last message"));
    end(&mut child);
    let bodies: Vec<Value> = receiver.bodies().iter().map(|body| json(body)).collect();
    assert_eq!(bodies.iter().map(|body| &body["repeat"]).collect::<Vec<_>>(), [false, true]);
    assert_eq!(bodies[0]["id"], bodies[1]["id"]);
}

#[test]
fn quiet_hours_hold_back_what_can_wait_and_one_digest_follows() {
    let (carrier, receiver) = (Carrier::at_customs(), Receiver::willing());
    let home = home(&carrier, &webhook(&receiver).replace("\"off\"", "\"11:00-13:00\""));
    home.prepare(&["add", NUMBER, "LP00620966542871"]);
    home.prepare(&["sync"]);
    assert_eq!(receiver.requests().len(), 0);
    let mut morning = home.command(&["sync"]);
    assert_eq!(home.output_of(morning.env("POSYLKA_NOW", "2026-11-20T13:00:00Z")).status, 0);
    let bodies = receiver.bodies();
    assert_eq!((bodies.len(), json(&bodies[0])["notices"].as_array().unwrap().len()), (1, 2));
    assert_eq!(json(&bodies[0])["title"], "2 parcels are followed now");
}

#[test]
fn a_wrong_channel_or_rule_is_named_with_its_line() {
    let home = TestHome::new();
    let said = |text: &str| {
        home.configure(text);
        let output = home.run(&["list"]);
        assert_eq!(output.status, 2, "{output}");
        output.stderr
    };
    let line =
        |text: &str, said: &str| format!("posylka: [home]/config/posylka/config.toml, line {text}\nhint: {said}\n");
    let url =
        "It has to be an address such as \"https://ntfy.sh/my-topic\", or \"smtps://mail.example.org\" for e-mail.";
    assert_eq!(said("[notify.channels.a]\ntype = \"ntfy\""), line("1: \"notify.channels.a.url\" is missing.", url));
    let kinds = said("[notify.rules.a]\nkinds = [\"redy\"]\nthen = \"mute\"");
    assert_eq!(kinds, line("2: \"notify.rules.a.kinds\" cannot be \"redy\".", "Did you mean ready?"));
    let hours = "It has to be two times of day such as \"22:00-08:00\", or \"off\".";
    assert_eq!(said("[notify]\nquiet = \"22-8\""), line("2: \"notify.quiet\" cannot be \"22-8\".", hours));
    assert!(said("[notify.channels.a]\ntype = \"webhook\"\nurl = \"ftp://u:hunter2@x\"").contains("has a wrong value"));
}
