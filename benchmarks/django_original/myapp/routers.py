# SPDX-License-Identifier: GPL-3.0-or-later
"""Each model's database."""


class MultiDBRouter:
    databases = {"user": "users_db", "product": "products_db", "order": "orders_db"}

    def db_for_read(self, model, **hints):
        return self.databases.get(model._meta.model_name)

    def db_for_write(self, model, **hints):
        return self.databases.get(model._meta.model_name)

    def allow_migrate(self, db, app_label, model_name=None, **hints):
        return self.databases.get(model_name, "default") == db
