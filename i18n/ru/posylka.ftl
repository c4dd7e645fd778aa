## Everything: shared words

name = posylka
