#![no_main]
posylka_fuzz::decoder!(russian_post);
