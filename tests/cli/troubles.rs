//! What is said of a source that tells nothing: each trouble has its own sentence, and it says no more than is known.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::thread;
use std::time::Duration;

use serde_json::{Value, json};
use wiremock::ResponseTemplate;

use crate::carrier::Carrier;
use crate::test_home::TestHome;

const NUMBER: &str = "LP00620966542870";
const LATER: &str = "2026-11-20T13:00:00Z";

/// A home whose only source is at that address, with a parcel.
fn home_of(base_url: &str, more: &str) -> TestHome {
    let home = TestHome::new();
    let others = posylka::sources::profiles().into_iter().map(|p| p.id).filter(|id| *id != "cainiao");
    let off: Vec<String> = others.map(|id| format!("[sources.{id}]\nenabled = false\n")).collect();
    home.configure(&format!("{more}\n[sources.cainiao]\nbase_url = \"{base_url}\"\n{}", off.concat()));
    home.prepare(&["add", NUMBER]);
    home
}

fn sync_json(home: &TestHome) -> Value {
    serde_json::from_str(&home.run(&["sync", "--json"]).stdout).unwrap()
}

/// What `sync`, `show`, `sources` and `doctor` say of the source, in both languages; each has to hold its sentence.
#[track_caller]
fn assert_said(home: &TestHome, outcome: &str, english: &str, russian: &str) {
    let synced = sync_json(home);
    let failed: Vec<&Value> = synced["failures"].as_array().unwrap().iter().map(|f| &f["outcome"]).collect();
    assert_eq!(failed, [outcome], "{english}");
    assert_everywhere(home, english, russian);
}

#[track_caller]
fn assert_everywhere(home: &TestHome, english: &str, russian: &str) {
    for (language, sentence) in [("en", english), ("ru", russian)] {
        for command in [&["show", NUMBER][..], &["sources"]] {
            let said = home.run(&[command, &["--lang", language]].concat()).to_string();
            assert!(said.contains(sentence), "{command:?} does not say {sentence:?}:\n{said}");
            let is_captcha = sentence.contains("captcha") || sentence.contains("капч");
            assert_eq!(said.contains("captcha") || said.contains("капч"), is_captcha, "{said}");
        }
        let doctor = home.run(&["doctor", "--lang", language]).to_string();
        let synced = home.run(&["sync", "--force", "--lang", language, "--now", LATER]).to_string();
        assert!(synced.contains(sentence) && doctor.contains(sentence), "{sentence:?}:\n{synced}\n{doctor}");
    }
}

/// Answers every question with these bytes, and closes.
fn raw(answer: &'static [u8]) -> String {
    serve(move |mut connection| {
        let _ = connection.read(&mut [0; 4096]);
        let _ = connection.write_all(answer);
    })
}

fn serve(answer: impl Fn(TcpStream) + Send + Sync + Clone + 'static) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    thread::spawn(move || {
        for connection in listener.incoming().flatten() {
            let answer = answer.clone();
            thread::spawn(move || answer(connection));
        }
    });
    format!("http://{address}")
}

#[test]
fn an_answer_that_is_none_has_its_own_sentence() {
    let page = "<html><head><title>404 Not Found</title></head><body>nginx</body></html>";
    let captcha = "<html><body>/_____tmd_____/punish</body></html>";
    let moved = "http://127.0.0.2:1/elsewhere";
    let html =
        |status: u16, body: &str| ResponseTemplate::new(status).set_body_raw(body.as_bytes().to_vec(), "text/html");
    for (answer, outcome, english, russian) in [
        (html(200, captcha), "blocked", "wants a captcha", "просит капчу"),
        (ResponseTemplate::new(403), "refused", "refuses to answer (HTTP 403)", "отказывается отвечать (HTTP 403)"),
        (ResponseTemplate::new(451), "refused", "for legal reasons (HTTP 451)", "по закону (HTTP 451)"),
        (html(200, page), "refused", "sent a web page in place of data", "вместо данных прислал веб-страницу"),
        (
            html(404, page),
            "wrong_address",
            "nothing is at its address (HTTP 404); see base_url",
            "по его адресу ничего нет (HTTP 404)",
        ),
        (
            ResponseTemplate::new(301).insert_header("location", moved),
            "wrong_address",
            "has moved to another address (HTTP 301); see base_url",
            "переехал на другой адрес (HTTP 301)",
        ),
        (ResponseTemplate::new(503), "temporary", "out of order (HTTP 503)", "не работает (HTTP 503)"),
        (
            ResponseTemplate::new(407),
            "temporary",
            "the proxy wants a name and a password",
            "прокси требует имя и пароль",
        ),
        (ResponseTemplate::new(429), "rate_limited", "asks us to slow down", "просит спрашивать реже"),
    ] {
        let carrier = Carrier::answering(move |_| answer.clone());
        assert_said(&home_of(&carrier.uri(), ""), outcome, english, russian);
    }
}

/// What is no refusal does not stop the source, so `doctor` has nothing to say of it.
#[test]
fn an_odd_status_is_an_odd_status() {
    for status in [300_u16, 304] {
        let carrier = Carrier::answering(move |_| ResponseTemplate::new(status));
        let home = home_of(&carrier.uri(), "");
        let synced = home.run(&["sync"]).to_string();
        assert!(synced.contains(&format!("answered HTTP {status}, which tells nothing")), "{synced}");
        let shown = home.run(&["show", NUMBER, "--lang", "ru"]).to_string();
        assert!(shown.contains(&format!("ответил HTTP {status}, а это ничего не говорит")), "{shown}");
    }
}

