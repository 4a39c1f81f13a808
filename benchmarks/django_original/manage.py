#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The original system, re-created to be measured beside Weir: Django's management program."""
import os
import sys

from django.core.management import execute_from_command_line

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "original.settings")
    execute_from_command_line(sys.argv)
