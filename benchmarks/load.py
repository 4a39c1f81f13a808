#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Loading files: weir-cli beside sqlite3's .import, sqlite-utils and Django, and the window beside weir-cli.

All read the same files, made once by 'weir-cli generate', and write to new databases on the same disk. Times
are those of whole processes, from their start to their end. docs/benchmarks.md explains the bars.
"""
import argparse
import json
import re
import sqlite3
import statistics
import subprocess
import sys
from pathlib import Path

from contest import Bar, Contestant, contest, median_seconds

HERE = Path(__file__).resolve().parent
ENTITIES = ("users", "products", "orders")
COLUMNS = {"users": "name TEXT, email TEXT", "products": "name TEXT, price REAL",
           "orders": "user_id INTEGER, product_id INTEGER, quantity INTEGER"}  # fmt: skip
SEED = 20261123
SOME_REFUSED = 2  # weir-cli's exit status when rows were rejected

IMPORT_AT_LEAST = 2.5
THREE_FILES_AT_LEAST = 1.3
THREE_IMPORTS_AT_LEAST = 1.8
SQLITE_UTILS_AT_LEAST = 12
DJANGO_AT_LEAST = 25
COMMAND_LINE_AT_MOST_MB = 120
WINDOW_AT_MOST_MB = 250
LAST_TENTH_AT_LEAST = 0.85
STALL_AT_MOST_MS = 50
STALL_999_AT_MOST_MS = 16
WINDOW_AT_MOST = 1.05
INVALID_AT_MOST = 1.25


def tell(text):
    print(text, file=sys.stderr, flush=True)


class Files:
    """The files that are loaded: made once."""

    def __init__(self, weir, directory):
        self.weir = weir
        self.directory = directory

    def get(self, entity, rows, percent):
        """A file of so many rows, this share of them invalid; without keys."""
        directory = self.directory / ("%d-rows-%g-percent" % (rows, percent))
        path = directory / (entity + ".csv")
        if not path.exists():
            tell("Making %s" % path)
            directory.mkdir(parents=True, exist_ok=True)
            subprocess.run(
                [self.weir, "generate", "--entity", entity, "--rows", str(rows), "--invalid", str(percent),
                 "--seed", str(SEED), "--no-keys", "--out", directory, "--quiet"],
                check=True,
            )  # fmt: skip
        return path


def count(path, table):
    connection = sqlite3.connect(path)
    try:
        return connection.execute("SELECT count(*) FROM %s" % table).fetchone()[0]
    finally:
        connection.close()


class Bench:
    def __init__(self, options):
        self.options = options
        self.weir = options.binaries / "weir-cli"
        self.window = options.binaries / "weir-bench-window"
        self.files = Files(self.weir, options.scratch / "load-files")
        self.scratch = options.scratch / "load"
        self.rows = options.rows

    # Contestants. Each verifies that what it should write is there.

    def weir_load(self, key, entities, rows, percent, extra=()):
        files = {entity: self.files.get(entity, rows, percent) for entity in entities}
        expected = rows - round(rows * percent / 100)

        def commands(directory):
            words = ["%s=%s" % item for item in files.items()]
            return [[self.weir, "load", *words, "--data-dir", directory, "--reject-dir", directory, "--json", *extra]]

        def verify(directory, measured):
            result = json.loads(measured.output[0].read_text())
            measured.result = result
            for entity in entities:
                inserted = count(directory / (entity + ".db"), entity)
                if inserted != expected:
                    sys.exit("%s: %d rows of %s in the table instead of %d" % (key, inserted, entity, expected))
            lines = Path(str(measured.output[0]) + ".err").read_text().splitlines()
            measured.progress = [point for point in map(progress_point, lines) if point]

        return Contestant(key, commands, verify=verify, allowed=(SOME_REFUSED if percent else 0,))

    def sqlite_import(self, key, entities, rows, percent):
        files = {entity: self.files.get(entity, rows, percent) for entity in entities}

        def prepare(directory):
            for entity in entities:
                connection = sqlite3.connect(directory / (entity + ".db"))
                connection.execute("CREATE TABLE %s (%s)" % (entity, COLUMNS[entity]))
                connection.close()

        def commands(directory):
            return [
                ["sqlite3", directory / (entity + ".db"), "-cmd", ".mode csv",
                 ".import --skip 1 '%s' %s" % (path, entity)]
                for entity, path in files.items()
            ]  # fmt: skip

        def verify(directory, measured):
            for entity in entities:
                inserted = count(directory / (entity + ".db"), entity)
                if inserted < rows * 0.98:  # .import takes some ragged lines, and leaves others out
                    sys.exit("%s: only %d rows of %s" % (key, inserted, entity))

        return Contestant(key, commands, prepare=prepare, verify=verify)

    def sqlite_utils(self, key, rows, percent):
        path = self.files.get("users", rows, percent)

        def verify(directory, measured):
            inserted = count(directory / "users.db", "users")
            if inserted < rows * 0.98:  # some lines are ragged
                sys.exit("%s: only %d rows" % (key, inserted))

        return Contestant(key, lambda directory: [
            ["sqlite-utils", "insert", directory / "users.db", "users", path, "--csv", "--silent"]
        ], verify=verify)  # fmt: skip

    def django(self, key, rows, percent):
        path = self.files.get("users", rows, percent)

        def commands(directory):
            return [["/usr/bin/python3", HERE / "django_original" / "manage.py", "load_csv", path]]

        def environment(directory):
            return {"ORIGINAL_DATA": str(directory), "PYTHONDONTWRITEBYTECODE": "1"}

        def verify(directory, measured):
            inserted, rejected = map(int, measured.output[0].read_text().split())
            if count(directory / "users.db", "users") != inserted or inserted + rejected != rows:
                sys.exit("%s: %d rows inserted and %d rejected" % (key, inserted, rejected))

        return Contestant(key, commands, environment=environment, verify=verify)

    def window_load(self, key, rows, percent):
        path = self.files.get("users", rows, percent)

        def verify(directory, measured):
            measured.figures = json.loads(measured.output[0].read_text())
            inserted = count(directory / "users.db", "users")
            expected = rows - round(rows * percent / 100)
            if inserted != expected:
                sys.exit("%s: %d rows in the table instead of %d" % (key, inserted, expected))

        return Contestant(
            key, lambda directory: [[self.window, "--data-dir", directory, "--file", path]], verify=verify
        )

    # Groups of bars.

    def side_by_side(self):
        rows, quick = self.rows, self.options.quick
        contestants = [
            self.weir_load("weir", ["users"], rows, 1),
            self.sqlite_import(".import", ["users"], rows, 1),
            self.weir_load("weir, three files", ENTITIES, rows, 1),
            self.sqlite_import("three .imports", ENTITIES, rows, 1),
            self.weir_load("weir, none invalid", ["users"], rows, 0),
            self.weir_load("weir, 10 % invalid", ["users"], rows, 10),
        ]
        if not quick:
            contestants.append(self.sqlite_utils("sqlite-utils", rows, 1))
            contestants.append(self.django("Django", rows, 1))
        runs = contest(contestants, self.scratch, self.options.rounds, tell=tell)
        seconds = {key: median_seconds(measured) for key, measured in runs.items()}
        bars = [
            Bar("1", "rows/s, weir / .import", seconds[".import"] / seconds["weir"], ">=", IMPORT_AT_LEAST),
            Bar("2", "rows/s, three files / one", 3 * seconds["weir"] / seconds["weir, three files"], ">=",
                THREE_FILES_AT_LEAST),
            Bar("2", "rows/s, three files / three .imports",
                seconds["three .imports"] / seconds["weir, three files"], ">=", THREE_IMPORTS_AT_LEAST),
            Bar("6", "time, 10 % invalid / none",
                seconds["weir, 10 % invalid"] / seconds["weir, none invalid"], "<=", INVALID_AT_MOST),
        ]  # fmt: skip
        if not quick:
            bars[3:3] = [
                Bar("3", "rows/s, weir / sqlite-utils", seconds["sqlite-utils"] / seconds["weir"], ">=",
                    SQLITE_UTILS_AT_LEAST),
                Bar("3", "rows/s, weir / Django", seconds["Django"] / seconds["weir"], ">=", DJANGO_AT_LEAST),
            ]  # fmt: skip
        return self.table(runs, rows), bars

    def many_rows(self):
        rows = self.options.many_rows
        contestants = [self.weir_load("weir, many rows", ["users"], rows, 1, extra=["--interval", "0.05"])]
        if self.window.exists():
            contestants.append(self.window_load("window, many rows", rows, 1))
        runs = contest(contestants, self.scratch, self.options.many_rounds, warm_up=0, tell=tell)
        line = runs["weir, many rows"]
        tenths = [last_tenth_by_first(measured.progress, rows) for measured in line]
        bars = [
            Bar("4", "peak memory of the command line, MB", max(run.peak_kib for run in line) / 1024, "<=",
                COMMAND_LINE_AT_MOST_MB),
            Bar("4", "rows/s, last tenth / first tenth",
                None if None in tenths else statistics.median(tenths), ">=", LAST_TENTH_AT_LEAST),
        ]  # fmt: skip
        windows = runs.get("window, many rows")
        if windows is None:
            tell("The window was not built: no bars for it.")
            return self.table(runs, rows), bars
        bars[1:1] = [
            Bar("4", "peak memory of the window, MB", max(run.peak_kib for run in windows) / 1024, "<=",
                WINDOW_AT_MOST_MB)
        ]  # fmt: skip
        elapsed = statistics.median(run.figures["elapsedNs"] for run in windows)
        bars += [
            Bar("5", "longest stall of the event loop, ms",
                max(run.figures["longestStallMs"] for run in windows), "<=", STALL_AT_MOST_MS),
            Bar("5", "99.9 % of the event loop's intervals, ms",
                max(run.figures["stall999Ms"] for run in windows), "<=", STALL_999_AT_MOST_MS),
            Bar("5", "time of the load, window / command line",
                elapsed / statistics.median(run.result["elapsedNs"] for run in line), "<=", WINDOW_AT_MOST),
        ]  # fmt: skip
        return self.table(runs, rows), bars

    def trouble(self):
        directory = self.options.tests
        done = subprocess.run(
            ["ctest", "--test-dir", str(directory), "--no-tests=error", "--verbose", "-R", self.options.trouble],
            stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        skipped = re.findall(r"SKIP +: .*", done.stdout)
        summary = [line for line in done.stdout.splitlines() if re.search(r"Test +#|tests passed", line)]
        tell("\n".join(summary + skipped) if done.returncode == 0 else done.stdout)
        found = re.search(r"(\d+) tests? failed out of (\d+)|tests passed, (\d+)", done.stdout)
        failed = int(found.group(1) or found.group(3)) if found else None
        if skipped or (done.returncode != 0 and failed == 0):
            failed = None  # what was not tried is not met
        return [], [Bar("7", "kill, disk-full and lock tests that fail", failed, "<=", 0)]

    @staticmethod
    def table(runs, rows):
        return [
            {"name": key, "median_s": median_seconds(measured), "fastest_s": min(run.seconds for run in measured),
             "slowest_s": max(run.seconds for run in measured),
             "rows_per_s": rows * (3 if "three" in key else 1) / median_seconds(measured),
             "peak_mb": max(run.peak_kib for run in measured) / 1024, "rounds": len(measured)}
            for key, measured in runs.items()
        ]  # fmt: skip


PROGRESS = re.compile(r"^([0-9.]+) s: ([0-9,]+) rows")


def progress_point(line):
    """(seconds, rows) of a line of progress; None for other lines."""
    found = PROGRESS.match(line)
    return (float(found.group(1)), int(found.group(2).replace(",", ""))) if found else None


def last_tenth_by_first(points, rows):
    """Rows/s of the last tenth by those of the first; None when there are too few points."""
    points = [point for point in points if point[1] > 0]
    points = [points[i] for i in range(len(points)) if i == 0 or points[i][1] > points[i - 1][1]]
    first = [point for point in points if point[1] <= rows * 0.1]
    last = [point for point in points if point[1] >= rows * 0.9]
    if len(first) < 2 or len(last) < 2:
        return None

    def speed(part):
        return (part[-1][1] - part[0][1]) / (part[-1][0] - part[0][0])

    return speed(last) / speed(first)


def print_table(lines, bars):
    print("%-24s %9s %9s %9s %12s %9s %7s" % ("", "median, s", "fastest", "slowest", "rows/s", "peak, MB", "rounds"))
    for line in lines:
        print("%-24s %9.3f %9.3f %9.3f %12.0f %9.1f %7d" % tuple(line.values()))
    print()
    for bar in bars:
        print(bar.line())


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binaries", type=Path, required=True, help="where the built programs are")
    parser.add_argument("--scratch", type=Path, required=True, help="a directory on a real disk")
    parser.add_argument("--tests", type=Path, help="a build directory with tests, for bar 7")
    parser.add_argument("--trouble", help="a regular expression for ctest: the tests of bar 7")
    parser.add_argument("--rows", type=int, default=1000000)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--many-rows", type=int, default=30000000)
    parser.add_argument("--many-rounds", type=int, default=5)
    parser.add_argument("--quick", action="store_true", help="only what takes less than a minute: bars 1, 2 and 6")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    parser.add_argument("--check", action="store_true", help="end with status 1 when a bar is missed")
    options = parser.parse_args()

    bench = Bench(options)
    lines, bars = bench.side_by_side()
    if not options.quick:
        for group in (bench.many_rows, bench.trouble) if options.tests else (bench.many_rows,):
            more_lines, more_bars = group()
            lines += more_lines
            bars += more_bars
    if options.json:
        print(json.dumps({"load": lines, "bars": [bar.json() for bar in bars]}, indent=2))
    else:
        print_table(lines, bars)
    if options.check and not all(bar.met for bar in bars):
        sys.exit(1)


if __name__ == "__main__":
    main()
