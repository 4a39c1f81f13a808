# SPDX-License-Identifier: GPL-3.0-or-later
"""The three records. The tables have a primary key and no other constraint."""
from django.core.exceptions import ValidationError
from django.db import models

from myapp.validators import validate_user


class User(models.Model):
    name = models.CharField(max_length=255, blank=True)
    email = models.CharField(max_length=255, blank=True)

    class Meta:
        db_table = "users"

    def clean(self):
        """Asked by full_clean() only, which the thirty threads do not call."""
        errors = validate_user({"name": self.name, "email": self.email})
        if errors:
            raise ValidationError(errors)


class Product(models.Model):
    name = models.CharField(max_length=255, blank=True)
    price = models.FloatField()

    class Meta:
        db_table = "products"


class Order(models.Model):
    user_id = models.IntegerField()
    product_id = models.IntegerField()
    quantity = models.IntegerField()

    class Meta:
        db_table = "orders"
