# SPDX-License-Identifier: GPL-3.0-or-later
"""One SQLite file for each model, behind a router; everything else is Django's default."""
import os
from pathlib import Path

DATA = Path(os.environ["ORIGINAL_DATA"])


def sqlite(name):
    return {"ENGINE": "django.db.backends.sqlite3", "NAME": DATA / name}


SECRET_KEY = "only measured, never served"
INSTALLED_APPS = ["myapp"]
DATABASES = {
    "default": sqlite("default.db"),
    "users_db": sqlite("users.db"),
    "products_db": sqlite("products.db"),
    "orders_db": sqlite("orders.db"),
}
DATABASE_ROUTERS = ["myapp.routers.MultiDBRouter"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True
