#![no_main]
posylka_fuzz::decoder!(four_px);
