#![no_main]
posylka_fuzz::decoder!(seventeen_track);
