// The system calls with which SQLCipher and the store change files, seen before and after they happen. The linker routes them here
// (--wrap, see CMakeLists.txt), so nothing of the program knows of it, and nothing it writes can pass by.
#pragma once

#include <QByteArray>

namespace casebound::test {

struct DiskCall {
    enum Kind { Create, Truncate, Write, Allocate, Sync, SyncFolder, Rename, Remove, MakeFolder };
    Kind kind;
    QByteArray path;    ///< Relative to the watched folder.
    QByteArray to{};    ///< Rename.
    qint64 offset = 0;  ///< Write, Truncate (the new size), Allocate (the new size).
    QByteArray bytes{}; ///< Write.
};

/// One thread. Calls outside the watched folder pass unseen.
class DiskWatcher {
public:
    virtual ~DiskWatcher() = default;
    /// 0, or the errno with which the call fails without having happened.
    virtual int before(const DiskCall&) { return 0; }
    virtual void after(const DiskCall&) {}
};

/// Watches everything below the folder, which is there already; null: nothing.
void watchDisk(DiskWatcher* watcher, const QByteArray& folder = {});

} // namespace casebound::test
