#![no_main]
posylka_fuzz::decoder!(la_poste);
