//! What Nova Poshta sends (API 2.0). Types drift between text, number and `false`; every field may be missing.
//! Names, phones, streets and what was paid are left where they are.

use crate::sources::decoding::lenient_json::{LenientText, lenient, readable_elements};
use serde::Deserialize;
use serde_json::Value;

/// The answer as a whole; the HTTP status is always 200 (certain).
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Envelope {
    pub(super) success: Value,
    /// One entry a number.
    pub(super) data: Value,
    /// Texts, or objects with texts in them; so are the warnings.
    #[serde(deserialize_with = "readable_elements")]
    pub(super) errors: Vec<Value>,
    #[serde(deserialize_with = "readable_elements")]
    pub(super) warnings: Vec<Value>,
    #[serde(rename = "errorCodes", deserialize_with = "readable_elements")]
    pub(super) error_codes: Vec<LenientText>,
}

/// What is said about one number.
#[derive(Deserialize, Default)]
#[serde(rename_all = "PascalCase", default)]
pub(super) struct Document {
    #[serde(deserialize_with = "lenient")]
    pub(super) number: Option<LenientText>,
    #[serde(deserialize_with = "lenient")]
    pub(super) status_code: Option<LenientText>,
    /// The status in Ukrainian.
    #[serde(deserialize_with = "lenient")]
    pub(super) status: Option<LenientText>,
    /// `26-02-2022 11:08:03`; as all times here Kyiv's wall time without an offset.
    #[serde(deserialize_with = "lenient")]
    pub(super) date_created: Option<LenientText>,
    /// `15:16 08.03.2022`.
    #[serde(deserialize_with = "lenient")]
    pub(super) date_scan: Option<LenientText>,
    /// `2022-03-08 15:16:53`.
    #[serde(deserialize_with = "lenient")]
    pub(super) tracking_update_date: Option<LenientText>,
    /// `07-03-2022 12:00:00`.
    #[serde(deserialize_with = "lenient")]
    pub(super) scheduled_delivery_date: Option<LenientText>,
    /// `08.03.2022 15:16:47`.
    #[serde(deserialize_with = "lenient")]
    pub(super) recipient_date_time: Option<LenientText>,
    /// `2022-03-16 14:29:04`: from when on the branch charges for keeping it.
    #[serde(deserialize_with = "lenient")]
    pub(super) date_payed_keeping: Option<LenientText>,
    #[serde(deserialize_with = "lenient")]
    pub(super) city_sender: Option<LenientText>,
    #[serde(deserialize_with = "lenient")]
    pub(super) city_recipient: Option<LenientText>,
    /// The branch or locker; read only where the parcel waits there.
    #[serde(deserialize_with = "lenient")]
    pub(super) warehouse_recipient: Option<LenientText>,
    #[serde(deserialize_with = "lenient")]
    pub(super) undelivery_reasons_subtype_description: Option<LenientText>,
    /// The number of the document that was made out of this one last.
    #[serde(deserialize_with = "lenient")]
    pub(super) last_created_on_the_basis_number: Option<LenientText>,
    /// What that document is: `Redirecting` is a new waybill to another address.
    #[serde(deserialize_with = "lenient")]
    pub(super) last_created_on_the_basis_document_type: Option<LenientText>,
}
