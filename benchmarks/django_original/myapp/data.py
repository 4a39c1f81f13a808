# SPDX-License-Identifier: GPL-3.0-or-later
"""The thirty rows."""

USERS = [
    {"name": name, "email": (name or "Jane").lower() + "@example.com"}
    for name in ("Alice", "Bob", "Charlie", "David", "Eve", "Frank", "Grace", "Alice", "Henry", "")
]

PRODUCTS = [
    {"name": name, "price": price}
    for name, price in (
        ("Laptop", 1000.0),
        ("Smartphone", 700.0),
        ("Headphones", 150.0),
        ("Monitor", 300.0),
        ("Keyboard", 50.0),
        ("Mouse", 30.0),
        ("Laptop", 1000.0),
        ("Smartwatch", 250.0),
        ("Gaming Chair", 500.0),
        ("Earbuds", -50.0),
    )
]

ORDERS = [
    {"user_id": user, "product_id": product, "quantity": quantity}
    for user, product, quantity in (
        (1, 1, 2),
        (2, 2, 1),
        (3, 3, 5),
        (4, 4, 1),
        (5, 5, 3),
        (6, 6, 4),
        (7, 7, 2),
        (8, 8, 0),
        (9, 9, -1),
        (10, 11, 0),
    )
]
