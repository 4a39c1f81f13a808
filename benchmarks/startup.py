#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""From the start of the program until its window is on the screen, measured from outside.

The clock starts before fork and exec. It stops when the X server holds a viewable top-level window of the
program with a painted first frame: an image of the window with more than one colour in it. The program starts
with empty settings, as for a newcomer. A first start, not counted, warms the disk's cache.
"""
import argparse
import ctypes
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

AT_MOST_MS = 400.0
GIVE_UP_S = 20.0

Window = ctypes.c_ulong
IS_VIEWABLE = 2
Z_PIXMAP = 2
LEAST_SIZE = 300  # smaller windows are tool tips and splash screens


class Attributes(ctypes.Structure):
    """XWindowAttributes of Xlib.h."""

    _fields_ = [
        ("x", ctypes.c_int), ("y", ctypes.c_int), ("width", ctypes.c_int), ("height", ctypes.c_int),
        ("border_width", ctypes.c_int), ("depth", ctypes.c_int), ("visual", ctypes.c_void_p),
        ("root", Window), ("class", ctypes.c_int), ("bit_gravity", ctypes.c_int), ("win_gravity", ctypes.c_int),
        ("backing_store", ctypes.c_int), ("backing_planes", ctypes.c_ulong), ("backing_pixel", ctypes.c_ulong),
        ("save_under", ctypes.c_int), ("colormap", ctypes.c_ulong), ("map_installed", ctypes.c_int),
        ("map_state", ctypes.c_int), ("all_event_masks", ctypes.c_long), ("your_event_mask", ctypes.c_long),
        ("do_not_propagate_mask", ctypes.c_long), ("override_redirect", ctypes.c_int),
        ("screen", ctypes.c_void_p),
    ]  # fmt: skip


class Image(ctypes.Structure):
    """The beginning of XImage of Xlib.h."""

    _fields_ = [
        ("width", ctypes.c_int), ("height", ctypes.c_int), ("xoffset", ctypes.c_int), ("format", ctypes.c_int),
        ("data", ctypes.c_void_p), ("byte_order", ctypes.c_int), ("bitmap_unit", ctypes.c_int),
        ("bitmap_bit_order", ctypes.c_int), ("bitmap_pad", ctypes.c_int), ("depth", ctypes.c_int),
        ("bytes_per_line", ctypes.c_int), ("bits_per_pixel", ctypes.c_int),
    ]  # fmt: skip


class Screen:
    """The X server, as far as it takes to see whether a window has been painted."""

    def __init__(self):
        self.x = ctypes.CDLL("libX11.so.6")
        self.x.XOpenDisplay.restype = ctypes.c_void_p
        self.x.XDefaultRootWindow.argtypes = [ctypes.c_void_p]
        self.x.XDefaultRootWindow.restype = Window
        self.x.XGetImage.restype = ctypes.POINTER(Image)
        self.x.XGetImage.argtypes = [
            ctypes.c_void_p, Window, ctypes.c_int, ctypes.c_int, ctypes.c_uint, ctypes.c_uint,
            ctypes.c_ulong, ctypes.c_int,
        ]  # fmt: skip
        # A window may go between two requests: that is no error worth ending for.
        handler = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)
        self.handler = handler(lambda display, event: 0)
        self.x.XSetErrorHandler(self.handler)
        self.display = ctypes.c_void_p(self.x.XOpenDisplay(None))
        if not self.display:
            sys.exit("There is no X server: start this through scripts/bench startup")
        self.root = self.x.XDefaultRootWindow(self.display)

    def top_levels(self):
        root, parent, count = Window(), Window(), ctypes.c_uint()
        children = ctypes.POINTER(Window)()
        self.x.XQueryTree(
            self.display, Window(self.root), ctypes.byref(root), ctypes.byref(parent),
            ctypes.byref(children), ctypes.byref(count),
        )  # fmt: skip
        windows = [children[i] for i in range(count.value)]
        if count.value:
            self.x.XFree(children)
        return windows

    def is_painted(self, window):
        attributes = Attributes()
        if not self.x.XGetWindowAttributes(self.display, Window(window), ctypes.byref(attributes)):
            return False
        width, height = attributes.width, attributes.height
        if attributes.map_state != IS_VIEWABLE or width < LEAST_SIZE or height < LEAST_SIZE:
            return False
        # A strip across the upper part, where the menu and the tool bar are.
        strip = min(height, 120)
        image = self.x.XGetImage(
            self.display, window, 0, 0, width, strip, ctypes.c_ulong(-1).value, Z_PIXMAP
        )
        if not image:
            return False
        data = ctypes.string_at(image.contents.data, image.contents.bytes_per_line * strip)
        self.x.XDestroyImage(image)
        return len({data[i : i + 3] for i in range(0, len(data) - 4, 4)}) > 4

    def has_painted_window(self):
        return any(self.is_painted(window) for window in self.top_levels())


def start_once(screen, program, home):
    environment = {
        **os.environ,
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_DATA_HOME": str(home / "data"),
        "XDG_CACHE_HOME": str(home / "cache"),
    }
    start = time.perf_counter()
    process = subprocess.Popen([program], env=environment)
    try:
        while not screen.has_painted_window():
            if process.poll() is not None:
                sys.exit("The program ended before its window was shown")
            if time.perf_counter() - start > GIVE_UP_S:
                sys.exit("No window within %g s" % GIVE_UP_S)
            time.sleep(0.002)
        return (time.perf_counter() - start) * 1000
    finally:
        process.terminate()
        process.wait()


def wait_until_empty(screen):
    end = time.perf_counter() + GIVE_UP_S
    while screen.has_painted_window() and time.perf_counter() < end:
        time.sleep(0.01)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", required=True)
    parser.add_argument("--scratch", type=Path, required=True)
    parser.add_argument("--rounds", type=int, default=10)
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    parser.add_argument("--check", action="store_true", help="end with status 1 when the bar is missed")
    options = parser.parse_args()

    screen = Screen()
    times = []
    for number in range(options.rounds + 1):
        home = Path(tempfile.mkdtemp(prefix="startup-", dir=options.scratch))
        try:
            elapsed = start_once(screen, options.program, home)
        finally:
            shutil.rmtree(home, ignore_errors=True)
        wait_until_empty(screen)
        if number > 0:
            times.append(elapsed)

    median = statistics.median(times)
    met = median < AT_MOST_MS
    if options.json:
        print(json.dumps({"startup": {"median_ms": median, "times_ms": times, "met": met}}, indent=2))
    else:
        print("Start of the program to its first painted frame, %d starts" % len(times))
        print("  median %.0f ms, fastest %.0f, slowest %.0f" % (median, min(times), max(times)))
        print("  bar: < %g ms   %s" % (AT_MOST_MS, "met" if met else "MISSED"))
    if options.check and not met:
        sys.exit(1)


if __name__ == "__main__":
    main()
