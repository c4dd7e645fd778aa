#!/usr/bin/env python3
"""Writes corpus.tsv: fictional track numbers, their spellings and their mistakes.

The check digits are computed here a second time, independently of the program, so that the corpus can prove it wrong.
Deterministic: run it again and nothing changes.
"""
import random
import sys

R = random.Random(20251120)
D, A = "0123456789", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def digits(n, first=None):
    return (first or "") + "".join(R.choice(D) for _ in range(n - len(first or "")))


def letters(n):
    return "".join(R.choice(A) for _ in range(n))


def mod10(s, even, odd, add=0):
    value = lambda c: int(c) if c in D else (ord(c) - 3) % 10
    total = add + sum(value(c) * (odd if i % 2 else even) for i, c in enumerate(s))
    return str(-total % 10)


def s10(s):
    c = 11 - sum(int(a) * w for a, w in zip(s, (8, 6, 4, 2, 3, 5, 9, 7))) % 11
    return {10: "0", 11: "5"}.get(c, str(c))


def luhn(s):
    total = sum(sum(divmod(int(c) * (2 if i % 2 == 0 else 1), 10)) for i, c in enumerate(reversed(s)))
    return str(-total % 10)


def mod37(s):
    rest = 36
    for c in s:
        rest += (D + A).index(c)
        rest -= 36 if rest > 36 else 0
        rest *= 2
        rest -= 37 if rest > 36 else 0
    return (D + A)[(37 - rest) % 36]


def fedex(s):
    return str(sum(int(c) * w for c, w in zip(reversed(s), (1, 3, 7) * 9)) % 11 % 10)


def made(head, serial, check, tail=""):
    return head + serial + check(serial) + tail


COUNTRIES = "CN CN CN HK SG NL SE DE FR GB US RU UA BY KZ TW MO JE GG IM XK EE LV LT MY TR KR JP ES IT PL PT BR AU".split()
GS1 = lambda s: mod10(s, 3, 1)
EVEN = lambda s: mod10(s, 1, 3)

FORMATS = {
    "s10/s10": lambda: made(R.choice("RLCEUV") + R.choice(A), digits(8), s10, R.choice(COUNTRIES)),
    "yanwen/s10_yp": lambda: made("U" + R.choice(A), digits(8), s10, "YP"),
    "4px/4px": lambda: made("4PX", digits(12, "300"), EVEN, "CN"),
    "russian_post/ru14": lambda: made("", digits(13, R.choice(["80", "63", "42", "19"])), GS1),
    "colissimo/colissimo13": lambda: made(R.choice("6789") + R.choice("ALQVMR"), digits(10), EVEN),
    "gs1/sscc20": lambda: made("00", digits(17, R.choice(["340434", "373400", "590077"])), GS1),
    "postat/postat22": lambda: made("", digits(21, "10"), GS1),
    "ups/ups": lambda: made("1Z", "".join(R.choice(D + A) for _ in range(6)) + digits(9), lambda s: mod10(s, 1, 2)),
    "dpd/dpd_14": lambda: made("", digits(14, "09"), mod37),
    "gls/gls12": lambda: made("", digits(11), lambda s: mod10(s, 3, 1, 1)),
    "dhl_de/identcode": lambda: made("", digits(11), lambda s: mod10(s, 4, 9)),
    "fedex/fedex_12": lambda: made("", digits(11), fedex),
    "dhl/dhl_express": lambda: made("", digits(9), lambda s: str(int(s) % 7)),
    "canada_post/canada_post": lambda: made("", digits(15, "7"), GS1),
    "purolator/purolator_numeric": lambda: made("", digits(11, "3"), luhn),
    "usps/usps_impb_n": lambda: made("", digits(21, "9400"), GS1),
    "cainiao/lp": lambda: "LP00" + digits(12),
    "cainiao/ap": lambda: "AP00" + digits(12),
    "cainiao/cnusup": lambda: "CNUSUP000" + digits(8),
    "cainiao/cn_dest": lambda: R.choice(["CNESP", "CNPRT"]) + "000" + digits(17),
    "yunexpress/yunexpress": lambda: "YT25" + "%03d" % R.randint(1, 366) + digits(11),
    "sunyou/sy": lambda: "SY" + R.choice(["AE", "US", "RM", "GB"]) + digits(9, "00"),
    "wanb/wnb_yq": lambda: "WNBA" + R.choice("ABCD") + digits(10, "0") + "YQ",
    "sf_express/sf": lambda: "SF" + digits(13),
    "meest/mycv": lambda: "MYCV" + digits(9) + R.choice(["UA", "PL", "DE"]),
    "posti/jjfi": lambda: "JJFI" + digits(17),
    "postnl/3s": lambda: "3S" + letters(4) + digits(R.choice([7, 9])),
    "nova_poshta/np14": lambda: digits(14, R.choice(["2045", "5900"])),
    "cdek/cdek10": lambda: digits(10, "1"),
    "inpost/inpost24": lambda: digits(24, "6"),
    "packeta/z10": lambda: "Z" + digits(10),
    "hermes_de/h20": lambda: "H10" + digits(17),
    "yodel/yodel": lambda: "JD000" + digits(13),
    "amazon/amazon_logistics": lambda: "TBA" + digits(12),
    "gofo/gofo_us": lambda: "GFUS0" + digits(13),
    "bring/bring17": lambda: made("", digits(16, R.choice(["70", "73"])), EVEN),
}
FORMATS["correos/correos23"] = lambda: "P%s%s%s%s%s%s" % (
    R.choice("QS"), R.choice(D), R.choice(A), R.choice(D), R.choice(A), digits(16) + R.choice(A))
