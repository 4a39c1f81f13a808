# SPDX-License-Identifier: GPL-3.0-or-later
"""The three records. The tables have a primary key and no other constraint."""
from django.db import models


class User(models.Model):
    name = models.CharField(max_length=255, blank=True)
    email = models.CharField(max_length=255, blank=True)

    class Meta:
        db_table = "users"


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
