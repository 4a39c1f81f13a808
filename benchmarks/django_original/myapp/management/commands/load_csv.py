# SPDX-License-Identifier: GPL-3.0-or-later
"""Loads a file of users as a Django program does that checks its rows: an object for each row, full_clean(),
and bulk_create() for every ten thousand valid ones. Prints "<inserted> <rejected>".
"""
import csv

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand
from django.db import connections

from myapp.models import User

BATCH = 10000


class Command(BaseCommand):
    help = "Loads a CSV file of users"
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("file")

    def handle(self, *args, **options):
        with connections["users_db"].schema_editor() as editor:
            editor.create_model(User)
        inserted = rejected = 0
        valid = []
        with open(options["file"], newline="", encoding="utf-8") as file:
            for row in csv.DictReader(file):
                user = User(**row)
                try:
                    user.full_clean()
                except ValidationError:
                    rejected += 1
                    continue
                valid.append(user)
                if len(valid) == BATCH:
                    User.objects.bulk_create(valid)
                    inserted += len(valid)
                    valid = []
        User.objects.bulk_create(valid)
        inserted += len(valid)
        print(inserted, rejected)
