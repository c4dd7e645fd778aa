//! Who issues S10 numbers: the last two letters of one.
//!
//! The codes are those of UPU members (`jkeen/tracking_number_data` lists them), territories with a post of their own
//! (ISO 3166-1), and two that are no country: YP (Yanwen) and WW (TNT).

/// Every issuer, sorted by code.
#[rustfmt::skip]
pub const ISSUERS: &[(&str, &str)] = &[
    ("AE", "Emirates Post"), ("AF", "Afghan Post"), ("AG", "Antigua Post"), ("AI", "Anguilla Post"),
    ("AL", "Posta Shqiptare"), ("AM", "Haypost"), ("AN", "Nieuwe Post (Netherlands Antilles)"),
    ("AO", "Correios de Angola"), ("AR", "Correo Argentino"), ("AS", "USPS (American Samoa)"),
    ("AT", "Österreichische Post"), ("AU", "Australia Post"), ("AW", "Post Aruba"), ("AX", "Posten Åland"),
    ("AZ", "Azərpoçt"), ("BA", "BH Pošta"), ("BB", "Barbados Post"), ("BD", "Bangladesh Post"), ("BE", "bpost"),
    ("BF", "La Poste Burkina Faso"), ("BG", "Bulgarian Posts"), ("BH", "Bahrain Post"), ("BI", "Poste du Burundi"),
    ("BJ", "La Poste du Bénin"), ("BM", "Bermuda Post"), ("BN", "Brunei Post"), ("BO", "Correos de Bolivia"),
    ("BQ", "FXDC Post"), ("BR", "Correios"), ("BS", "Bahamas Post"), ("BT", "Bhutan Post"), ("BW", "BotswanaPost"),
    ("BY", "Belpochta"), ("BZ", "Belize Post"), ("CA", "Canada Post"), ("CD", "Poste congolaise"),
    ("CF", "Poste centrafricaine"), ("CG", "Poste du Congo"), ("CH", "Swiss Post"),
    ("CI", "La Poste de Côte d'Ivoire"), ("CK", "Cook Islands Post"), ("CL", "Correos de Chile"), ("CM", "Campost"),
    ("CN", "China Post"), ("CO", "4-72"), ("CR", "Correos de Costa Rica"), ("CU", "Correos de Cuba"),
    ("CV", "Correios de Cabo Verde"), ("CW", "Cpost International"), ("CY", "Cyprus Post"), ("CZ", "Česká pošta"),
    ("DE", "Deutsche Post"), ("DJ", "La Poste de Djibouti"), ("DK", "PostNord Danmark"), ("DM", "Dominica Post"),
    ("DO", "Inposdom"), ("DZ", "Algérie Poste"), ("EC", "Correos del Ecuador"), ("EE", "Omniva (Eesti Post)"),
    ("EG", "Egypt Post"), ("ER", "Eritrean Post"), ("ES", "Correos"), ("ET", "Ethiopian Post"), ("FI", "Posti"),
    ("FJ", "Post Fiji"), ("FK", "Falkland Islands Post"), ("FM", "FSM Postal Services"),
    ("FO", "Posta (Faroe Islands)"), ("FR", "La Poste"), ("GA", "La Poste du Gabon"), ("GB", "Royal Mail"),
    ("GD", "Grenada Post"), ("GE", "Georgian Post"), ("GF", "La Poste (Guyane)"), ("GG", "Guernsey Post"),
    ("GH", "Ghana Post"), ("GI", "Royal Gibraltar Post"), ("GL", "Tusass (Greenland)"), ("GM", "Gampost"),
    ("GN", "Poste guinéenne"), ("GP", "La Poste (Guadeloupe)"), ("GQ", "Equatorial Guinea Post"), ("GR", "ELTA"),
    ("GT", "El Correo"), ("GU", "USPS (Guam)"), ("GW", "Correios da Guiné-Bissau"), ("GY", "Guyana Post"),
    ("HK", "Hongkong Post"), ("HN", "Honducor"), ("HR", "Hrvatska pošta"), ("HT", "Poste d'Haïti"),
    ("HU", "Magyar Posta"), ("ID", "Pos Indonesia"), ("IE", "An Post"), ("IL", "Israel Post"),
    ("IM", "Isle of Man Post"), ("IN", "India Post"), ("IQ", "Iraqi Post"), ("IR", "Iran Post"),
    ("IS", "Íslandspóstur"), ("IT", "Poste Italiane"), ("JE", "Jersey Post"), ("JM", "Jamaica Post"),
    ("JO", "Jordan Post"), ("JP", "Japan Post"), ("KE", "Posta Kenya"), ("KG", "Kyrgyz Post"),
    ("KH", "Cambodia Post"), ("KI", "Kiribati Post"), ("KM", "Poste des Comores"), ("KN", "St. Kitts and Nevis Post"),
    ("KP", "Korea Post (North)"), ("KR", "Korea Post"), ("KW", "Kuwait Post"), ("KY", "Cayman Islands Post"),
    ("KZ", "Kazpost"), ("LA", "Poste Lao"), ("LB", "LibanPost"), ("LC", "Saint Lucia Post"),
    ("LI", "Liechtensteinische Post"), ("LK", "Sri Lanka Post"), ("LR", "Liberia Post"), ("LS", "Lesotho Post"),
    ("LT", "Lietuvos paštas"), ("LU", "POST Luxembourg"), ("LV", "Latvijas Pasts"), ("LY", "Libya Post"),
    ("MA", "Barid Al-Maghrib"), ("MC", "La Poste Monaco"), ("MD", "Poșta Moldovei"), ("ME", "Pošta Crne Gore"),
    ("MG", "Paositra Malagasy"), ("MH", "Marshall Islands Post"), ("MK", "North Macedonia Post"),
    ("ML", "La Poste du Mali"), ("MM", "Myanma Post"), ("MN", "Mongol Post"), ("MO", "CTT Macau"),
    ("MP", "USPS (Northern Mariana Islands)"), ("MQ", "La Poste (Martinique)"), ("MR", "Mauripost"),
    ("MS", "Montserrat Post"), ("MT", "MaltaPost"), ("MU", "Mauritius Post"), ("MV", "Maldives Post"),
    ("MW", "Malawi Posts"), ("MX", "Correos de México"), ("MY", "Pos Malaysia"), ("MZ", "Correios de Moçambique"),
    ("NA", "NamPost"), ("NC", "OPT Nouvelle-Calédonie"), ("NE", "Niger Poste"), ("NF", "Norfolk Island Post"),
    ("NG", "Nipost"), ("NI", "Correos de Nicaragua"), ("NL", "PostNL"), ("NO", "Posten"), ("NP", "Nepal Post"),
    ("NR", "Nauru Post"), ("NU", "Niue Post"), ("NZ", "New Zealand Post"), ("OM", "Oman Post"),
    ("PA", "Correos de Panamá"), ("PE", "Serpost"), ("PF", "Fare Rata"), ("PG", "Post PNG"), ("PH", "PHLPost"),
    ("PK", "Pakistan Post"), ("PL", "Poczta Polska"), ("PM", "La Poste (Saint-Pierre-et-Miquelon)"),
    ("PR", "USPS (Puerto Rico)"), ("PS", "Palestine Post"), ("PT", "CTT Correios"), ("PW", "Palau Post"),
    ("PY", "Correo Paraguayo"), ("QA", "Qatar Post"), ("RE", "La Poste (Réunion)"), ("RO", "Poșta Română"),
    ("RS", "Pošta Srbije"), ("RU", "Russian Post"), ("RW", "Iposita"), ("SA", "Saudi Post"), ("SB", "Solomon Post"),
    ("SC", "Seychelles Post"), ("SD", "Sudapost"), ("SE", "PostNord Sverige"), ("SG", "SingPost"),
    ("SH", "Saint Helena Post"), ("SI", "Pošta Slovenije"), ("SK", "Slovenská pošta"), ("SL", "Salpost"),
    ("SM", "Poste San Marino"), ("SN", "La Poste Sénégal"), ("SO", "Somali Post"), ("SR", "Surpost"),
    ("SS", "South Sudan Post"), ("ST", "Correios de São Tomé"), ("SV", "Correos de El Salvador"),
    ("SX", "Postal Services St. Maarten"), ("SY", "Syrian Post"), ("SZ", "Eswatini Post"),
    ("TC", "Turks and Caicos Post"), ("TD", "Poste du Tchad"), ("TG", "La Poste du Togo"), ("TH", "Thailand Post"),
    ("TJ", "Tajik Post"), ("TL", "Correios de Timor-Leste"), ("TM", "Turkmenpost"), ("TN", "La Poste Tunisienne"),
    ("TO", "Tonga Post"), ("TR", "PTT"), ("TT", "TTPost"), ("TV", "Tuvalu Post"), ("TW", "Chunghwa Post"),
    ("TZ", "Tanzania Posts"), ("UA", "Ukrposhta"), ("UG", "Posta Uganda"), ("US", "USPS"), ("UY", "Correo Uruguayo"),
    ("UZ", "Uzbekistan Post"), ("VA", "Poste Vaticane"), ("VC", "SVG Post"), ("VE", "Ipostel"), ("VG", "BVI Post"),
    ("VI", "USPS (Virgin Islands)"), ("VN", "Vietnam Post"), ("VU", "Vanuatu Post"),
    ("WF", "Poste de Wallis-et-Futuna"), ("WS", "Samoa Post"), ("WW", "TNT"), ("XK", "Post of Kosovo"),
    ("YE", "Yemen Post"), ("YP", "Yanwen"), ("YT", "La Poste (Mayotte)"), ("ZA", "South African Post Office"),
    ("ZM", "Zampost"), ("ZW", "Zimpost"),
];

