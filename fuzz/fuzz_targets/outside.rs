#![no_main]
posylka_fuzz::decoder!("outside", |asked, _, body| posylka::sources::command_source::decode(asked, body));
