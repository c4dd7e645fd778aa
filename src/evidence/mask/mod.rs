//! Leaving the personal data of people out of what a source answered.
//!
//! A body keeps its shape: JSON stays JSON, tags stay tags; only values become `***`. Masked are mail addresses,
//! what looks like a phone number, and the values of keys and tags named like a person's data ([`personal_keys`]). A body
//! that is no text cannot be looked through and is left out whole.

mod body;
mod contacts;
mod json;
mod mixed_text;
mod personal_keys;
mod replacement;
mod xml;

pub(super) use body::body;
pub(super) use contacts::mask as mask_contacts;
