// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/faultydisk.h"

#include <algorithm>
#include <cstring>
#include <fstream>
#include <map>
#include <memory>
#include <mutex>
#include <random>
#include <sqlite3.h>
#include <vector>

namespace WeirTest {

namespace {

constexpr std::size_t SectorSize = 512;

/// What a file has on the disk, and what is on its way there.
struct DiskFile
{
    struct Write
    {
        std::size_t offset = 0;
        std::string bytes;
        bool truncates = false; // to `offset`
    };

    bool exists = false; // on the disk: it was synced once
    std::string synced;
    std::vector<Write> pending;

    static void apply(const Write &write, std::string *content)
    {
        if (write.truncates) {
            content->resize(write.offset);
            return;
        }
        if (content->size() < write.offset + write.bytes.size())
            content->resize(write.offset + write.bytes.size());
        content->replace(write.offset, write.bytes.size(), write.bytes);
    }

    void sync()
    {
        for (const Write &write : pending)
            apply(write, &synced);
        pending.clear();
        exists = true;
    }

    /// After a power cut.
    std::string content(std::mt19937 *random) const
    {
        std::string content = synced;
        for (const Write &write : pending) {
            if (write.truncates) {
                if (((*random)() & 1U) != 0)
                    apply(write, &content);
                continue;
            }
            for (std::size_t at = 0; at < write.bytes.size(); at += SectorSize) {
                if (((*random)() & 1U) != 0)
                    apply({write.offset + at, write.bytes.substr(at, SectorSize), false}, &content);
            }
        }
        return content;
    }
};

enum class Trouble { None, PowerCut, FailOnce, FailAlways };

/// What the connections' files are to SQLite: its own methods with ours in some places.
struct Methods
{
    const sqlite3_io_methods *plain = nullptr;
    sqlite3_io_methods ours = {};
};

struct Disk
{
    std::mutex mutex;
    sqlite3_vfs *plainVfs = nullptr;
    sqlite3_vfs vfs = {};
    std::vector<std::unique_ptr<Methods>> methods;
    std::map<sqlite3_file *, std::pair<const sqlite3_io_methods *, std::string>> open;
    std::map<std::string, DiskFile> files;
    Trouble trouble = Trouble::None;
    long operations = 0;
    long troubleAt = 0;
    int code = SQLITE_OK;
};

Disk &disk()
{
    static Disk instance; // SQLite's VFS has no room for a pointer that outlives its connections
    return instance;
}

/// To be called with the lock held, for each operation. SQLITE_OK: go on.
int strike(Disk &disk)
{
    ++disk.operations;
    const bool due = disk.operations >= disk.troubleAt;
    switch (disk.trouble) {
    case Trouble::None:
        return SQLITE_OK;
    case Trouble::PowerCut:
        return due ? SQLITE_IOERR : SQLITE_OK;
    case Trouble::FailOnce:
        return disk.operations == disk.troubleAt ? disk.code : SQLITE_OK;
    case Trouble::FailAlways:
        return due ? disk.code : SQLITE_OK;
    }
    return SQLITE_OK;
}

/// Nobody but a power cut needs to know the contents.
DiskFile *watched(Disk &disk, sqlite3_file *file)
{
    const std::string &name = disk.open[file].second;
    return disk.trouble == Trouble::PowerCut && !name.empty() ? &disk.files[name] : nullptr;
}

int closeFile(sqlite3_file *file)
{
    Disk &all = disk();
    const sqlite3_io_methods *plain = nullptr;
    {
        const std::lock_guard lock(all.mutex);
        plain = all.open[file].first;
        all.open.erase(file);
    }
    return plain->xClose(file);
}

int writeFile(sqlite3_file *file, const void *bytes, int size, sqlite3_int64 offset)
{
    Disk &all = disk();
    const std::lock_guard lock(all.mutex);
    if (const int code = strike(all); code != SQLITE_OK)
        return code;
    if (DiskFile *watchedFile = watched(all, file)) {
        watchedFile->pending.push_back(
            {static_cast<std::size_t>(offset),
             std::string(static_cast<const char *>(bytes), static_cast<std::size_t>(size)), false});
    }
    return all.open[file].first->xWrite(file, bytes, size, offset);
}

int truncateFile(sqlite3_file *file, sqlite3_int64 size)
{
    Disk &all = disk();
    const std::lock_guard lock(all.mutex);
    if (const int code = strike(all); code != SQLITE_OK)
        return code;
    if (DiskFile *watchedFile = watched(all, file))
        watchedFile->pending.push_back({static_cast<std::size_t>(size), {}, true});
    return all.open[file].first->xTruncate(file, size);
}

int syncFile(sqlite3_file *file, int)
{
    Disk &all = disk();
    const std::lock_guard lock(all.mutex);
    if (const int code = strike(all); code != SQLITE_OK)
        return code;
    if (DiskFile *watchedFile = watched(all, file))
        watchedFile->sync();
    return SQLITE_OK;
}

/// Makes the file grow past our eyes: not needed, since all of it is written later.
int controlFile(sqlite3_file *file, int operation, void *argument)
{
    Disk &all = disk();
    const sqlite3_io_methods *plain = nullptr;
    {
        const std::lock_guard lock(all.mutex);
        plain = all.open[file].first;
    }
    return operation == SQLITE_FCNTL_SIZE_HINT ? SQLITE_OK : plain->xFileControl(file, operation, argument);
}

const sqlite3_io_methods *ours(Disk &disk, const sqlite3_io_methods *plain)
{
    const auto found = std::find_if(disk.methods.begin(), disk.methods.end(),
                                    [&](const auto &methods) { return methods->plain == plain; });
    if (found != disk.methods.end())
        return &(*found)->ours;
    auto methods = std::make_unique<Methods>();
    methods->plain = plain;
    methods->ours = *plain;
    methods->ours.xClose = closeFile;
    methods->ours.xWrite = writeFile;
    methods->ours.xTruncate = truncateFile;
    methods->ours.xSync = syncFile;
    methods->ours.xFileControl = controlFile;
    disk.methods.push_back(std::move(methods));
    return &disk.methods.back()->ours;
}

int openFile(sqlite3_vfs *, const char *name, sqlite3_file *file, int flags, int *outFlags)
{
    Disk &all = disk();
    const int code = all.plainVfs->xOpen(all.plainVfs, name, file, flags, outFlags);
    if (code != SQLITE_OK || !file->pMethods)
        return code;
    const std::lock_guard lock(all.mutex);
    all.open[file] = {file->pMethods, name ? name : ""};
    file->pMethods = ours(all, file->pMethods);
    return code;
}

int deleteFile(sqlite3_vfs *, const char *name, int sync)
{
    Disk &all = disk();
    const std::lock_guard lock(all.mutex);
    if (const int code = strike(all); code != SQLITE_OK)
        return code;
    all.files.erase(name);
    return all.plainVfs->xDelete(all.plainVfs, name, sync);
}

void start(Trouble trouble, long operation, int code)
{
    Disk &all = disk();
    const std::lock_guard lock(all.mutex);
    all.files.clear();
    all.trouble = trouble;
    all.operations = 0;
    all.troubleAt = operation;
    all.code = code;
}

} // namespace

void FaultyDisk::install()
{
    Disk &all = disk();
    all.plainVfs = sqlite3_vfs_find(nullptr);
    all.vfs = *all.plainVfs;
    all.vfs.zName = "faulty-disk";
    all.vfs.xOpen = openFile;
    all.vfs.xDelete = deleteFile;
    sqlite3_vfs_register(&all.vfs, 1);
}

void FaultyDisk::cutPowerAt(long operation)
{
    start(Trouble::PowerCut, operation, SQLITE_OK);
}

void FaultyDisk::failAt(long operation, int code, bool sticky)
{
    start(sticky ? Trouble::FailAlways : Trouble::FailOnce, operation, code);
}

void FaultyDisk::mend()
{
    start(Trouble::None, 0, SQLITE_OK);
}

long FaultyDisk::operations()
{
    Disk &all = disk();
    const std::lock_guard lock(all.mutex);
    return all.operations;
}

bool FaultyDisk::hasStruck()
{
    Disk &all = disk();
    const std::lock_guard lock(all.mutex);
    return all.trouble != Trouble::None && all.operations >= all.troubleAt;
}

void FaultyDisk::restore(const std::string &directory, unsigned seed)
{
    Disk &all = disk();
    const std::lock_guard lock(all.mutex);
    std::mt19937 random(seed);
    for (const auto &[name, file] : all.files) {
        if (!file.exists)
            continue;
        const std::string target = directory + name.substr(name.rfind('/'));
        std::ofstream(target, std::ios::binary) << (seed == 0 ? file.synced : file.content(&random));
    }
}

} // namespace WeirTest