CHECKED = {
    "s10/s10": lambda n: s10(n[2:10]) == n[10], "yanwen/s10_yp": lambda n: s10(n[2:10]) == n[10],
    "4px/4px": lambda n: EVEN(n[3:15]) == n[15], "colissimo/colissimo13": lambda n: EVEN(n[2:12]) == n[12],
    "russian_post/ru14": lambda n: GS1(n[:13]) == n[13], "gs1/sscc20": lambda n: GS1(n[2:19]) == n[19],
    "ups/ups": lambda n: mod10(n[2:17], 1, 2) == n[17], "postat/postat22": lambda n: GS1(n[:21]) == n[21],
}
# twelve digits may be several things at once, as may ten and fourteen
TWELVE = {
    "gls/gls12": lambda n: mod10(n[:11], 3, 1, 1) == n[11], "dhl_de/identcode": lambda n: mod10(n[:11], 4, 9) == n[11],
    "fedex/fedex_12": lambda n: fedex(n[:11]) == n[11],
    "purolator/purolator_numeric": lambda n: n[0] in "012345" and luhn(n[:11]) == n[11],
}
ALSO = {
    10: {"dhl/dhl_express": lambda n: str(int(n[:9]) % 7) == n[9]},
    12: TWELVE,
    14: {"russian_post/ru14": lambda n: GS1(n[:13]) == n[13]},
    15: {"dpd/dpd_14": lambda n: mod37(n[:14]) == n[14], "fedex/fedex_ground": lambda n: EVEN(n[:14]) == n[14]},
    16: {"canada_post/canada_post": lambda n: GS1(n[:15]) == n[15]},
    20: {"usps/usps_20": lambda n: GS1(n[:19]) == n[19], "usps/usps_legacy": lambda n: GS1("91" + n[:19]) == n[19]},
}
ROWS = []


def also(number, format):
    if not number.isdigit():
        return ""
    return ";".join(f for f, ok in ALSO.get(len(number), {}).items() if f != format and ok(number))


def row(number, valid, format, origin, intended=""):
    ROWS.append((number, "01"[valid], format, origin, "generate.py", intended, also(number, format)))


LOOK = dict(zip("ABCEHKMOPTXY", "АВСЕНКМОРТХУ"))
KEYS = dict(zip("QWERTYUIOPASDFGHJKLZXCVBNM", "ЙЦУКЕНГШЩЗФЫВАПРОЛДЯЧСМИТЬ"))
CONFUSED = dict(zip("015826", "OISBZG"))


def spelled(n):
    yield "variant:lower", n.lower()
    cut = sorted(R.sample(range(2, len(n) - 1), 3))
    groups = [n[a:b] for a, b in zip([0] + cut, cut + [None])]
    for name, sign in (("spaces", " "), ("nbsp", "\u00a0"), ("dashes", "-"), ("dots", ".")):
        yield "variant:" + name, sign.join(groups)


def mistakes(format, n):
    letters = [i for i, c in enumerate(n) if c in LOOK]
    if letters and format != "postnl/3s":
        some = set(R.sample(letters, R.randint(1, len(letters))))
        yield "cyrillic-lookalike", "".join(LOOK[c] if i in some else c for i, c in enumerate(n))
    if sum(c in A for c in n) >= 2 and format in ("s10/s10", "cainiao/lp", "yunexpress/yunexpress", "yanwen/s10_yp"):
        typed = "".join(KEYS.get(c, c) for c in n)
        if any(c not in LOOK.values() for c in typed if not c.isdigit()):
            yield "ru-keyboard-layout", typed
            yield "ru-keyboard-layout", typed.lower()
    if format == "s10/s10" and n.endswith("GB"):
        yield "uk-for-gb", n[:-2] + "UK"
    places = [i for i, c in enumerate(n) if c in CONFUSED and 3 < i < len(n) - 3]
    if places and format not in ("ups/ups", "dpd/dpd_14"):
        i = R.choice(places)
        yield "digit-letter-confusion", n[:i] + CONFUSED[n[i]] + n[i + 1:]
    if format in CHECKED:
        i = R.randrange(4, len(n) - 3)
        other = R.choice([d for d in D if d != n[i]])
        yield "digit-substitution", n[:i] + other + n[i + 1:]
        yield "digit-transposition", n[:i] + n[i + 1] + n[i] + n[i + 2:]
        yield "doubled-digit", n[:i] + n[i] + n[i:]
    yield "missing-digit", n[:6] + n[7:]


def main():
    for format, make in FORMATS.items():
        for k in range(8 if format in CHECKED else 5):
            n = make()
            if format == "s10/s10" and k == 0:
                n = n[:-2] + "GB"
            row(n, True, format, "generated")
            if k == 1:
                for origin, text in spelled(n):
                    row(text, True, format, origin, n)
            for origin, text in mistakes(format, n):
                slip = origin in ("digit-substitution", "digit-transposition")
                if text == n or (slip and CHECKED[format](text)):
                    continue
                row(text, False, format, "mutated:" + origin, n)
    out = open(sys.argv[1], "w", encoding="utf-8", newline="\n")
    out.write("\t".join("number valid format origin source intended also_valid_as".split()) + "\n")
    out.writelines("\t".join(r) + "\n" for r in ROWS)


main()
