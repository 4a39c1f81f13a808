#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Two builds of Weir against each other: is the new one slower?

In each round both do the same work several times, in turns, whoever began last time second; the round's figure is
the ratio of their medians, new by old. What is judged is the median of these paired ratios with its 95 % interval
(order statistics of the sign test, no assumption about the noise). A bar is met when the median is within 2 % and
the interval's far end within 5 %. contend is shown without a bar: its time is mostly random sleep.
"""
import argparse
import json
import math
import shutil
import statistics
import sys
import tempfile
from pathlib import Path

import thirty
from load import ENTITIES, Bench

MEDIAN_AT_MOST = 1.02
FAR_END_AT_MOST = 1.05
WITHOUT_BAR = ("thirty, contend",)


def interval(values):
    """The 95 % interval of the median; the whole range when there are too few values for one."""
    ordered = sorted(values)
    count = len(ordered)
    below = 0
    rank = 0
    while rank < count // 2:
        below += math.comb(count, rank) / 2**count
        if 2 * below > 0.05:
            break
        rank += 1
    low = max(rank - 1, 0)
    return ordered[low], ordered[count - 1 - low]


def paired(old, new, rounds, repeat, tell):
    """old, new: functions that do the work once and answer with a figure. The ratios new by old."""
    old(), new()
    ratios = []
    for number in range(rounds):
        times = {old: [], new: []}
        first, second = (old, new) if number % 2 == 0 else (new, old)
        for turn in range(repeat):
            for run in (first, second) if turn % 2 == 0 else (second, first):
                times[run].append(run())
        ratios.append(statistics.median(times[new]) / statistics.median(times[old]))
        tell("    round %2d: %.4f" % (number + 1, ratios[-1]))
    return ratios


def compare_thirty(options, tell):
    directory = Path(tempfile.mkdtemp(prefix="compare-", dir=options.scratch))
    try:
        sides = [
            thirty.Contestant([str(binaries / "weir-bench-thirty"), str(directory / side)], directory / side)
            for side, binaries in (("old", options.old), ("new", options.new))
        ]
        result = {}
        for strategy, repeat in (("group", 25), ("queue", 25), ("contend", 5)):
            tell("  thirty, %s" % strategy)
            work = [lambda side=side: side.run(strategy)[0] for side in sides]
            result["thirty, " + strategy] = paired(*work, options.rounds, repeat, tell)
        for side in sides:
            side.close()
        return result
    finally:
        shutil.rmtree(directory, ignore_errors=True)


def compare_load(options, tell):
    def bench(binaries):
        return Bench(argparse.Namespace(binaries=binaries, scratch=options.scratch, rows=options.rows))

    benches = [bench(options.old), bench(options.new)]
    result = {}
    for key, entities, percent in (("load, users, 1 % invalid", ["users"], 1),
                                   ("load, three files", ENTITIES, 1),
                                   ("load, users, 10 % invalid", ["users"], 10)):  # fmt: skip
        tell("  " + key)
        sides = [side.weir_load("compare", entities, options.rows, percent) for side in benches]
        scratch = options.scratch / "compare-load"
        work = [lambda side=side: side.run(scratch).seconds for side in sides]
        result[key] = paired(*work, options.rounds, 3, tell)
    return result


def verdict(key, ratios):
    low, high = interval(ratios)
    median = statistics.median(ratios)
    met = key in WITHOUT_BAR or (median <= MEDIAN_AT_MOST and high <= FAR_END_AT_MOST)
    return {"name": key, "median": median, "low": low, "high": high, "rounds": len(ratios), "met": met}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--old", type=Path, required=True, help="the programs of the build before")
    parser.add_argument("--new", type=Path, required=True, help="the programs of the build to judge")
    parser.add_argument("--scratch", type=Path, required=True, help="a directory on a real disk")
    parser.add_argument("--only", choices=("thirty", "load"), help="one of the two")
    parser.add_argument("--rows", type=int, default=1000000)
    parser.add_argument("--rounds", type=int, default=21, help="alternations, at least 21")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    parser.add_argument("--check", action="store_true", help="end with status 1 when a bar is missed")
    options = parser.parse_args()
    if options.rounds < 21:
        parser.error("with less than 21 rounds the interval says nothing")
    options.scratch.mkdir(parents=True, exist_ok=True)

    def tell(text):
        print(text, file=sys.stderr, flush=True)

    ratios = {}
    if options.only != "load":
        ratios.update(compare_thirty(options, tell))
    if options.only != "thirty":
        ratios.update(compare_load(options, tell))
    lines = [verdict(key, values) for key, values in ratios.items()]
    if options.json:
        print(json.dumps({"compare": lines}, indent=2))
    else:
        print("Time, new by old: median of %d paired ratios and its 95 %% interval" % options.rounds)
        for line in lines:
            bar = "" if line["name"] in WITHOUT_BAR else "met" if line["met"] else "MISSED"
            print("%-28s %7.4f   [%.4f, %.4f]   %s" % (line["name"], line["median"], line["low"], line["high"], bar))
    if options.check and not all(line["met"] for line in lines):
        sys.exit(1)


if __name__ == "__main__":
    main()
