// What people do to a log behind the program's back, one function each.
#pragma once

#include "FaultFixture.h"

#include "crypto/Cms.h"

#include <functional>
#include <span>

namespace casebound::test {

/// Files below a folder, by relative path.
using Tree = QMap<QString, QByteArray>;
[[nodiscard]] Tree treeOf(const QString& folder);
void putTree(const Tree& tree, const QString& folder);

/// One log at several instants of its life, made once.
struct Lives {
    Office office, foreign{u"somebody.else"_s};
    HandClock clock;    ///< As it stood at the end.
    Tree older;         ///< Closed, some 300 entries ago.
    Tree runningBefore; ///< As a crash would have left it, in the last run.
    Tree running;       ///< The same some entries later: the newest are in the WAL.
    Tree closed;
    Tree another;           ///< Another log of another workstation key, under the same database key.
    std::uint64_t size = 0; ///< Of closed.
    Lives();
};

/// One case, before anything was looked at.
struct Case {
    const Lives& lives;
    QRandomGenerator random;
    QTemporaryDir outer{memoryFolder()};
    AuditLog::Config config;
    HandClock clock;
    std::unique_ptr<AuditLog> other; ///< Another process's, where there is one.

    Case(const Lives& of, quint32 seed);
    [[nodiscard]] QString file(const QString& name) const { return outer.path() + u'/' + name; }
    [[nodiscard]] QByteArray read(const QString& name) const;
    void write(const QString& name, QByteArrayView bytes) const { overwrite(file(name), bytes); }
    void put(const Tree& tree, const QString& prefix) const;
    void flip(const QString& name);
    void cut(const QString& name);
    /// With the database key, by hand.
    void edit(const QByteArray& sql, const QByteArrayList& blobs = {}) const;
    [[nodiscard]] QByteArrayList values(const QByteArray& sql) const;
    [[nodiscard]] QByteArray value(const QByteArray& sql) const { return values(sql).front(); }
    [[nodiscard]] std::uint64_t anyEntry(std::uint64_t below);
    /// A witness file, or a blob outside the database.
    [[nodiscard]] QString anyFile(const QString& folder);
};

struct TamperKind {
    const char* name;
    Tree Lives::* state;
    std::function<void(Case&)> apply;
};
[[nodiscard]] std::span<const TamperKind> tamperKinds();

} // namespace casebound::test
