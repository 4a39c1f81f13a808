// SPDX-License-Identifier: GPL-3.0-or-later
// Holds something until its standard input ends, as another program would:
//   lockholder sql FILE STATEMENTS    an SQLite connection that has run the statements
//   lockholder weir FILE              the lock of a Weir
//   lockholder checkpoint FILE        as if it were copying the log of a database in WAL mode
//   lockholder loop FILE STATEMENTS   opens, runs the statements and closes, again and again
//   lockholder write FILE STATEMENT   runs the statement again and again on one connection
// Prints "holding" when it does. Exit status 0: let go in good order.
#include <QByteArray>

#include <cstdio>
#include <fcntl.h>
#include <poll.h>
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

bool holdCheckpoint(const char *file)
{
    sqlite3 *db = nullptr;
    sqlite3_file *source = nullptr;
    return sqlite3_open(file, &db) == SQLITE_OK
        && sqlite3_exec(db, "SELECT * FROM sqlite_schema", nullptr, nullptr, nullptr) == SQLITE_OK
        && sqlite3_file_control(db, "main", SQLITE_FCNTL_FILE_POINTER, &source) == SQLITE_OK
        && source->pMethods->xShmLock(source, 1, 1, SQLITE_SHM_LOCK | SQLITE_SHM_EXCLUSIVE) == SQLITE_OK
        && holdUntilToldOtherwise()
        && source->pMethods->xShmLock(source, 1, 1, SQLITE_SHM_UNLOCK | SQLITE_SHM_EXCLUSIVE) == SQLITE_OK
        && sqlite3_close(db) == SQLITE_OK;
}

bool isToldToStop()
{
    pollfd input{STDIN_FILENO, POLLIN, 0};
    return ::poll(&input, 1, 0) != 0;
}

bool isTrouble(int code)
{
    return code != SQLITE_OK && code != SQLITE_BUSY && code != SQLITE_LOCKED;
}

/// `always`: on one connection.
bool loopSql(const char *file, const char *statements, bool always)
{
    constexpr int PatienceMs = 5000;
    sqlite3 *db = nullptr;
    int code = SQLITE_OK;
    std::puts("holding");
    std::fflush(stdout);
    while (!isTrouble(code) && !isToldToStop()) {
        if (!db && sqlite3_open(file, &db) != SQLITE_OK)
            return false;
        sqlite3_busy_timeout(db, PatienceMs);
        code = sqlite3_exec(db, statements, nullptr, nullptr, nullptr);
        if (isTrouble(code))
            std::fprintf(stderr, "%s\n", sqlite3_errmsg(db));
        if (!always) {
            sqlite3_close(db);
            db = nullptr;
        }
    }
    return sqlite3_close(db) == SQLITE_OK && !isTrouble(code);
}

} // namespace

int main(int argc, char **argv)
{
    const QByteArray mode = argc > 2 ? argv[1] : "";
    if (mode == "sql" && argc == 4)
        return holdSql(argv[2], argv[3]) ? 0 : 1;
    if (mode == "weir")
        return holdWeir(argv[2]) ? 0 : 1;
    if (mode == "checkpoint")
        return holdCheckpoint(argv[2]) ? 0 : 1;
    if ((mode == "loop" || mode == "write") && argc == 4)
        return loopSql(argv[2], argv[3], mode == "write") ? 0 : 1;
    return 2;
}
