//! The real client against a server on this machine.

use std::io::Write;
use std::time::Duration;

use posylka::domain::{Outcome, Trouble};
use posylka::sources::http::{KEPT_OF_TOO_LARGE, MAX_BODY};
use posylka::sources::{Http, HttpSettings, Request};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;
use wiremock::matchers::{header, method, path};
use wiremock::{Mock, MockServer, ResponseTemplate};

/// A live client that waits at most so long.
pub fn live(timeout: Duration) -> Http {
    Http::live(HttpSettings { proxy: None, timeout, user_agent: "posylka/test".to_owned() })
}

fn patient() -> Http {
    live(Duration::from_secs(30))
}

async fn serve(answer: ResponseTemplate) -> MockServer {
    let server = MockServer::start().await;
    Mock::given(path("/x")).respond_with(answer).mount(&server).await;
    server
}

/// A server that reads a request and then does with the connection what it is told.
async fn raw_server<F, Fut>(then: F) -> String
where
    F: FnOnce(tokio::net::TcpStream) -> Fut + Send + 'static,
    Fut: Future<Output = ()> + Send,
{
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("an address");
    tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.expect("a connection");
        let mut request = [0; 4096];
        let _ = stream.read(&mut request).await;
        then(stream).await;
    });
    format!("http://{address}/x")
}

fn cause(result: Result<posylka::sources::Response, Trouble>) -> String {
    match result {
        Err(Trouble::Temporary { what }) => what.to_string(),
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn an_error_status_is_an_answer_with_its_retry_after() {
    let answer = ResponseTemplate::new(429).insert_header("retry-after", "120").set_body_string("slow down");
    let server = serve(answer).await;
    let response = patient().send(&Request::get(format!("{}/x", server.uri()))).await.expect("an answer");
    assert_eq!((response.status, response.retry_after), (429, Some(120)));
    assert_eq!(response.body, b"slow down");
}

#[tokio::test]
async fn a_compressed_body_is_unpacked() {
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    gzip.write_all("привет".as_bytes()).expect("packed");
    let answer = ResponseTemplate::new(200)
        .insert_header("content-encoding", "gzip")
        .set_body_raw(gzip.finish().expect("packed"), "application/json");
    let server = serve(answer).await;
    let response = patient().send(&Request::get(format!("{}/x", server.uri()))).await.expect("an answer");
    assert_eq!(response.body, "привет".as_bytes());
    assert_eq!(response.content_type.as_deref(), Some("application/json"));
}

#[tokio::test]
async fn a_small_body_that_unpacks_to_a_huge_one_is_cut() {
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    gzip.write_all(&vec![b' '; 64 * 1024 * 1024]).expect("packed");
    let packed = gzip.finish().expect("packed");
    assert!(packed.len() < MAX_BODY);
    let answer = ResponseTemplate::new(200).insert_header("content-encoding", "gzip").set_body_bytes(packed);
    let server = serve(answer).await;
    let response = patient().send(&Request::get(format!("{}/x", server.uri()))).await.expect("an answer");
    assert_eq!((response.truncated, response.body.len()), (true, KEPT_OF_TOO_LARGE));
}

#[tokio::test]
async fn an_endless_body_is_cut_without_being_read_to_its_end() {
    let url = raw_server(|mut stream| async move {
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nconnection: close\r\n\r\n").await;
        let chunk = vec![b'x'; 65_536];
        // Ends when the client hangs up.
        while stream.write_all(&chunk).await.is_ok() {}
    })
    .await;
    let response = patient().send(&Request::get(url)).await.expect("an answer");
    assert_eq!((response.truncated, response.body.len()), (true, KEPT_OF_TOO_LARGE));
}

#[tokio::test]
async fn silence_ends_at_the_time_limit_before_and_within_the_body() {
    let answer = ResponseTemplate::new(200).set_delay(Duration::from_mins(10));
    let server = serve(answer).await;
    let hasty = live(Duration::from_millis(300));
    let silent = hasty.send(&Request::get(format!("{}/x", server.uri()))).await;
    assert!(cause(silent).starts_with("no answer within"));
    let url = raw_server(|mut stream| async move {
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nhalf").await;
        std::future::pending::<()>().await;
    })
    .await;
    assert!(cause(hasty.send(&Request::get(url)).await).starts_with("no answer within"));
}

#[tokio::test]
async fn a_dropped_connection_is_temporary_and_names_no_address() {
    let url = raw_server(|stream| async move { drop(stream) }).await;
    let dropped = patient().send(&Request::get(format!("{url}?apiKey=hunter2"))).await;
    let what = cause(dropped);
    assert!(!what.contains("hunter2") && !what.contains("127.0.0.1"), "{what}");
    let half = raw_server(|mut stream| async move {
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nhalf").await;
    })
    .await;
    assert!(!cause(patient().send(&Request::get(half)).await).is_empty());
}

#[tokio::test]
async fn nobody_at_home_and_an_address_that_is_none_are_temporary() {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("an address");
    drop(listener);
    let refused = patient().send(&Request::get(format!("http://{address}/x"))).await;
    assert_eq!(cause(refused), "connection refused");
    assert_eq!(cause(patient().send(&Request::get("not an address")).await), "the address is not a valid URL");
    let proxy = Some("socks5h://127.0.0.1:99999".to_owned());
    let settings = HttpSettings { proxy, timeout: Duration::from_secs(5), user_agent: "posylka/test".to_owned() };
    assert!(!cause(Http::live(settings).send(&Request::get(format!("http://{address}/x"))).await).is_empty());
}

#[tokio::test]
async fn a_redirect_is_followed_at_home_and_not_elsewhere() {
    let elsewhere = MockServer::start().await;
    Mock::given(method("GET")).respond_with(ResponseTemplate::new(200)).expect(0).mount(&elsewhere).await;
    let server = MockServer::start().await;
    let to = |target: String| ResponseTemplate::new(302).insert_header("location", target);
    let redirect = to(format!("{}/x", elsewhere.uri()));
    Mock::given(path("/away")).respond_with(redirect).mount(&server).await;
    Mock::given(path("/home")).respond_with(to("/x".to_owned())).mount(&server).await;
    Mock::given(path("/loop")).respond_with(to("/loop".to_owned())).mount(&server).await;
    Mock::given(path("/x"))
        .and(header("17token", "hunter2"))
        .respond_with(ResponseTemplate::new(200))
        .mount(&server)
        .await;
    let get = |place: &str| {
        Request::get(format!("{}/{place}", server.uri())).secret_header("17token", "hunter2".to_owned().into())
    };
    assert_eq!(patient().send(&get("away")).await.expect("an answer").status, 302);
    assert_eq!(patient().send(&get("home")).await.expect("an answer").status, 200);
    assert_eq!(cause(patient().send(&get("loop")).await), "too many redirects");
}

#[tokio::test]
async fn offline_asks_nobody() {
    let trouble = Http::offline().send(&Request::get("http://127.0.0.1:1/")).await.expect_err("a trouble");
    assert_eq!(Outcome::from(&trouble), Outcome::Temporary);
}
