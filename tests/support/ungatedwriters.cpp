// SPDX-License-Identifier: GPL-3.0-or-later
// What Weir must not be: three writers and three checkpointers on one WAL file, each on its own connection,
// with nothing between them but SQLite's own locks. SQLite before 3.51.3 loses acknowledged rows here ("The
// WAL-Reset Bug", sqlite.org/wal.html). Prints what went wrong and ends with status 1; status 0 when nothing
// did in the time given.
//   ungatedwriters <directory> <seconds>
#include "support/widewindow.h"

#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <sqlite3.h>
#include <string>
#include <thread>
#include <vector>

namespace {

constexpr int Writers = 3;
constexpr int Checkpointers = 3;

struct Scene
{
    std::string file;
    std::atomic<bool> stop{false};
    std::atomic<bool> corrupt{false};
    std::vector<long long> acknowledged = std::vector<long long>(Writers);
};

sqlite3 *open(const std::string &file)
{
    sqlite3 *handle = nullptr;
    sqlite3_open(file.c_str(), &handle);
    sqlite3_busy_timeout(handle, 5000);
    sqlite3_exec(handle, "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF; PRAGMA wal_autocheckpoint=2",
                 nullptr, nullptr, nullptr);
    return handle;
}

bool damaged(int code)
{
    return (code & 0xff) == SQLITE_CORRUPT || (code & 0xff) == SQLITE_NOTADB;
}

void write(Scene &scene, int writer)
{
    sqlite3 *handle = open(scene.file);
    for (long long n = 1; !scene.stop; ++n) {
        const std::string sql =
            "INSERT INTO t(writer, n) VALUES(" + std::to_string(writer) + "," + std::to_string(n) + ")";
        int code = SQLITE_BUSY;
        while ((code & 0xff) == SQLITE_BUSY && !scene.stop)
            code = sqlite3_exec(handle, sql.c_str(), nullptr, nullptr, nullptr);
        if (damaged(code))
            scene.corrupt = true;
        if (code != SQLITE_OK)
            break;
        scene.acknowledged[static_cast<std::size_t>(writer)] = n;
    }
    sqlite3_close(handle);
}

void checkpoint(Scene &scene)
{
    sqlite3 *handle = open(scene.file);
    while (!scene.stop) {
        if (damaged(sqlite3_wal_checkpoint_v2(handle, nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr)))
            scene.corrupt = true;
    }
    sqlite3_close(handle);
}

std::string text(sqlite3 *handle, const std::string &sql)
{
    std::string value;
    const auto first = [](void *target, int, char **cells, char **) {
        if (static_cast<std::string *>(target)->empty() && cells[0])
            *static_cast<std::string *>(target) = cells[0];
        return 0;
    };
    char *message = nullptr;
    if (sqlite3_exec(handle, sql.c_str(), first, &value, &message) != SQLITE_OK)
        value = message ? message : "unknown error";
    sqlite3_free(message);
    return value;
}

/// Empty: nothing lost. Everything acknowledged must be there.
std::string damage(const Scene &scene)
{
    if (scene.corrupt)
        return "database disk image is malformed";
    sqlite3 *handle = open(scene.file);
    std::string found;
    if (const std::string check = text(handle, "PRAGMA integrity_check(1)"); check != "ok")
        found = check;
    for (int writer = 0; writer < Writers && found.empty(); ++writer) {
        const long long expected = scene.acknowledged[static_cast<std::size_t>(writer)];
        const std::string sql = "SELECT count(*) FROM t WHERE writer = " + std::to_string(writer)
            + " AND n <= " + std::to_string(expected);
        if (const std::string rows = text(handle, sql); rows != std::to_string(expected))
            found = rows + " of " + std::to_string(expected) + " acknowledged rows are there";
    }
    sqlite3_close(handle);
    return found;
}

std::string runSlice(const std::string &directory, int slice, std::chrono::milliseconds length)
{
    Scene scene;
    scene.file = directory + "/ungated" + std::to_string(slice) + ".db";
    sqlite3 *handle = open(scene.file);
    text(handle, "CREATE TABLE t(id INTEGER PRIMARY KEY, writer INTEGER, n INTEGER)");
    text(handle, "CREATE INDEX t_index ON t(writer, n)");
    std::vector<std::thread> threads;
    for (int writer = 0; writer < Writers; ++writer)
        threads.emplace_back(write, std::ref(scene), writer);
    for (int i = 0; i < Checkpointers; ++i)
        threads.emplace_back(checkpoint, std::ref(scene));
    const auto end = std::chrono::steady_clock::now() + length;
    while (std::chrono::steady_clock::now() < end && !scene.corrupt)
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    scene.stop = true;
    for (std::thread &thread : threads)
        thread.join();
    sqlite3_close(handle);
    return damage(scene);
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 3) {
        std::fputs("usage: ungatedwriters <directory> <seconds>\n", stderr);
        return 2;
    }
    WeirTest::widenCheckpointWindow(std::chrono::microseconds(300));
    const auto start = std::chrono::steady_clock::now();
    const std::chrono::seconds limit(std::atoi(argv[2]));
    for (int slice = 0; std::chrono::steady_clock::now() - start < limit; ++slice) {
        const std::string found = runSlice(argv[1], slice, std::chrono::seconds(5));
        if (!found.empty()) {
            std::printf("%s\n", found.c_str());
            return 1;
        }
    }
    return 0;
}
