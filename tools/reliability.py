#!/usr/bin/env python3
"""The figures of docs/reliability.md: programs that are killed, and databases that are damaged.

    tools/reliability.py target/release/posylka --rounds 2000 --copies 1000 --write docs/reliability.md

Loopback only; everything happens in a temporary folder. Exit code 0: nothing was lost, nothing panicked, and a salvage got
at least 99 % of the rows that are readable at all."""

import argparse
import collections
import http.server
import json
import os
import random
import re
import shutil
import socketserver
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse

PAGE = 4096
NOW = "2026-11-23T12:00:00Z"
SQL_OF_VERSION_1 = os.path.join(os.path.dirname(__file__), "..", "src", "store", "database", "migrations", "001_start.sql")


def s10(serial, service="RX", country="CN"):
    """A number of the post with its right check digit."""
    digits = f"{serial:08d}"
    check = 11 - sum(int(d) * w for d, w in zip(digits, (8, 6, 4, 2, 3, 5, 9, 7))) % 11
    return f"{service}{digits}{ {10: 0, 11: 5}.get(check, check) }{country}"


class Carrier:
    """Answers like Cainiao: a few events, and words that differ from number to number."""

    def __init__(self):
        def answer(path):
            asked = urllib.parse.parse_qs(urllib.parse.urlsplit(path).query).get("mailNos", [""])[0].split(",")
            return json.dumps({"success": True, "module": [self.parcel(number) for number in asked]}).encode()

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def log_message(self, *_):
                pass

            def do_GET(self):
                body = answer(self.path)
                self.send_response(200)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

        class Server(socketserver.ThreadingMixIn, http.server.HTTPServer):
            daemon_threads = True

            def handle_error(self, *_):
                pass

        server = Server(("127.0.0.1", 0), Handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        self.url = f"http://127.0.0.1:{server.server_address[1]}"

    @staticmethod
    def parcel(number):
        noise = random.Random(number)
        rows = [
            {
                "timeStr": f"2026-11-{20 - step:02d} 09:{noise.randrange(60):02d}:00",
                "timeZone": "GMT+8",
                "actionCode": "LH_ARRIVE",
                "desc": f"Arrived at office {noise.getrandbits(40):010x} of {number}",
                "standerdDesc": "Arrived at linehaul office",
            }
            for step in range(8)
        ]
        return {
            "mailNo": number, "originCountry": "Mainland China", "destCountry": "Russia", "status": "DELIVERING",
            "mailNoSource": "AE", "detailList": rows, "latestTrace": rows[0],
            # Some answers are longer than a page, also when they are packed.
            "remark": f"{noise.getrandbits(4 * 12000):012000x}" if noise.randrange(4) == 0 else "",
        }


class Home:
    """The program with a home of its own."""

    def __init__(self, binary, carrier):
        self.dir = tempfile.mkdtemp(prefix="posylka-reliability-")
        self.data = os.path.join(self.dir, "data")
        self.database = os.path.join(self.data, "posylka.db")
        config = os.path.join(self.dir, "config.toml")
        with open(config, "w") as file:
            file.write(f'language = "en"\n[sources.cainiao]\nbase_url = "{carrier.url}"\n')
        self.binary = binary
        self.env = {"PATH": os.environ["PATH"], "HOME": self.dir, "LANG": "C.UTF-8", "TERM": "dumb",
                    "POSYLKA_CONFIG": config, "POSYLKA_DATA_DIR": self.data, "POSYLKA_NOW": NOW}

    def start(self, *args, stdin=None):
        process = subprocess.Popen([self.binary, *args], env=self.env, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                   stderr=subprocess.PIPE)
        try:
            process.stdin.write((stdin or "").encode())
            process.stdin.close()
        except BrokenPipeError:
            pass
        process.stdin = None
        return process

    def run(self, *args, stdin=None):
        return subprocess.run([self.binary, *args], env=self.env, input=(stdin or "").encode(), capture_output=True,
                              timeout=120)

    def close(self):
        shutil.rmtree(self.dir, ignore_errors=True)


# Killed programs.

class Killing:
    """Commands that are killed at any moment; whatever ended well before has to be there afterwards."""

    COMMANDS = ("add", "sync", "import", "undo", "export", "archive", "migrate", "backup")

    def __init__(self, binary, carrier, rng):
        self.binary, self.carrier, self.rng = binary, carrier, rng
        self.serial = 0
        self.rounds = collections.Counter()
        self.killed = collections.Counter()
        self.faults = []
        self.took = {command: 1.0 if command == "sync" else 0.15 for command in self.COMMANDS}
        self.home = None

    def fresh(self):
        if self.home:
            self.home.close()
        self.home = Home(self.binary, self.carrier)
        self.known = set()
        self.home.run("add", *self.numbers(3))

    def numbers(self, count):
        new = [s10(self.serial + n) for n in range(count)]
        self.serial += count
        return new

    def command(self, name):
        """Arguments, standard input, and what holds once it has ended well."""
        if name == "add":
            new = self.numbers(20)
            return ["add", "-"], "\n".join(new), lambda: self.known.update(new)
        if name == "import":
            new = self.numbers(20)
            parcels = [{"numbers": [{"number": number}]} for number in new]
            about = {"program": "posylka", "format": 1, "answers": False}
            document = {"about": about, "answers": [], "words": [], "parcels": parcels}
            return ["import", "-"], json.dumps(document), lambda: self.known.update(new)
        if name == "archive":
            one = self.rng.choice(sorted(self.known)) if self.known else s10(0)
            return ["archive", one], None, lambda: None
        if name == "undo":
            return ["undo"], None, self.look_again
        if name == "export":
            return ["export", "-o", os.path.join(self.home.dir, "all.json"), "--force"], None, lambda: None
        if name == "sync":
            return ["sync", "--force"], None, lambda: None
        return {"backup": ["backup"], "migrate": ["list"]}[name], None, lambda: None

    def look_again(self):
        """What was undone is not there any more, as it should be."""
        self.known &= self.listed()

    def listed(self):
        out = self.home.run("export", "--without-answers")
        if out.returncode != 0:
            return set()
        return {held["number"] for parcel in json.loads(out.stdout)["parcels"] for held in parcel["numbers"]}

    def round(self):
        name = self.rng.choice(self.COMMANDS)
        if self.home is None or self.rng.randrange(40) == 0:
            self.fresh()
        if name == "migrate":
            # A database of the first version, which the command brings up to date.
            self.fresh()
            for suffix in ("", "-wal", "-shm"):
                if os.path.exists(self.home.database + suffix):
                    os.remove(self.home.database + suffix)
            new = self.numbers(30)
            db = sqlite3.connect(self.home.database)
            with open(SQL_OF_VERSION_1) as file:
                db.executescript(file.read())
            db.execute("PRAGMA user_version = 1")
            for at, number in enumerate(new, 1):
                db.execute("INSERT INTO parcel (id, title, added_at) VALUES (?, ?, 1790000000000)", (at, f"Parcel {at}"))
                db.execute("INSERT INTO track_number VALUES (?, ?, 'first', 0, 1790000000000)", (at, number))
            db.commit()
            db.close()
            self.known = set(new)
        before = set(self.known)
        args, stdin, held = self.command(name)
        started = time.monotonic()
        process = self.home.start(*args, stdin=stdin)
        try:
            process.wait(self.rng.uniform(0, self.took[name] * 1.3))
        except subprocess.TimeoutExpired:
            process.kill()
        process.communicate()
        self.rounds[name] += 1
        if process.returncode == -9:
            self.killed[name] += 1
        else:
            self.took[name] = 0.7 * self.took[name] + 0.3 * (time.monotonic() - started)
            if process.returncode in (0, 3):
                held()
        self.check(name, before)

    def check(self, name, before):
        doctor = self.home.run("doctor")
        said = doctor.stdout.decode(errors="replace")
        if doctor.returncode != 0 or b"panicked" in doctor.stderr:
            self.faults.append(f"{name}: doctor says {said}")
        listed = self.listed()
        lost = self.known - listed
        if name == "undo":
            # The step that was being undone is gone as a whole, or not at all.
            lost = set() if len(before - listed) in (0, 1, 3, 20, 30) else lost
            self.known &= listed
        if lost:
            self.faults.append(f"{name}: {len(lost)} acknowledged parcels are gone")
            self.known &= listed


# Damaged copies.

def varint(data, at):
    value = 0
    for place in range(9):
        byte = data[at + place]
        if place == 8:
            return (value << 8) | byte, at + 9
        value = (value << 7) | (byte & 0x7F)
        if byte < 0x80:
            return value, at + place + 1


def record(data):
    """The values of a row."""
    head, at = varint(data, 0)
    kinds = []
    while at < head:
        kind, at = varint(data, at)
        kinds.append(kind)
    values, at = [], head
    for kind in kinds:
        length = {0: 0, 8: 0, 9: 0, 5: 6, 6: 8, 7: 8}.get(kind, kind if kind < 5 else (kind - 12) // 2)
        part = data[at:at + length]
        at += length
        if kind in (8, 9):
            values.append(kind - 8)
        elif 1 <= kind <= 6:
            values.append(int.from_bytes(part, "big", signed=True))
        else:
            values.append(None if kind == 0 else part)
    return values


class Row:
    """Where a row lies: everything that has to be whole for it to be readable."""

    def __init__(self, table, key, page, spans, overflow):
        self.table, self.key, self.page, self.spans, self.overflow = table, key, page, spans, overflow


class Pristine:
    """An undamaged file, and where each of its rows lies."""

    TABLES = ("parcel", "track_number", "tag", "event", "standing", "answer", "checks", "source_state")

    def __init__(self, path):
        with open(path, "rb") as file:
            self.bytes = file.read()
        db = sqlite3.connect(path)
        roots = dict(db.execute("SELECT name, rootpage FROM sqlite_schema WHERE type = 'table'"))
        self.keys = {}
        for table in self.TABLES:
            columns = db.execute(f"PRAGMA table_info({table})").fetchall()
            self.keys[table] = [name for _, name, *_, pk in sorted(columns, key=lambda c: c[5]) if pk]
        db.close()
        self.rows = [row for table in self.TABLES for row in self.walk(table, roots[table])]

    def walk(self, table, number):
        start = (number - 1) * PAGE
        page = self.bytes[start:start + PAGE]
        kind, cells = page[0], int.from_bytes(page[3:5], "big")
        interior = kind in (5, 2)
        head = 12 if interior else 8
        for nth in range(cells):
            pointer = head + 2 * nth
            begin = at = int.from_bytes(page[pointer:pointer + 2], "big")
            if interior:
                yield from self.walk(table, int.from_bytes(page[at:at + 4], "big"))
                at += 4
            if kind == 5:
                continue
            length, at = varint(page, at)
            row_id = None
            if kind == 13:
                row_id, at = varint(page, at)
            most = PAGE - 35 if kind == 13 else (PAGE - 12) * 64 // 255 - 23
            local, overflow = length, []
            if length > most:
                least = (PAGE - 12) * 32 // 255 - 23
                fitting = least + (length - least) % (PAGE - 4)
                local = fitting if fitting <= most else least
            payload, end = page[at:at + local], at + local
            if local < length:
                following = int.from_bytes(page[end:end + 4], "big")
                end += 4
                while following:
                    overflow.append(following)
                    there = self.bytes[(following - 1) * PAGE:following * PAGE]
                    payload += there[4:]
                    following = int.from_bytes(there[:4], "big")
            key = (row_id,)
            if kind != 13:
                key = tuple(self.text(value) for value in record(payload[:length])[:len(self.keys[table])])
            yield Row(table, key, number, [(0, head), (pointer, pointer + 2), (begin, end)], overflow)
        if interior:
            yield from self.walk(table, int.from_bytes(page[8:12], "big"))

    @staticmethod
    def text(value):
        return value.decode() if isinstance(value, bytes) else value


def is_readable(row, pristine, damaged, moved):
    """Whether everything that makes up a row is still there, if only in another place."""
    place = moved.get(row.page, row.page)

    def same(page, at, first, last):
        old = pristine[(page - 1) * PAGE + first:(page - 1) * PAGE + last]
        return damaged[(at - 1) * PAGE + first:(at - 1) * PAGE + last] == old

    return (all(same(row.page, place, first, last) for first, last in row.spans)
            and all(page not in moved and same(page, page, 0, PAGE) for page in row.overflow))


def damage(kind, bytes_, rng):
    """A damaged copy, and which pages stand elsewhere."""
    copy, moved = bytearray(bytes_), {}
    pages = len(copy) // PAGE
    if kind == "flipped bytes":
        for _ in range(rng.choice((1, 4, 16, 64))):
            copy[rng.randrange(len(copy))] ^= rng.randrange(1, 256)
    elif kind == "cut":
        del copy[rng.randrange(1, len(copy)):]
    elif kind == "pages swapped":
        one, other = rng.sample(range(1, pages), 2)
        first, second = (slice(p * PAGE, (p + 1) * PAGE) for p in (one, other))
        copy[first], copy[second] = copy[second], copy[first]
        moved = {one + 1: other + 1, other + 1: one + 1}
    else:
        for page in rng.sample(range(pages), rng.choice((1, 3))):
            copy[page * PAGE:(page + 1) * PAGE] = rng.randbytes(PAGE) if rng.randrange(2) else bytes(PAGE)
    return bytes(copy), moved


class Damaging:
    KINDS = ("flipped bytes", "cut", "pages swapped", "pages lost")

    def __init__(self, binary, carrier, rng):
        self.rng = rng
        self.home = Home(binary, carrier)
        self.home.run("add", *[s10(n) for n in range(60)], "--tag", "gift")
        for _ in range(3):
            self.home.run("sync", "--force")
        db = sqlite3.connect(self.home.database)
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        db.close()
        self.pristine = Pristine(self.home.database)
        self.copies = collections.Counter()
        self.readable = collections.Counter()
        self.got = collections.Counter()
        self.refused = collections.Counter()
        self.faults = []

    def round(self):
        kind = self.rng.choice(self.KINDS)
        damaged, moved = damage(kind, self.pristine.bytes, self.rng)
        folder = tempfile.mkdtemp(dir=self.home.dir)
        old, new = os.path.join(folder, "posylka.db"), os.path.join(folder, "new.db")
        with open(old, "wb") as file:
            file.write(damaged)
        salvage = self.home.run("salvage", old, "-o", new)
        with open(old, "rb") as file:
            if file.read() != damaged:
                self.faults.append(f"{kind}: the damaged file was changed")
        for args in (("list", "--json"), ("doctor",), ("export", "-o", os.path.join(folder, "x.json"))):
            self.look(kind, self.home.run("--data-dir", folder, *args))
        self.look(kind, salvage)
        self.copies[kind] += 1
        rows = [row for row in self.pristine.rows if is_readable(row, self.pristine.bytes, damaged, moved)]
        self.readable[kind] += len(rows)
        if os.path.exists(new):
            self.got[kind] += self.found(new, rows)
        elif rows:
            self.refused[kind] += 1
        shutil.rmtree(folder)

    def found(self, path, rows):
        db = sqlite3.connect(path)
        db.text_factory = lambda text: text.decode(errors="replace")
        if db.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
            self.faults.append("what was salvaged is damaged itself")
        there = {table: set(db.execute(f"SELECT {', '.join(keys)} FROM {table}"))
                 for table, keys in self.pristine.keys.items()}
        db.close()
        return sum(row.key in there[row.table] for row in rows)

    def look(self, kind, ended):
        if ended.returncode not in (0, 1, 3) or b"panicked" in ended.stderr:
            self.faults.append(f"{kind}: {ended.args[1:3]} exit {ended.returncode} {ended.stderr[-300:]!r}")


def tables(killing, damaging):
    lines = ["| killed while it ran | rounds | killed in time | faults |", "|---|--:|--:|--:|"]
    for name in Killing.COMMANDS:
        faults = sum(fault.startswith(name + ":") for fault in killing.faults)
        lines.append(f"| `{name}` | {killing.rounds[name]} | {killing.killed[name]} | {faults} |")
    lines += ["", "| damage | copies | panics and changes | rows readable at all | salvaged | share |",
              "|---|--:|--:|--:|--:|--:|"]
    for kind in Damaging.KINDS:
        readable, got = damaging.readable[kind], damaging.got[kind]
        faults = sum(fault.startswith(kind + ":") for fault in damaging.faults)
        share = f"{100 * got / readable:.2f} %" if readable else "—"
        lines.append(f"| {kind} | {damaging.copies[kind]} | {faults} | {readable} | {got} | {share} |")
    return "\n".join(lines)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("binary")
    parser.add_argument("--rounds", type=int, default=200, help="killed programs")
    parser.add_argument("--copies", type=int, default=100, help="damaged copies")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--write", metavar="FILE", help="put the figures into this document")
    args = parser.parse_args()
    carrier, binary = Carrier(), os.path.abspath(args.binary)
    killing = Killing(binary, carrier, random.Random(args.seed))
    for _ in range(args.rounds):
        killing.round()
    damaging = Damaging(binary, carrier, random.Random(args.seed))
    for _ in range(args.copies):
        damaging.round()
    figures = tables(killing, damaging)
    print(figures)
    for fault in (killing.faults + damaging.faults)[:20]:
        print("FAULT", fault, file=sys.stderr)
    if args.write:
        with open(args.write) as file:
            text = file.read()
        text = re.sub(r"(<!-- figures: generated -->\n).*?(<!-- end of figures -->)",
                      lambda found: f"{found[1]}{figures}\n{found[2]}", text, flags=re.DOTALL)
        with open(args.write, "w") as file:
            file.write(text)
    killing.home and killing.home.close()
    damaging.home.close()
    share = sum(damaging.got.values()) >= 0.99 * sum(damaging.readable.values())
    sys.exit(0 if share and not killing.faults and not damaging.faults else 1)


main()
