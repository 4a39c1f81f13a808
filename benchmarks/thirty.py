#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The thirty-task run beside raw sqlite3 and beside the original: medians of interleaved rounds.

Every contestant is a process of its own that keeps its connections warm and does the run once for each line it
is sent. The rounds go round all contestants, so that a noisy machine is noisy for all of them.
"""
import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROWS = 25  # valid ones of the thirty

GROUP_AT_MOST_MS = 4.0
GROUP_AT_MOST_RAW = 4.0
ORIGINAL_AT_LEAST = 12.0


class Contestant:
    """A process that runs once for each line."""

    def __init__(self, command, directory, **environment):
        directory.mkdir()
        self.process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, **environment},
        )
        self.name = Path(command[0]).name

    def run(self, what):
        self.process.stdin.write(what + "\n")
        self.process.stdin.flush()
        figures = self.process.stdout.readline().split()
        if len(figures) < 3:
            sys.exit("%s ended before it had finished '%s'" % (self.name, what))
        if int(figures[2]) != ROWS:
            sys.exit("%s inserted %s rows instead of %d" % (self.name, figures[2], ROWS))
        return [float(figure) for figure in figures]

    def close(self):
        self.process.stdin.close()
        if self.process.wait() != 0:
            sys.exit("%s ended with an error" % self.name)


def percentile(values, share):
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def measure(lines, rounds, warm_up):
    """lines: (key, contestant, what to send). Each key's figures, a list a round."""
    figures = {key: [] for key, _, _ in lines}
    for number in range(warm_up + rounds):
        for key, contestant, what in lines:
            figure = contestant.run(what)
            if number >= warm_up:
                figures[key].append(figure)
    return figures


def summary(rounds):
    times = [figure[0] for figure in rounds]
    return {
        "median_ms": statistics.median(times),
        "p95_ms": percentile(times, 0.95),
        "fastest_ms": min(times),
        "transactions": statistics.median(figure[1] for figure in rounds),
        "rounds": len(times),
    }


def bars(result):
    group = result["group"]["median_ms"]
    raw = result["raw, a commit a file"]["median_ms"]
    original = result["original"]["median_ms"]
    return [
        ("group commit, ms", group, "<=", GROUP_AT_MOST_MS, group <= GROUP_AT_MOST_MS),
        ("group commit / raw sqlite3", group / raw, "<=", GROUP_AT_MOST_RAW, group / raw <= GROUP_AT_MOST_RAW),
        ("original / group commit", original / group, ">=", ORIGINAL_AT_LEAST, original / group >= ORIGINAL_AT_LEAST),
    ]


def print_table(result, checked):
    print("The thirty-task run: 25 valid rows of 30, three SQLite files, connections warm; milliseconds")
    print("%-24s %8s %8s %8s %13s %7s" % ("", "median", "p95", "fastest", "transactions", "rounds"))
    for key, line in result.items():
        print(
            "%-24s %8.2f %8.2f %8.2f %13g %7d"
            % (key, line["median_ms"], line["p95_ms"], line["fastest_ms"], line["transactions"], line["rounds"])
        )
    print()
    for name, value, sign, bar, met in checked:
        print("%-28s %7.2f   bar: %s %g   %s" % (name, value, sign, bar, "met" if met else "MISSED"))


def contestants(binaries, directory):
    thirty = Contestant([str(binaries / "weir-bench-thirty"), str(directory / "weir")], directory / "weir")
    raw = Contestant([str(binaries / "weir-bench-raw"), str(directory / "raw")], directory / "raw")
    original = Contestant(
        ["/usr/bin/python3", str(HERE / "django_original" / "manage.py"), "insert_data"],
        directory / "original",
        ORIGINAL_DATA=str(directory / "original"),
        PYTHONDONTWRITEBYTECODE="1",
    )
    return thirty, raw, original


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binaries", type=Path, required=True, help="where the built programs are")
    parser.add_argument("--scratch", type=Path, required=True, help="a directory on a real disk for the databases")
    parser.add_argument("--rounds", type=int, default=50)
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    parser.add_argument("--check", action="store_true", help="end with status 1 when a bar is missed")
    options = parser.parse_args()

    options.scratch.mkdir(parents=True, exist_ok=True)
    directory = Path(tempfile.mkdtemp(prefix="thirty-", dir=options.scratch))
    try:
        thirty, raw, original = contestants(options.binaries, directory)
        figures = measure(
            [
                ("group", thirty, "group"),
                ("queue", thirty, "queue"),
                ("contend", thirty, "contend"),
                ("raw, a commit a row", raw, "row"),
                ("raw, a commit a file", raw, "file"),
                ("original", original, "go"),
            ],
            options.rounds,
            warm_up=3,
        )
        for contestant in (thirty, raw, original):
            contestant.close()
    finally:
        shutil.rmtree(directory, ignore_errors=True)

    result = {key: summary(rounds) for key, rounds in figures.items()}
    checked = bars(result)
    if options.json:
        named = [dict(zip(("name", "value", "sign", "bar", "met"), bar)) for bar in checked]
        print(json.dumps({"thirty": result, "bars": named}, indent=2))
    else:
        print_table(result, checked)
    if options.check and not all(bar[-1] for bar in checked):
        sys.exit(1)


if __name__ == "__main__":
    main()
