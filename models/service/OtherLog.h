// The log of another workstation, as it was exported with its private parts: checked whole, as casebound-verify does, before anybody sees
// an entry of it, and only ever read.
#pragma once

#include "store/AuditLog.h"

#include <QFuture>
#include <QString>

#include <expected>
#include <functional>
#include <memory>
#include <vector>

namespace casebound {

/// The rows of a log, wherever it lies.
class LogRows {
public:
    virtual ~LogRows() = default;
    [[nodiscard]] virtual LogHead head() const = 0;
    /// Entries first … first+count−1; fewer where they end or cannot be read.
    [[nodiscard]] virtual std::vector<StoredEntry> entries(std::uint64_t first, std::size_t count) const = 0;
    /// RFC 6962 leaf hashes, likewise.
    [[nodiscard]] virtual std::vector<std::array<std::uint8_t, 32>> leafHashes(std::uint64_t first, std::size_t count) const = 0;
};

/// The log of the workstation itself, which outlives it.
class OwnRows final : public LogRows {
public:
    explicit OwnRows(const AuditLog& log) : m_log(log) {}
    [[nodiscard]] LogHead head() const override { return m_log.head(); }
    [[nodiscard]] std::vector<StoredEntry> entries(std::uint64_t first, std::size_t count) const override
    {
        return m_log.entries(first, count);
    }
    [[nodiscard]] std::vector<std::array<std::uint8_t, 32>> leafHashes(std::uint64_t first, std::size_t count) const override
    {
        return m_log.leafHashes(first, count);
    }

private:
    const AuditLog& m_log;
};

/// Another workstation's, at the head it was checked at. What is read later may have been altered since: whoever reads holds every row to
/// the head again.
class OtherLog : public LogRows {
public:
    [[nodiscard]] virtual QString origin() const = 0; ///< "casebound/<office>/<workstation>"
};

enum class OtherLogProblem {
    NoLog,          ///< No folder, or none with an exported log in it.
    UnknownSigner,  ///< Signed under a name the office profile has no key for.
    NotInOrder,     ///< The check found a fault: altered, cut off, or signed by somebody else.
    NoPrivateParts, ///< As it is published: nobody could be reviewed by it.
    OwnLog,         ///< This workstation's.
    Shorter,        ///< It ends before what was reviewed of it already.
    OtherHistory,   ///< It is not the log that was reviewed before, grown longer.
    OtherHead,      ///< A review covers this workstation's log at a head that this copy does not lead to.
    TooMany,
    CannotCheck, ///< The folder could not be read through, or the program has nothing to check with.
};

struct OtherLogRefusal {
    OtherLogProblem problem = OtherLogProblem::CannotCheck;
    QString report{}; ///< As casebound-verify prints it; may be empty.
};
using OtherLogResult = std::expected<std::shared_ptr<const OtherLog>, OtherLogRefusal>;

/// The verifier key (C2SP note) of a log of this name, from the office profile; empty: it names none.
using KeyOfLog = std::function<QByteArray(const QByteArray& origin)>;

} // namespace casebound