#[test]
fn a_way_that_does_not_lead_there_has_its_own_sentence() {
    let closed = {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        format!("http://{}", listener.local_addr().unwrap())
    };
    let silent = serve(|_connection| thread::sleep(Duration::from_secs(30)));
    let broken = raw(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{");
    let no_tls = raw(b"this is no TLS at all\r\n").replace("http://", "https://");
    let proxy = |address: &str| format!("[network]\nproxy = \"{address}\"");
    let asks_password = raw(b"HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n");
    for (base_url, more, english, russian) in [
        (closed.as_str(), String::new(), "not reached: the connection was refused", "нет связи: соединение отклонено"),
        ("http://no-such-name.invalid", String::new(), "its name was not found (DNS)", "имя не найдено (DNS)"),
        (silent.as_str(), "[network]\ntimeout_seconds = 1".to_owned(), "no answer within 1 s", "нет ответа за 1 с"),
        (broken.as_str(), String::new(), "broke off before an answer came", "связь оборвалась до ответа"),
        (
            no_tls.as_str(),
            String::new(),
            "not asked: no encrypted connection (TLS)",
            "нет шифрованного соединения (TLS)",
        ),
        ("http://source.example", proxy(&closed), "no connection through the proxy", "не соединиться через прокси"),
        (
            "https://source.example",
            proxy(&asks_password),
            "the proxy wants a name and a password",
            "прокси требует имя и пароль",
        ),
    ] {
        assert_said(&home_of(base_url, &more), "temporary", english, russian);
    }
}

/// A home whose only source is 17TRACK, with its key where that setting says.
fn home_with_key(carrier: &Carrier, setting: &str) -> TestHome {
    let home = TestHome::new();
    configure_key(&home, carrier, setting);
    home.prepare(&["add", NUMBER]);
    home
}

fn configure_key(home: &TestHome, carrier: &Carrier, setting: &str) {
    let others = posylka::sources::profiles().into_iter().map(|p| p.id).filter(|id| *id != "17track");
    let off: Vec<String> = others.map(|id| format!("[sources.{id}]\nenabled = false\n")).collect();
    home.configure(&format!("[sources.17track]\nbase_url = \"{}\"\n{setting}\n{}", carrier.uri(), off.concat()));
}

fn accepting() -> Carrier {
    Carrier::answering(|_| {
        ResponseTemplate::new(200).set_body_json(json!({"code": 0, "data": {"accepted": [], "rejected": []}}))
    })
}

fn log_of(home: &TestHome) -> String {
    let mut folders = vec![home.path().clone()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap().flatten() {
            match entry.path() {
                path if path.is_dir() => folders.push(path),
                path if path.ends_with("posylka.log") => return std::fs::read_to_string(path).unwrap(),
                _ => {}
            }
        }
    }
    String::new()
}

#[test]
fn a_key_that_cannot_be_had_is_no_refused_key_and_nothing_is_spent() {
    let carrier = accepting();
    let locked = "key_command = \"echo gpg: decryption failed, s3cret-agent is locked >&2; exit 2\"";
    let home = home_with_key(&carrier, locked);
    let (english, russian) = (
        "not asked: the command for its key ended with exit code 2",
        "не спрошен: команда для ключа завершилась с кодом 2",
    );
    let synced = sync_json(&home);
    assert_eq!(synced["failures"][0]["outcome"], "secret_unavailable");
    assert_eq!(synced["checked"], 0, "nobody was asked");
    assert_everywhere(&home, english, russian);
    assert_eq!(carrier.asked(), 0);
    let source =
        home.json(&["sources", "--json"]).as_array().unwrap().iter().find(|s| s["id"] == "17track").unwrap().clone();
    assert_eq!((&source["paused_until"], &source["failures"]), (&Value::Null, &json!(0)), "it is not left alone");
    assert_eq!(source["budget_left"], source["daily_budget"], "nothing is spent");
    let parcel = home.json(&["show", NUMBER, "--json"]);
    assert_eq!(parcel["checked_at"], Value::Null, "it was not asked");
    assert_eq!(parcel["advice"]["situation"], "key_unavailable");
    let log = log_of(&home);
    assert!(log.contains("gpg: decryption failed"), "{log}");

    // Unlocked: the next pass asks, without being told to.
    configure_key(&home, &carrier, "key_command = \"echo k\"");
    let _ = home.run(&["sync", "--now", LATER]);
    assert!(carrier.asked() > 0);
}

#[test]
fn what_a_command_and_a_file_failed_by_is_told() {
    let carrier = accepting();
    for (setting, english, russian) in [
        ("key_command = \"no-such-program-at-all\"", "ended with exit code 127", "с кодом 127"),
        ("key_command = \"true\"", "printed an empty line", "вывела пустую строку"),
        ("key_command = \"kill -9 $$\"", "the command for its key was killed", "команда для ключа прервана"),
        ("key_command = \"yes x | head -c 100000\"", "printed too much", "вывела слишком много"),
        ("key_file = \"/no/such/file\"", "the file with its key is not there", "файла с ключом нет"),
    ] {
        let home = home_with_key(&carrier, setting);
        assert_said(&home, "secret_unavailable", english, russian);
    }
    assert_eq!(carrier.asked(), 0);
}

#[test]
fn the_log_holds_no_secret_and_no_flood() {
    let carrier = accepting();
    let noisy =
        "key_command = \"echo hunter2-secret; echo + echo hunter2-secret >&2; yes a | head -n 4000 >&2; exit 1\"";
    let home = home_with_key(&carrier, noisy);
    assert_eq!(home.run(&["sync"]).status, 3);
    let log = log_of(&home);
    assert!(log.contains("17track: key says: + echo …"), "{log}");
    assert!(!log.contains("hunter2") && log.len() < 20 * 1024, "{} bytes", log.len());
}
