#![no_main]
posylka_fuzz::decoder!(ship24);
