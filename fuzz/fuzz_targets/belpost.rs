#![no_main]
posylka_fuzz::decoder!(belpost);
