//! The commands as a script meets them: the real program, a real database, a source on loopback.

#![cfg(test)]

mod add;
mod archive;
mod carrier;
mod command_source;
mod commands_doc;
mod config;
mod database_errors;
mod docs;
mod doctor;
mod edit;
mod event;
mod evidence;
mod evidence_bench;
mod evidence_verify;
mod export;
mod forecast;
mod help;
mod identify;
mod import;
mod import_bench;
mod import_mail_folders;
mod import_mails;
mod import_tables;
mod json;
mod list;
mod message;
mod message_log;
mod notify;
mod orders;
mod protection;
mod receiver;
mod rescue;
mod safety;
mod service;
mod snooze;
mod stale;
mod status;
#[path = "../common/store_errors.rs"]
mod store_errors;
mod sync;
mod terminal;
mod test_home;
mod troubles;
mod usage;
