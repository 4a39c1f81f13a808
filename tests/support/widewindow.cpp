// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/widewindow.h"

#include <atomic>
#include <mutex>
#include <sqlite3.h>
#include <thread>

namespace WeirTest {

namespace {

std::mutex methodsMutex;
sqlite3_io_methods wideMethods;
const sqlite3_io_methods *plainMethods = nullptr;
sqlite3_vfs *plainVfs = nullptr;
sqlite3_vfs wideVfs;
std::atomic<std::chrono::microseconds> windowLength{std::chrono::microseconds(0)};

/// sqlite3WalCheckpoint() calls xUnfetch when it has just read a changed header, and nobody else does as long
/// as nothing is memory-mapped.
int slowUnfetch(sqlite3_file *file, sqlite3_int64 offset, void *page)
{
    if (!page)
        std::this_thread::sleep_for(windowLength.load());
    return plainMethods->xUnfetch(file, offset, page);
}

int openWide(sqlite3_vfs *, const char *name, sqlite3_file *file, int flags, int *outFlags)
{
    const int code = plainVfs->xOpen(plainVfs, name, file, flags, outFlags);
    if (code != SQLITE_OK || !(flags & SQLITE_OPEN_MAIN_DB))
        return code;
    const std::lock_guard lock(methodsMutex);
    if (!plainMethods) {
        plainMethods = file->pMethods;
        wideMethods = *plainMethods;
        wideMethods.xUnfetch = slowUnfetch;
    }
    if (file->pMethods == plainMethods)
        file->pMethods = &wideMethods;
    return code;
}

} // namespace

void widenCheckpointWindow(std::chrono::microseconds pause)
{
    windowLength = pause;
    plainVfs = sqlite3_vfs_find(nullptr);
    wideVfs = *plainVfs;
    wideVfs.zName = "wide-window";
    wideVfs.xOpen = openWide;
    sqlite3_vfs_register(&wideVfs, 1);
}

} // namespace WeirTest
