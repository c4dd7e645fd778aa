//! The carriers' names as people and mails write them, in lower case.

pub(super) const RUSSIAN_POST: &[&str] = &[
    "почта россии",
    "почту россии",
    "почты россии",
    "почте россии",
    "почтой россии",
    "russian post",
    "pochta ru",
    "почта рф",
    "俄罗斯邮政",
];
pub(super) const CDEK: &[&str] = &["сдэк", "сдек", "cdek", "сдэка", "сдэке", "сдэком"];
pub(super) const EVROPOCHTA: &[&str] =
    &["европочта", "европочты", "европочте", "европочту", "европочтой", "еўрапошта", "evropochta", "europochta"];
pub(super) const NOVA_POSHTA: &[&str] = &[
    "нова пошта",
    "нову пошту",
    "нової пошти",
    "новою поштою",
    "новій пошті",
    "новая почта",
    "новой почты",
    "новую почту",
    "новой почтой",
    "новой почте",
    "nova poshta",
    "nova post",
    "novaposhta",
    "novapost",
    "нп",
];
pub(super) const UKRPOSHTA: &[&str] = &["укрпошта", "укрпошти", "укрпоштою", "укрпочта", "укрпочты", "ukrposhta"];
pub(super) const MEEST: &[&str] = &["meest", "міст", "мист"];
pub(super) const INPOST: &[&str] = &["inpost", "paczkomat", "paczkomaty", "paczkomacie", "paczkomatu", "paczkomatów"];
pub(super) const DPD: &[&str] = &["dpd", "chronopost", "seur", "predict", "дпд"];
pub(super) const GLS: &[&str] = &["gls", "general logistics"];
pub(super) const DHL: &[&str] = &["dhl", "дхл", "дхл"];
pub(super) const COLISSIMO: &[&str] = &["colissimo", "la poste", "laposte", "coliposte"];
pub(super) const POSTAT: &[&str] =
    &["österreichische post", "post at", "austrian post", "post ag", "osterreichische post"];
pub(super) const SWISS_POST: &[&str] =
    &["swiss post", "swisspost", "schweizer post", "schweizerische post", "post ch", "la poste suisse"];
pub(super) const BPOST: &[&str] = &["bpost", "bpack"];
pub(super) const POSTNL: &[&str] = &["postnl", "post nl"];
pub(super) const CORREOS: &[&str] = &["correos", "correos express"];
pub(super) const POSTE_ITALIANE: &[&str] = &["poste italiane", "posteitaliane", "sda", "poste it", "corriere sda"];
pub(super) const PACKETA: &[&str] = &[
    "packeta",
    "zásilkovna",
    "zasilkovna",
    "zásielkovňa",
    "zasielkovna",
    "zásilkovny",
    "zásilkovně",
    "zásielkovne",
    "przesyłkownia",
];
pub(super) const HERMES: &[&str] = &["hermes", "myhermes"];
pub(super) const EVRI: &[&str] = &["evri", "hermes"];
pub(super) const YODEL: &[&str] = &["yodel"];
pub(super) const TNT: &[&str] = &["tnt"];
pub(super) const BRING: &[&str] = &["bring", "posten", "posten norge"];
pub(super) const POSTI: &[&str] = &["posti", "itella"];
pub(super) const SSCC: &[&str] =
    &["dhl", "deutsche post", "postnord", "poczta polska", "pocztex", "matkahuolto", "poczty polskiej", "dhl paket"];
pub(super) const USPS: &[&str] = &["usps", "united states postal", "us postal service", "u s postal"];
pub(super) const UPS: &[&str] = &["ups", "united parcel"];
pub(super) const FEDEX: &[&str] = &["fedex", "federal express", "федекс"];
pub(super) const AMAZON: &[&str] = &["amazon", "amazon logistics", "amzl", "amazon logistik"];
pub(super) const LASERSHIP: &[&str] = &["lasership", "ontrac"];
pub(super) const ONTRAC: &[&str] = &["ontrac"];
pub(super) const ODFL: &[&str] = &["old dominion", "odfl"];
pub(super) const SPEEDEE: &[&str] = &["spee dee", "speedee"];
pub(super) const GOFO: &[&str] = &["gofo", "gofo express"];
pub(super) const LANDMARK: &[&str] = &["landmark", "landmark global"];
pub(super) const CANADA_POST: &[&str] = &["canada post", "postes canada", "canadapost"];
pub(super) const CANPAR: &[&str] = &["canpar"];
pub(super) const PUROLATOR: &[&str] = &["purolator"];
pub(super) const AUSPOST: &[&str] = &["australia post", "auspost"];
pub(super) const UBI: &[&str] = &["ubi", "ubi smart parcel"];
pub(super) const CAINIAO: &[&str] =
    &["cainiao", "菜鸟", "菜鳥", "цайняо", "кайняо", "aliexpress saver", "aliexpress standard", "aliexpress premium"];
pub(super) const FOURPX: &[&str] = &["4px", "递四方", "遞四方"];
pub(super) const YANWEN: &[&str] = &["yanwen", "燕文", "янвен", "яньвэнь"];
pub(super) const YUNEXPRESS: &[&str] = &["yunexpress", "yun express", "云途", "雲途"];
pub(super) const YTO: &[&str] = &["yto", "yto express", "圆通", "圓通"];
pub(super) const SUNYOU: &[&str] = &["sunyou", "顺友", "順友"];
pub(super) const WANB: &[&str] = &["wanb", "wanbexpress", "万邦", "萬邦"];
pub(super) const SF: &[&str] = &["sf express", "sf", "sf international", "顺丰", "順豐"];
