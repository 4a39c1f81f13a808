# SPDX-License-Identifier: GPL-3.0-or-later
"""Thirty threads, ten a model: validate a row, save it, note the result under a lock.

For each line on standard input it does this once and prints "<milliseconds> <transactions> <rows>", the time
taken as the original takes it: from before the threads start until all have been joined.
"""
import sys
import threading
import time

from django.core.management.base import BaseCommand
from django.db import connections

from myapp.data import ORDERS, PRODUCTS, USERS
from myapp.models import Order, Product, User
from myapp.validators import validate_order, validate_product, validate_user


class Insertion:
    """One run."""

    def __init__(self):
        self.lock = threading.Lock()
        self.results = {"users": [], "products": [], "orders": []}

    def insert(self, kind, model, validate, number, row):
        try:
            errors = validate(row)
            if errors:
                result = (number, False, "Row %d: %s" % (number, errors[0]))
            else:
                model.objects.create(**row)
                result = (number, True, "inserted successfully")
        except Exception as error:  # the original reports whatever went wrong as the row's failure
            result = (number, False, "Row %d: %s" % (number, error))
        with self.lock:
            self.results[kind].append(result)

    def run(self):
        work = (
            ("users", User, validate_user, USERS),
            ("products", Product, validate_product, PRODUCTS),
            ("orders", Order, validate_order, ORDERS),
        )
        threads = [
            threading.Thread(target=self.insert, args=(kind, model, validate, number, row))
            for kind, model, validate, rows in work
            for number, row in enumerate(rows, 1)
        ]
        start = time.perf_counter()
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return (time.perf_counter() - start) * 1000

    def inserted(self):
        return sum(done for results in self.results.values() for _, done, _ in results)


def create_tables():
    for model, database in ((User, "users_db"), (Product, "products_db"), (Order, "orders_db")):
        connection = connections[database]
        if model._meta.db_table not in connection.introspection.table_names():
            with connection.schema_editor() as editor:
                editor.create_model(model)


class Command(BaseCommand):
    help = "Inserts the thirty rows once for each line on standard input"
    requires_system_checks = []

    def handle(self, *args, **options):
        create_tables()
        for _ in sys.stdin:
            insertion = Insertion()
            elapsed = insertion.run()
            rows = insertion.inserted()
            print("%.4f %d %d" % (elapsed, rows, rows), flush=True)
