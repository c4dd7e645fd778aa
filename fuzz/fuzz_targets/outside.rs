#![no_main]
posylka_fuzz::decoder!("outside", |asked, _, body| posylka::sources::outside::decode(asked, body));
