//! Lines out of China that buyers on marketplaces meet.

use super::super::format::{CheckDigitPolicy, CheckDigitRule, EvidenceGrade, Format, TextConfidence, TrackedTo};
use super::carrier_spellings;
use super::rule_references::{PUBLIC_CODE, TRACKING_NUMBER_DATA};

pub(super) const ROWS: &[Format] = &[
    Format {
        id: "yanwen/s10_yp",
        carrier: "Yanwen",
        shapes: &["[UV]l(d{9})YP"],
        rule: CheckDigitRule::S10,
        tracked: TrackedTo::ToBorder,
        stands: TextConfidence::Alone,
        words: carrier_spellings::YANWEN,
        sources: &["cainiao", "17track"],
        origin: "UPU S10 with Yanwen's code YP; 1 printed number",
        grade: EvidenceGrade::Verified,
        ..Format::BASE
    },
    Format {
        id: "4px/4px",
        carrier: "4PX",
        shapes: &["4PX(d{13})CN"],
        rule: CheckDigitRule::GS1_EVEN,
        strictness: CheckDigitPolicy::Observed,
        stands: TextConfidence::Alone,
        words: carrier_spellings::FOURPX,
        sources: &["four-px", "cainiao", "17track"],
        origin: "observed on 73 of 74 printed numbers (rostis232/parcelstrackingservice)",
        grade: EvidenceGrade::Verified,
        ..Format::BASE
    },
    Format {
        id: "4px/4px12",
        carrier: "4PX",
        shapes: &["3042d{8}"],
        stands: TextConfidence::Named,
        words: carrier_spellings::FOURPX,
        sources: &["four-px", "17track"],
        origin: PUBLIC_CODE,
        ..Format::BASE
    },
    Format {
        id: "cainiao/lp",
        carrier: "Cainiao",
        shapes: &["LP00d{12}"],
        tracked: TrackedTo::ToBorder,
        stands: TextConfidence::Alone,
        words: carrier_spellings::CAINIAO,
        sources: &["cainiao", "17track"],
        origin: "parceldetect.com FAQ; cnusup.com",
        ..Format::BASE
    },
    Format {
        id: "cainiao/ap",
        carrier: "Cainiao",
        shapes: &["AP00d{12}"],
        tracked: TrackedTo::ToBorder,
        stands: TextConfidence::Alone,
        words: carrier_spellings::CAINIAO,
        sources: &["cainiao", "17track"],
        origin: "ali-shop.net",
        ..Format::BASE
    },
    Format {
        id: "cainiao/cnusup",
        carrier: "Cainiao",
        shapes: &["CNUSUPd{11}"],
        stands: TextConfidence::Alone,
        home: &["US"],
        words: carrier_spellings::CAINIAO,
        sources: &["cainiao", "17track"],
        origin: "cnusup.com; rostis232/parcelstrackingservice",
        ..Format::BASE
    },
    Format {
        id: "cainiao/cn_dest",
        carrier: "Cainiao",
        shapes: &["CNESPd{20}", "CNPRTd{20}", "CNESPd{18}", "CNPRTd{18}", "CNFRd{10,16}HD"],
        stands: TextConfidence::Alone,
        home: &["ES", "PT", "FR"],
        words: carrier_spellings::CAINIAO,
        sources: &["cainiao", "17track"],
        origin: PUBLIC_CODE,
        ..Format::BASE
    },
    Format {
        id: "cainiao/handed_over",
        carrier: "Cainiao",
        shapes: &["CNGd{14}", "CNBRd{11}", "SWXd{18}", "DOFRd{13}HD", "1STd{11}", "36YPHd{18}"],
        stands: TextConfidence::Alone,
        home: &["FR", "US", "AU", "BR"],
        words: carrier_spellings::CAINIAO,
        sources: &["cainiao", "17track"],
        origin: PUBLIC_CODE,
        ..Format::BASE
    },
    Format {
        id: "cainiao/numeric",
        carrier: "Cainiao",
        shapes: &["128d{23}", "132d{23}", "71d{10}", "ld{16}"],
        stands: TextConfidence::Named,
        words: carrier_spellings::CAINIAO,
        sources: &["cainiao", "17track"],
        origin: PUBLIC_CODE,
        ..Format::BASE
    },
    Format {
        id: "yunexpress/yunexpress",
        carrier: "YunExpress",
        shapes: &["YTd{16}"],
        stands: TextConfidence::Alone,
        words: carrier_spellings::YUNEXPRESS,
        origin: TRACKING_NUMBER_DATA,
        ..Format::BASE
    },
    Format {
        id: "yunexpress/other",
        carrier: "YunExpress",
        shapes: &["CAYTd{16}", "YUx{12,16}"],
        words: carrier_spellings::YUNEXPRESS,
        origin: PUBLIC_CODE,
        ..Format::BASE
    },
    Format {
        id: "yto/yt13",
        carrier: "YTO Express",
        shapes: &["YTd{13}"],
        stands: TextConfidence::Alone,
        words: carrier_spellings::YTO,
        sources: &["cainiao", "17track"],
        origin: PUBLIC_CODE,
        ..Format::BASE
    },
    Format {
        id: "sunyou/sy",
        carrier: "SunYou",
        shapes: &["SYlld{9}"],
        tracked: TrackedTo::ToBorder,
        stands: TextConfidence::Alone,
        words: carrier_spellings::SUNYOU,
        origin: PUBLIC_CODE,
        ..Format::BASE
    },
    Format {
        id: "wanb/wnb_yq",
        carrier: "Wanb",
        shapes: &["WNBlld{10}YQ"],
        tracked: TrackedTo::ToBorder,
        stands: TextConfidence::Alone,
        words: carrier_spellings::WANB,
        origin: PUBLIC_CODE,
        ..Format::BASE
    },
    Format {
        id: "yq/partner",
        carrier: "YQ partner line",
        shapes: &["l{5}d{10}YQ"],
        tracked: TrackedTo::ToBorder,
        stands: TextConfidence::Alone,
        origin: PUBLIC_CODE,
        ..Format::BASE
    },
    Format {
        id: "ubi/ubi",
        carrier: "UBI Smart Parcel",
        shapes: &["AUSd{12}", "400d{13}"],
        home: &["AU", "NZ"],
        words: carrier_spellings::UBI,
        origin: PUBLIC_CODE,
        ..Format::BASE
    },
    Format {
        id: "sf_express/sf",
        carrier: "SF Express",
        shapes: &["SFd{13}"],
        stands: TextConfidence::Alone,
        words: carrier_spellings::SF,
        origin: PUBLIC_CODE,
        ..Format::BASE
    },
];
