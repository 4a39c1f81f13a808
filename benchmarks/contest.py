# SPDX-License-Identifier: GPL-3.0-or-later
"""Programs measured side by side: started one after the other, round by round, each in a fresh directory."""
import os
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path


class Measured:
    """One execution of a contestant."""

    def __init__(self, seconds, peak_kib, output):
        self.seconds = seconds
        self.peak_kib = peak_kib  # resident, of the largest process
        self.output = output


def run_together(commands, directory, environment=None, allowed=(0,)):
    """Starts all commands at once and waits for all of them; standard output and error go to files there."""
    outputs = [directory / ("output-%d" % number) for number in range(len(commands))]
    streams = [open(output, "wb") for output in outputs]
    errors = [open(str(output) + ".err", "wb") for output in outputs]
    start = time.perf_counter()
    processes = [
        subprocess.Popen(
            [str(word) for word in command], stdin=subprocess.DEVNULL, stdout=out, stderr=err, env=environment
        )
        for command, out, err in zip(commands, streams, errors)
    ]
    peak = 0
    for process, command, output in zip(processes, commands, outputs):
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        peak = max(peak, usage.ru_maxrss)
        if process.returncode not in allowed:
            sys.stderr.write(Path(str(output) + ".err").read_text(errors="replace")[-2000:])
            sys.exit("%s ended with %d" % (" ".join(str(word) for word in command), process.returncode))
    seconds = time.perf_counter() - start
    for stream in streams + errors:
        stream.close()
    return Measured(seconds, peak, outputs)


class Contestant:
    """What is measured: a function that is given an empty directory and answers with commands to start at once.

    `prepare` does what does not count, before; `verify` ends everything when the result is not what it should be.
    """

    def __init__(self, key, commands, prepare=None, verify=None, environment=None, allowed=(0,)):
        self.key = key
        self.commands = commands
        self.prepare = prepare
        self.verify = verify
        self.environment = environment
        self.allowed = allowed

    def run(self, scratch):
        directory = scratch / self.key.replace(" ", "-")
        shutil.rmtree(directory, ignore_errors=True)
        directory.mkdir(parents=True)
        if self.prepare:
            self.prepare(directory)
        environment = {**os.environ, **self.environment(directory)} if self.environment else None
        # Nobody pays for what another one wrote.
        os.sync()
        measured = run_together(self.commands(directory), directory, environment, self.allowed)
        if self.verify:
            self.verify(directory, measured)
        shutil.rmtree(directory)
        return measured


def contest(contestants, scratch, rounds, warm_up=1, tell=lambda text: None):
    """Each contestant's executions by its key; the rounds go round all contestants."""
    runs = {contestant.key: [] for contestant in contestants}
    for number in range(warm_up + rounds):
        for contestant in contestants:
            measured = contestant.run(scratch)
            counts = number >= warm_up
            tell("  %-28s %8.3f s%s" % (contestant.key, measured.seconds, "" if counts else "  (warming up)"))
            if counts:
                runs[contestant.key].append(measured)
    return runs


def median_seconds(runs):
    return statistics.median(run.seconds for run in runs)


class Bar:
    """What a figure must be."""

    def __init__(self, number, name, value, sign, bar):
        self.number = number
        self.name = name
        self.value = value
        self.sign = sign
        self.bar = bar

    @property
    def met(self):
        if self.value is None:
            return False
        return self.value >= self.bar if self.sign == ">=" else self.value <= self.bar

    def line(self):
        value = "none" if self.value is None else "%.2f" % self.value
        return "%-3s %-52s %9s   bar: %s %-6g %s" % (
            self.number, self.name, value, self.sign, self.bar, "met" if self.met else "MISSED"
        )  # fmt: skip

    def json(self):
        return {
            "number": self.number, "name": self.name, "value": self.value, "sign": self.sign, "bar": self.bar,
            "met": self.met,
        }  # fmt: skip
