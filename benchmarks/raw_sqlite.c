/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The floor under the thirty-task run: its 25 valid rows, already validated, inserted into three files by one
 * thread through sqlite3 itself, with the product's pragmas and warm connections. For each line on standard
 * input, "row" (a commit a row) or "file" (a commit a file), it prints "<milliseconds> <transactions>
 * <rows>". Checkpoints run after the time is taken, as the product's do. */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define FILES 3
#define MOST_ROWS 9
#define CELLS 3

struct file
{
    const char *name;
    const char *schema;
    const char *insert;
    int rows;
    int cells;
    const char *cell[MOST_ROWS][CELLS];
    sqlite3 *db;
    sqlite3_stmt *begin;
    sqlite3_stmt *row;
    sqlite3_stmt *commit;
};

static struct file files[FILES] = {
    {"users.db",
     "CREATE TABLE IF NOT EXISTS users (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT, email TEXT)",
     "INSERT INTO users (name, email) VALUES (?, ?)",
     9,
     2,
     {{"Alice", "alice@example.com"},
      {"Bob", "bob@example.com"},
      {"Charlie", "charlie@example.com"},
      {"David", "david@example.com"},
      {"Eve", "eve@example.com"},
      {"Frank", "frank@example.com"},
      {"Grace", "grace@example.com"},
      {"Alice", "alice@example.com"},
      {"Henry", "henry@example.com"}},
     NULL,
     NULL,
     NULL,
     NULL},
    {"products.db",
     "CREATE TABLE IF NOT EXISTS products (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT, price REAL)",
     "INSERT INTO products (name, price) VALUES (?, ?)",
     9,
     2,
     {{"Laptop", "1000"},
      {"Smartphone", "700"},
      {"Headphones", "150"},
      {"Monitor", "300"},
      {"Keyboard", "50"},
      {"Mouse", "30"},
      {"Laptop", "1000"},
      {"Smartwatch", "250"},
      {"Gaming Chair", "500"}},
     NULL,
     NULL,
     NULL,
     NULL},
    {"orders.db",
     "CREATE TABLE IF NOT EXISTS orders (id INTEGER PRIMARY KEY AUTOINCREMENT, user_id INTEGER,"
     " product_id INTEGER, quantity INTEGER)",
     "INSERT INTO orders (user_id, product_id, quantity) VALUES (?, ?, ?)",
     7,
     3,
     {{"1", "1", "2"},
      {"2", "2", "1"},
      {"3", "3", "5"},
      {"4", "4", "1"},
      {"5", "5", "3"},
      {"6", "6", "4"},
      {"7", "7", "2"}},
     NULL,
     NULL,
     NULL,
     NULL},
};

static void check(int code, int expected, sqlite3 *db, const char *what)
{
    if (code == expected)
        return;
    fprintf(stderr, "raw_sqlite: %s: %s\n", what, db ? sqlite3_errmsg(db) : sqlite3_errstr(code));
    exit(1);
}

static void run(sqlite3 *db, const char *sql)
{
    check(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK, db, sql);
}

static sqlite3_stmt *prepare(sqlite3 *db, const char *sql)
{
    sqlite3_stmt *statement = NULL;
    check(sqlite3_prepare_v3(db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL), SQLITE_OK, db, sql);
    return statement;
}

static void step(struct file *file, sqlite3_stmt *statement)
{
    check(sqlite3_step(statement), SQLITE_DONE, file->db, sqlite3_sql(statement));
    check(sqlite3_reset(statement), SQLITE_OK, file->db, sqlite3_sql(statement));
}

static void open_file(struct file *file, const char *directory)
{
    char path[4096];
    const int length = snprintf(path, sizeof path, "%s/%s", directory, file->name);
    if (length < 0 || (size_t)length >= sizeof path) {
        fprintf(stderr, "raw_sqlite: the directory's name is too long\n");
        exit(1);
    }
    check(sqlite3_open(path, &file->db), SQLITE_OK, file->db, path);
    run(file->db,
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA "
        "wal_autocheckpoint=0");
    run(file->db, file->schema);
    file->begin = prepare(file->db, "BEGIN IMMEDIATE");
    file->row = prepare(file->db, file->insert);
    file->commit = prepare(file->db, "COMMIT");
}

static void insert(struct file *file, int row)
{
    for (int cell = 0; cell < file->cells; ++cell) {
        check(sqlite3_bind_text(file->row, cell + 1, file->cell[row][cell], -1, SQLITE_STATIC), SQLITE_OK,
              file->db, "bind");
    }
    step(file, file->row);
}

static int insert_all(int commit_per_row)
{
    int transactions = 0;
    for (struct file *file = files; file < files + FILES; ++file) {
        for (int row = 0; row < file->rows; ++row) {
            if (commit_per_row || row == 0)
                step(file, file->begin);
            insert(file, row);
            if (commit_per_row || row == file->rows - 1) {
                step(file, file->commit);
                ++transactions;
            }
        }
    }
    return transactions;
}

static double milliseconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static void close_file(struct file *file)
{
    sqlite3_finalize(file->begin);
    sqlite3_finalize(file->row);
    sqlite3_finalize(file->commit);
    check(sqlite3_close(file->db), SQLITE_OK, file->db, "close");
}

int main(int argc, char **argv)
{
    if (argc != 2) {
        fprintf(stderr, "usage: %s DIRECTORY\n", argv[0]);
        return 1;
    }
    for (struct file *file = files; file < files + FILES; ++file)
        open_file(file, argv[1]);

    char line[64];
    while (fgets(line, sizeof line, stdin)) {
        line[strcspn(line, "\n")] = 0;
        const int per_row = strcmp(line, "row") == 0;
        if (!per_row && strcmp(line, "file") != 0) {
            fprintf(stderr, "raw_sqlite: '%s' is neither 'row' nor 'file'\n", line);
            return 1;
        }
        const double start = milliseconds();
        const int transactions = insert_all(per_row);
        printf("%.4f %d %d\n", milliseconds() - start, transactions, 25);
        if (fflush(stdout) != 0)
            return 1;
        for (struct file *file = files; file < files + FILES; ++file)
            run(file->db, "PRAGMA wal_checkpoint(TRUNCATE)");
    }
    for (struct file *file = files; file < files + FILES; ++file)
        close_file(file);
    return 0;
}
