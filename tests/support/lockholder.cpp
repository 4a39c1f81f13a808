// SPDX-License-Identifier: GPL-3.0-or-later
// Holds something until its standard input ends, as another program would:
//   lockholder sql FILE STATEMENTS    an SQLite connection that has run the statements
//   lockholder weir FILE              the lock of a Weir
// Prints "holding" when it does. Exit status 0: let go in good order.
#include <QByteArray>

#include <cstdio>
#include <fcntl.h>
#include <sqlite3.h>
#include <string>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

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
    const std::string path = std::string(file) + ".weir-lock";
    const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
    const std::string text = std::to_string(::getpid()) + '\n';
    const bool held = ::flock(descriptor, LOCK_EX | LOCK_NB) == 0
        && ::write(descriptor, text.data(), text.size()) > 0 && holdUntilToldOtherwise();
    ::unlink(path.c_str());
    ::close(descriptor);
    return held;
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
