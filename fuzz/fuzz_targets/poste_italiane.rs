#![no_main]
posylka_fuzz::decoder!(poste_italiane);
