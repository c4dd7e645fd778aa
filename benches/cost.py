#!/usr/bin/env python3
"""What a parcel costs: two builds side by side, in processor time (user and system), never in wall time.

    python3 benches/cost.py target/release/posylka                          # one build
    python3 benches/cost.py /old/posylka target/release/posylka             # the second is compared with the first
    python3 benches/cost.py --sizes 500,1000,2000 --runs 3 OLD NEW          # other sizes, the least of three runs
    python3 benches/cost.py --fixed --sizes 100000 --start NEW              # a clock that stands still: no gaps

Each build adds SIZE parcels of its own and asks about all of them: `posylka sync` against a server on loopback that
answers in Cainiao's shape, EVENTS events a number, in questions of ten. Then it lists them. Printed for each size:

  sync      ms of processor time a parcel; of it user, system
  list      ms of `list`; of `list --json`; their ratio, and the most memory of the latter in MB
  file      MB of the database after it was closed
  start     (--start) the same parcels, all due again: ms of wall and of processor time until the first question
            arrives; the program is ended then

A real clock keeps Cainiao's gap of 100 ms between two questions: 10,000 parcels take 100 s. `--fixed` gives the
program a clock that stands still (POSYLKA_NOW), so that it waits for no gap; what is measured is otherwise the same.
Standard library only; writes below a temporary folder (TMPDIR) and nowhere else.
"""

import argparse
import datetime
import http.server
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse

NOW = datetime.datetime(2026, 11, 28, 8, 0, tzinfo=datetime.timezone.utc)
HOUR_MS = 3_600_000


def number(index):
    return f"LP00{700_000_000 + index:012}"


def event(number_text, index):
    spread = sum(number_text.encode()) % 12
    at = NOW - datetime.timedelta(days=spread, hours=7 * index)
    return {
        "time": int(at.timestamp() * 1000),
        "timeStr": at.strftime("%Y-%m-%d %H:%M:%S"),
        "timeZone": "GMT+8",
        "desc": "",
        "standerdDesc": f"[Dongguan] Departed from sorting center no. {index}",
        "descTitle": "Carrier note:",
        "actionCode": "SC_OUTBOUND_SUCCESS",
    }


