#![no_main]
posylka_fuzz::decoder!(correos_es);
