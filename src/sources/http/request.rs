//! What is asked. Secrets are kept apart, so that the question can be shown and stored.

use std::fmt;

use reqwest::Url;
use secrecy::{ExposeSecret, SecretString};
use serde_json::Value;

/// How a request is put.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Method {
    /// Reads.
    Get,
    /// Sends a body.
    Post,
    /// Sends a body that may be sent again without being there twice.
    Put,
}

/// One request to a source.
#[derive(Clone)]
pub struct Request {
    method: Method,
    url: String,
    headers: Vec<(&'static str, HeaderText)>,
    secret_query: Vec<(&'static str, SecretString)>,
    body: Option<Body>,
}

#[derive(Clone)]
enum HeaderText {
    Plain(String),
    Secret(SecretString),
}

#[derive(Clone)]
enum Body {
    Json(Value),
    Secret { content_type: &'static str, text: SecretString, shown: String },
}

impl Request {
    /// Asks for an address. The address holds no secret: see [`Request::secret_query`].
    #[must_use]
    pub fn get(url: impl Into<String>) -> Self {
        Self::new(Method::Get, url.into())
    }

    /// Asks for an address that answers in JSON.
    #[must_use]
    pub fn get_json(url: impl Into<String>) -> Self {
        Self::get(url).header("accept", "application/json")
    }

    /// Sends a JSON body, without a secret in it, to an address that answers in JSON.
    #[must_use]
    pub fn post_json(url: impl Into<String>, body: Value) -> Self {
        Self::post(url).header("accept", "application/json").json(body)
    }

    /// Sends to an address; a body is added with [`Request::json`] or [`Request::secret_body`].
    #[must_use]
    pub fn post(url: impl Into<String>) -> Self {
        Self::new(Method::Post, url.into())
    }

    /// Sends to an address that knows the same request again.
    #[must_use]
    pub fn put(url: impl Into<String>) -> Self {
        Self::new(Method::Put, url.into())
    }

    fn new(method: Method, url: String) -> Self {
        Self { method, url, headers: Vec::new(), secret_query: Vec::new(), body: None }
    }

    /// Adds a header.
    #[must_use]
    pub fn header(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((name, HeaderText::Plain(value.into())));
        self
    }

    /// Adds a header whose value is never shown.
    #[must_use]
    pub fn secret_header(mut self, name: &'static str, value: SecretString) -> Self {
        self.headers.push((name, HeaderText::Secret(value)));
        self
    }

    /// Adds a query parameter whose value is never shown.
    #[must_use]
    pub fn secret_query(mut self, name: &'static str, value: SecretString) -> Self {
        self.secret_query.push((name, value));
        self
    }

    /// Sends a JSON body, which is part of the question and holds no secret.
    #[must_use]
    pub fn json(mut self, body: Value) -> Self {
        self.body = Some(Body::Json(body));
        self
    }

    /// Sends a body with a secret in it; `shown` stands for it in the question.
    #[must_use]
    pub fn secret_body(mut self, content_type: &'static str, text: SecretString, shown: impl Into<String>) -> Self {
        self.body = Some(Body::Secret { content_type, text, shown: shown.into() });
        self
    }

    /// How it is put.
    #[must_use]
    pub fn method(&self) -> Method {
        self.method
    }

    /// The address, without the secret part of its query.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }

    /// The value of a query parameter in the address, decoded.
    #[must_use]
    pub fn query(&self, name: &str) -> Option<String> {
        let url = Url::parse(&self.url).ok()?;
        url.query_pairs().find(|(key, _)| key == name).map(|(_, value)| value.into_owned())
    }

    /// The JSON body, where there is one.
    #[must_use]
    pub fn json_body(&self) -> Option<&Value> {
        match &self.body {
            Some(Body::Json(value)) => Some(value),
            _ => None,
        }
    }

    /// What was asked, without secrets: method, address, and body where there is one. Equal questions have equal
    /// texts.
    #[must_use]
    pub fn question(&self) -> String {
        let method = match self.method {
            Method::Get => "GET",
            Method::Post => "POST",
            Method::Put => "PUT",
        };
        let url = without_password(&self.url);
        match &self.body {
            None => format!("{method} {url}"),
            Some(Body::Json(value)) => format!("{method} {url} {value}"),
            Some(Body::Secret { shown, .. }) => format!("{method} {url} {shown}"),
        }
    }

    /// Hands the request to the client: the only place where secrets come out.
    pub(super) fn build(&self, client: &reqwest::Client) -> reqwest::RequestBuilder {
        let mut builder = match self.method {
            Method::Get => client.get(&self.url),
            Method::Post => client.post(&self.url),
            Method::Put => client.put(&self.url),
        };
        for (name, value) in &self.headers {
            builder = match value {
                HeaderText::Plain(text) => builder.header(*name, text),
                HeaderText::Secret(text) => builder.header(*name, sensitive(text)),
            };
        }
        for (name, value) in &self.secret_query {
            builder = builder.query(&[(name, value.expose_secret())]);
        }
        match &self.body {
            None => builder,
            Some(Body::Json(value)) => builder.json(value),
            Some(Body::Secret { content_type, text, .. }) => {
                builder.header("content-type", *content_type).body(text.expose_secret().to_owned())
            }
        }
    }
}

/// A header value that the HTTP layers below neither log nor index; one that cannot be a header is left empty,
/// and the source will say that the key is wrong.
fn sensitive(text: &SecretString) -> reqwest::header::HeaderValue {
    let mut value = reqwest::header::HeaderValue::from_str(text.expose_secret())
        .unwrap_or_else(|_| reqwest::header::HeaderValue::from_static(""));
    value.set_sensitive(true);
    value
}

/// The address without a user name and password, which a mirror's address may carry.
fn without_password(url: &str) -> String {
    match Url::parse(url) {
        Ok(mut parsed) if !parsed.username().is_empty() || parsed.password().is_some() => {
            let _ = parsed.set_username("");
            let _ = parsed.set_password(None);
            parsed.into()
        }
        _ => url.to_owned(),
    }
}

impl fmt::Debug for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.question())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_holds_no_secret() {
        let key = || SecretString::from("hunter2");
        let request = Request::post("https://me:hunter2@mirror.example/a?b=1")
            .secret_header("17token", key())
            .secret_query("apiKey", key())
            .secret_body("text/xml", key(), "history of RA123456785RU");
        assert_eq!(request.question(), "POST https://mirror.example/a?b=1 history of RA123456785RU");
        assert!(!format!("{request:?}").contains("hunter2"));
    }

    #[test]
    fn a_query_parameter_is_read_back_decoded() {
        let request = Request::get("https://example.org/?mailNos=A1%2CB2&lang=en-US");
        assert_eq!(request.query("mailNos").as_deref(), Some("A1,B2"));
        assert_eq!(request.query("nothing"), None);
    }
}
