#![no_main]
posylka_fuzz::decoder!(track24);