class Carrier(http.server.BaseHTTPRequestHandler):
    """Answers every question like Cainiao; told of the first one, it looks at what the asking program has spent."""

    protocol_version = "HTTP/1.1"
    events = 20
    asking = None
    first = None

    def do_GET(self):
        cls = type(self)
        if cls.first is None and cls.asking is not None:
            cls.first = (time.monotonic(), processor_ms(cls.asking))
        query = urllib.parse.parse_qs(urllib.parse.urlparse(self.path).query)
        asked = query.get("mailNos", [""])[0].split(",")
        body = json.dumps({"module": [self.module(n) for n in asked], "success": True}).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def module(self, asked):
        return {
            "mailNo": asked, "mailNoSource": "AE", "originCountry": "Mainland China", "destCountry": "Israel",
            "status": "DELIVERING", "statusDesc": "Delivering",
            "detailList": [event(asked, i) for i in range(self.events)],
        }

    def log_message(self, *_):
        pass


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request, client_address):
        """A program that was ended leaves broken connections behind."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


def processor_ms(pid):
    with open(f"/proc/{pid}/stat") as stat:
        fields = stat.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) * 1000 / os.sysconf("SC_CLK_TCK")


class Home:
    """A throw-away home of one build, with a configuration that knows the loopback server only."""

    def __init__(self, program, port, fixed):
        self.program, self.fixed = os.path.abspath(program), fixed
        self.path = tempfile.mkdtemp(prefix="posylka-cost-")
        self.config = os.path.join(self.path, "config.toml")
        with open(self.config, "w") as config:
            config.write(f'[sources.cainiao]\nbase_url = "http://127.0.0.1:{port}"\n')

    def close(self):
        shutil.rmtree(self.path, ignore_errors=True)

    def start(self, *args, days=0, out=subprocess.DEVNULL):
        env = {
            "HOME": self.path, "PATH": os.environ["PATH"], "TZ": "UTC", "LC_ALL": "C.UTF-8",
            "POSYLKA_DATA_DIR": os.path.join(self.path, "data"), "POSYLKA_CONFIG": self.config,
        }
        if self.fixed or days:
            env["POSYLKA_NOW"] = (NOW + datetime.timedelta(days=days)).strftime("%Y-%m-%dT%H:%M:%SZ")
        command = [self.program, *args]
        return subprocess.Popen(command, env=env, cwd=self.path, stdout=out, stderr=subprocess.DEVNULL)

    def run(self, *args, may_fail=False, **more):
        """Seconds of user and system time of a command, and the most memory it had in MB."""
        child = self.start(*args, **more)
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode != 0 and not may_fail:
            sys.exit(f"{self.program} {' '.join(args)}: exit code {child.returncode}")
        return usage.ru_utime, usage.ru_stime, usage.ru_maxrss / 1024

    def fill(self, parcels):
        table = os.path.join(self.path, "parcels.csv")
        # One file has a most of rows.
        for first in range(0, parcels, 10_000):
            with open(table, "w") as rows:
                rows.write("number,title\n")
                some = range(first, min(first + 10_000, parcels))
                rows.writelines(f"{number(i)},Parcel {i} of many\n" for i in some)
            self.run("import", table)

    def file_mb(self):
        return os.path.getsize(os.path.join(self.path, "data", "posylka.db")) / 1e6


def check_all_were_asked(home, parcels):
    with tempfile.TemporaryFile("w+") as out:
        home.run("list", "--json", out=out)
        out.seek(0)
        # Line by line: what this program holds counts as memory of those that it starts.
        answered = sum(1 for line in out if line == '    "last_event": {\n')
    if answered != parcels:
        sys.exit(f"{home.program}: {answered} of {parcels} parcels were answered")


def first_question(home):
    """Wall and processor time until the first question of a pass arrives, in ms."""
    Carrier.first = None
    began = time.monotonic()
    child = home.start("sync", days=3)
    Carrier.asking = child.pid
    while Carrier.first is None and child.poll() is None:
        time.sleep(0.001)
    Carrier.asking = None
    child.send_signal(signal.SIGKILL)
    child.wait()
    if Carrier.first is None:
        sys.exit(f"{home.program}: nothing was asked")
    return (Carrier.first[0] - began) * 1000, Carrier.first[1]


def measure(home, parcels, options):
    home.fill(parcels)
    user, system, _ = home.run("sync")
    found = {"sync": (user + system) * 1000 / parcels, "user": user * 1000 / parcels, "system": system * 1000 / parcels}
    check_all_were_asked(home, parcels)
    plain = [sum(home.run("list")[:2]) * 1000 for _ in range(options.runs)]
    runs = [home.run("list", "--json") for _ in range(options.runs)]
    found["list"], found["json"] = min(plain), min((u + s) * 1000 for u, s, _ in runs)
    found["json / list"] = found["json"] / max(found["list"], 1)
    found["json MB"] = max(mb for _, _, mb in runs)
    found["file MB"] = home.file_mb()
    if options.start:
        starts = [first_question(home) for _ in range(options.runs)]
        found["start ms"], found["start cpu ms"] = (min(column) for column in zip(*starts))
    return found


def least(found):
    return {name: min(run[name] for run in found) for name in found[0]}


def compare(parcels, programs, port, options):
    """All builds in turn, as often as runs are wanted, so that what disturbs the machine disturbs them alike."""
    found = [[] for _ in programs]
    for _ in range(options.runs):
        for program, runs in zip(programs, found):
            home = Home(program, port, options.fixed)
            try:
                runs.append(measure(home, parcels, options))
            finally:
                home.close()
    table([least(runs) for runs in found], parcels)


def table(found, parcels):
    heads = "".join(f"{'build ' + str(i + 1):>12}" for i in range(len(found)))
    print(f"\n{parcels} parcels{heads}" + ("       ratio" if len(found) > 1 else ""))
    for name in found[0]:
        values = [build[name] for build in found]
        ratio = f"{values[0] / values[1]:>11.2f}x" if len(values) > 1 and values[1] else ""
        print(f"  {name:<14}" + "".join(f"{value:>12.3f}" for value in values) + ratio, flush=True)


def options():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("programs", nargs="+", metavar="PROGRAM", help="one build, or the old and the new one")
    parser.add_argument("--sizes", default="500,1000,2000,4000", help="numbers of parcels, with commas")
    parser.add_argument("--events", type=int, default=20, help="events a number")
    parser.add_argument("--runs", type=int, default=1, help="how often; the least of all counts")
    parser.add_argument("--fixed", action="store_true", help="a clock that stands still")
    parser.add_argument("--start", action="store_true", help="also the time until the first question")
    return parser.parse_args()


def main():
    chosen = options()
    Carrier.events = chosen.events
    server = Server(("127.0.0.1", 0), Carrier)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    for parcels in (int(size) for size in chosen.sizes.split(",")):
        compare(parcels, chosen.programs, server.server_port, chosen)
    server.shutdown()


if __name__ == "__main__":
    main()
