//! To whom a message goes, in which language, and how it leaves the program.

use crate::domain::string_enum::string_enum;

string_enum! {
    /// To whom a message goes.
    Addressee {
        /// The seller in the shop.
        Seller = "seller",
        /// The post or courier that has the parcel, or will have it.
        Carrier = "carrier",
    }
}

string_enum! {
    /// The language of a message.
    Language {
        /// English.
        English = "en",
        /// Chinese, simplified.
        Chinese = "zh",
        /// Russian.
        Russian = "ru",
    }
}

string_enum! {
    /// How a message left the program.
    How {
        /// To the clipboard of the terminal.
        Copied = "copied",
        /// By the reader's own hand: the program only kept it.
        Noted = "noted",
        /// Printed on standard output.
        Printed = "printed",
    }
}
