//! A server on loopback that takes what the program tells: by HTTP, or by SMTP.

use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use tokio::runtime::Runtime;
use wiremock::matchers::any;
use wiremock::{Mock, MockServer, Request, ResponseTemplate};

/// A server that takes every request.
pub struct Receiver {
    runtime: Runtime,
    server: MockServer,
}

impl Receiver {
    /// Takes everything.
    pub fn willing() -> Self {
        Self::answering(|_| ResponseTemplate::new(200).set_body_string("{}"))
    }

    /// Answers as it is told to.
    pub fn answering(answer: impl Fn(&Request) -> ResponseTemplate + Send + Sync + 'static) -> Self {
        let runtime = Runtime::new().unwrap();
        let server = runtime.block_on(async {
            let server = MockServer::start().await;
            Mock::given(any()).respond_with(answer).mount(&server).await;
            server
        });
        Self { runtime, server }
    }

    pub fn uri(&self) -> String {
        self.server.uri()
    }

    /// What came, in its order.
    pub fn requests(&self) -> Vec<Request> {
        self.runtime.block_on(self.server.received_requests()).unwrap_or_default()
    }

    /// The bodies, as text.
    pub fn bodies(&self) -> Vec<String> {
        self.requests().iter().map(|request| String::from_utf8(request.body.clone()).unwrap()).collect()
    }

    /// Waits until so many requests came.
    pub fn wait_for(&self, requests: usize) -> Vec<Request> {
        wait_until("requests", || self.requests().len() >= requests);
        self.requests()
    }
}

/// A header of a request, or nothing.
pub fn header<'a>(request: &'a Request, name: &str) -> &'a str {
    request.headers.get(name).map_or("", |value| value.to_str().unwrap())
}

/// Waits until something is so.
pub fn wait_until(what: &str, is_so: impl Fn() -> bool) {
    let start = Instant::now();
    while !is_so() {
        assert!(start.elapsed() < Duration::from_mins(1), "{what} did not come");
        std::thread::yield_now();
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// A mail server that takes every mail; gives its port and where the mails come.
pub fn mail_server() -> (u16, Arc<Mutex<Vec<String>>>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    let mails = Arc::new(Mutex::new(Vec::new()));
    let kept = Arc::clone(&mails);
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let mut lines = BufReader::new(stream.try_clone().unwrap()).lines();
            stream.write_all(b"220 here\r\n").unwrap();
            while let Some(Ok(line)) = lines.next() {
                let answer: &[u8] = match line.split(' ').next().unwrap().to_uppercase().as_str() {
                    "EHLO" => b"250-here\r\n250 SMTPUTF8\r\n",
                    "DATA" => {
                        stream.write_all(b"354 go on\r\n").unwrap();
                        let mail: Vec<String> =
                            lines.by_ref().map_while(Result::ok).take_while(|line| line != ".").collect();
                        kept.lock().unwrap().push(mail.join("\n"));
                        b"250 taken\r\n"
                    }
                    "QUIT" => b"221 bye\r\n",
                    _ => b"250 ok\r\n",
                };
                if stream.write_all(answer).is_err() {
                    break;
                }
            }
        }
    });
    (port, mails)
}
