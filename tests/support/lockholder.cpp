// SPDX-License-Identifier: GPL-3.0-or-later
// Holds something until its standard input ends, as another program would:
//   lockholder sql FILE STATEMENTS    an SQLite connection that has run the statements
//   lockholder weir FILE              the lock of a Weir
// Prints "holding" when it does. Exit status 0: let go in good order.
#include <QFile>
#include <QLockFile>

#include <cstdio>
#include <sqlite3.h>

namespace {

bool holdUntilToldOtherwise()
{
    std::puts("holding");
    std::fflush(stdout);
    while (std::getchar() != EOF) {}
    return true;
}

bool holdSql(const char *file, const char *statements)
{
    sqlite3 *db = nullptr;
    const bool held = sqlite3_open(file, &db) == SQLITE_OK
        && sqlite3_exec(db, statements, nullptr, nullptr, nullptr) == SQLITE_OK && holdUntilToldOtherwise();
    if (!held)
        std::fprintf(stderr, "%s\n", sqlite3_errmsg(db));
    return sqlite3_close(db) == SQLITE_OK && held;
}

bool holdWeir(const char *file)
{
    QLockFile lock(QFile::decodeName(file) + QStringLiteral(".weir-lock"));
    lock.setStaleLockTime(0);
    return lock.tryLock(0) && holdUntilToldOtherwise();
}

} // namespace

int main(int argc, char **argv)
{
    const QByteArray mode = argc > 2 ? argv[1] : "";
    if (mode == "sql" && argc == 4)
        return holdSql(argv[2], argv[3]) ? 0 : 1;
    if (mode == "weir")
        return holdWeir(argv[2]) ? 0 : 1;
    return 2;
}