/// Issuers that a buyer of small parcels meets most, the most usual first: where a country has to be proposed, these
/// are. From the services that marketplaces print on their order pages.
pub const USUAL: &[&str] =
    &["CN", "RU", "SG", "NL", "HK", "MY", "DE", "GB", "SE", "EE", "LT", "LV", "CH", "TR", "TW", "KR", "US", "FR", "ES"];

/// The place of every pair of letters in [`ISSUERS`], so that asking costs one look.
static PLACES: [u16; 26 * 26] = places();

const NOBODY: u16 = u16::MAX;

const fn places() -> [u16; 26 * 26] {
    let mut all = [NOBODY; 26 * 26];
    let mut place: u16 = 0;
    while (place as usize) < ISSUERS.len() {
        let letters = ISSUERS[place as usize].0.as_bytes();
        all[(letters[0] - b'A') as usize * 26 + (letters[1] - b'A') as usize] = place;
        place += 1;
    }
    all
}

/// The post behind two upper-case letters.
#[must_use]
pub fn issuer(code: &[u8]) -> Option<&'static str> {
    let &[a @ b'A'..=b'Z', b @ b'A'..=b'Z'] = code else { return None };
    let place = PLACES[usize::from(a - b'A') * 26 + usize::from(b - b'A')];
    ISSUERS.get(usize::from(place)).map(|(_, name)| *name)
}

/// The code that is meant by one that is often written instead; only where there is no doubt.
#[must_use]
pub fn meant(code: &[u8]) -> Option<&'static [u8]> {
    // ISO 3166-1 reserves UK for the United Kingdom; its post issues GB
    (code == b"UK").then_some(b"GB")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn issuers_are_sorted_and_unique() {
        assert!(ISSUERS.windows(2).all(|w| w[0].0 < w[1].0));
    }

    #[test]
    fn posts_without_a_state_are_known_and_nonsense_is_not() {
        for code in ["TW", "JE", "GG", "IM", "MO", "XK", "YP", "WW", "MH", "PF", "CN"] {
            assert!(issuer(code.as_bytes()).is_some(), "{code}");
        }
        for code in ["XX", "ZZ", "UK", "EN", "OO", "SP", "C", "CNN", "1A"] {
            assert!(issuer(code.as_bytes()).is_none(), "{code}");
        }
    }
}
