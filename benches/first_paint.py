#!/usr/bin/env python3
"""First paint of posylka beside other programs, measured in a real pseudo terminal.

    cargo build --release
    benches/first_paint.py DATABASES [OTHER ...]

DATABASES is a directory with one data directory for each size (DATABASES/10/posylka.db, DATABASES/1000/posylka.db,
...). OTHER is the command of a program to compare with, such as a bare ratatui program: a label, a colon, the command
("skeleton:./skeleton"); a program whose label begins with "posylka" is run once for each database too, so that two
builds can be measured side by side.

Every round runs each program once, in turn, so that whatever else the machine does hits all of them alike; the figures
are medians over the rounds, and the ratios are medians of the ratios within a round to the first OTHER.

    first paint   from the start of the program until ROWS lines of the screen hold text, in ms
    processor     user and system time from the start until it has quit after "q", in ms
    memory        peak resident size, in MB

Needs nothing but Python's standard library. Options: --rounds N (31), --size COLUMNSxLINES (80x24),
--program FILE (target/release/posylka), --lines N (8).
"""

import argparse
import fcntl
import os
import pty
import re
import select
import statistics
import struct
import sys
import termios
import time

MOVE = re.compile(rb"\x1b\[(\d+);(\d+)H")
SEQUENCE = re.compile(rb"\x1b\[[0-9;?]*[A-Za-z]|\x1b[()][A-Z0-9]|\x1b[=>78]")
PATIENCE = 60.0


def lines_with_text(output):
    """How many lines of the screen hold more than a frame, as far as the cursor's moves tell."""
    lines = set()
    for part in MOVE.finditer(output):
        end = output.find(b"\x1b[", part.end())
        while end >= 0 and output[end : end + 3] and SEQUENCE.match(output, end) and not MOVE.match(output, end):
            end = output.find(b"\x1b[", end + 2)
        text = SEQUENCE.sub(b"", output[part.end() : end if end >= 0 else len(output)])
        if any(byte > 0x20 and byte < 0x7F for byte in text):
            lines.add(int(part.group(1)))
    return len(lines)


def run(command, environment, size, wanted):
    """Runs a program until it has painted, has it quit, and returns first paint (s), processor time (s), memory (kB)."""
    started = time.monotonic()
    pid, terminal = pty.fork()
    if pid == 0:
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
        os.execvpe(command[0], command, environment)
    output, painted = b"", None
    while time.monotonic() - started < PATIENCE:
        if select.select([terminal], [], [], 0.5)[0]:
            try:
                output += os.read(terminal, 65536)
            except OSError:
                break
            if painted is None and lines_with_text(output) >= wanted:
                painted = time.monotonic() - started
                os.write(terminal, b"q")
    _, _, usage = os.wait4(pid, 0)
    os.close(terminal)
    if painted is None:
        sys.exit(f"{command[0]} has not painted within {PATIENCE:.0f} s")
    return painted, usage.ru_utime + usage.ru_stime, usage.ru_maxrss


def cases(arguments):
    """What is run in each round: a label, the command, the environment."""
    base = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    base |= {"TERM": "xterm-256color", "LANG": "C.UTF-8", "TZ": "UTC", "POSYLKA_OFFLINE": "1"}
    sizes = sorted((name for name in os.listdir(arguments.databases) if name.isdigit()), key=int)
    programs = [other.split(":", 1) for other in arguments.others]
    programs.append(["posylka", arguments.program])
    for label, command in programs:
        if not label.startswith("posylka"):
            yield label, command.split(), base
            continue
        for size in sizes:
            data = os.path.join(os.path.abspath(arguments.databases), size)
            yield f"{label}, {int(size):,} parcels", command.split(), base | {"POSYLKA_DATA_DIR": data}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("databases")
    parser.add_argument("others", nargs="*")
    parser.add_argument("--program", default="target/release/posylka")
    parser.add_argument("--rounds", type=int, default=31)
    parser.add_argument("--size", default="80x24")
    parser.add_argument("--lines", type=int, default=8)
    arguments = parser.parse_args()
    size = tuple(int(part) for part in arguments.size.split("x"))
    all_cases = list(cases(arguments))
    results = {label: [] for label, _, _ in all_cases}
    for round_number in range(-1, arguments.rounds):
        for label, command, environment in all_cases:
            result = run(command, environment, size, arguments.lines)
            # The first round warms the file cache.
            if round_number >= 0:
                results[label].append(result)
    first = results[all_cases[0][0]]
    print(f"{'median of ' + str(arguments.rounds):<34}{'first paint':>12}{'ratio':>8}{'processor':>12}{'memory':>10}")
    for label, runs in results.items():
        paint, cpu, memory = (statistics.median(run[i] for run in runs) for i in range(3))
        ratio = statistics.median(run[0] / other[0] for run, other in zip(runs, first))
        print(f"{label:<34}{paint * 1000:>9.1f} ms{ratio:>8.2f}{cpu * 1000:>9.1f} ms{memory / 1024:>7.1f} MB")


if __name__ == "__main__":
    main()
