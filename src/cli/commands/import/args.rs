//! The arguments of `posylka import`.

use std::path::PathBuf;

use clap::{Args, ValueEnum, ValueHint};

use crate::import::{Encoding, Reading};

/// Add parcels and orders from tables and order mails; the same file twice changes nothing
#[derive(Args, Debug)]
pub struct ImportArgs {
    /// Tables (CSV, XLSX, ODS), order mails (.eml, mbox), folders of them (also maildir), an export (JSON), or `-` for standard input
    #[arg(required = true, value_name = "FILE|DIR", value_hint = ValueHint::AnyPath)]
    pub paths: Vec<PathBuf>,
    /// Tell what would be done, and change nothing
    #[arg(long)]
    pub dry_run: bool,
    /// Do not ask, however much a folder holds
    #[arg(long, short)]
    pub yes: bool,
    /// How 03/11/2026 is to be read
    #[arg(long, value_name = "ORDER")]
    pub dates: Option<DateOrder>,
    /// How a table that is no Unicode is to be read; without it the likeliest
    #[arg(long, value_name = "NAME")]
    pub encoding: Option<EncodingName>,
    /// Pass over orders and mails from before that day; mails without it: half a year
    #[arg(long, value_name = "DATE")]
    pub since: Option<String>,
    /// The shop, where the file names none
    #[arg(long, value_name = "SHOP")]
    pub shop: Option<String>,
}

/// Which of two numbers is the day.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub enum DateOrder {
    /// Day, month, year
    Dmy,
    /// Month, day, year
    Mdy,
}

/// What the bytes of a text are.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub enum EncodingName {
    /// Cyrillic, as Russian spreadsheets write it
    #[value(name = "windows-1251", alias = "cp1251")]
    Windows1251,
    /// Chinese, as Chinese spreadsheets write it
    #[value(name = "gb18030", alias = "gbk")]
    Gb18030,
}

impl From<DateOrder> for Reading {
    fn from(order: DateOrder) -> Self {
        match order {
            DateOrder::Dmy => Self::DayFirst,
            DateOrder::Mdy => Self::MonthFirst,
        }
    }
}

impl From<EncodingName> for Encoding {
    fn from(name: EncodingName) -> Self {
        match name {
            EncodingName::Windows1251 => Self::Windows1251,
            EncodingName::Gb18030 => Self::Gb18030,
        }
    }
}
