#![no_main]
posylka_fuzz::decoder!(nova_poshta);
