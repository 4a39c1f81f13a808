# SPDX-License-Identifier: GPL-3.0-or-later
"""The application's validation: each function returns the list of messages."""
import re

EMAIL = re.compile(r"^[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}$")


def blank(text):
    return not text or not text.strip()


def validate_user(row):
    errors = []
    if blank(row["name"]):
        errors.append("Name is required and cannot be empty")
    if blank(row["email"]):
        errors.append("Email is required and cannot be empty")
    elif not EMAIL.match(row["email"]):
        errors.append("Email must be a valid email address")
    return errors


def validate_product(row):
    errors = []
    if blank(row["name"]):
        errors.append("Name is required and cannot be empty")
    if row["price"] is None:
        errors.append("Price is required")
    elif row["price"] < 0:
        errors.append("Price cannot be negative")
    elif row["price"] == 0:
        errors.append("Price must be greater than 0")
    return errors


def validate_order(row):
    errors = []
    if not isinstance(row["user_id"], int) or row["user_id"] <= 0:
        errors.append("User ID must be a positive integer")
    if not isinstance(row["product_id"], int) or row["product_id"] <= 0:
        errors.append("Product ID must be a positive integer")
    if row["quantity"] is None or row["quantity"] <= 0:
        errors.append("Quantity must be greater than 0")
    return errors
