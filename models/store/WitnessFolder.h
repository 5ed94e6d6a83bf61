// Signed heads in the office's witness folder: what shows an old copy of the whole log that was put back, even one that grew again.
#pragma once

#include "ledger/Checkpoint.h"
#include "store/CaseTable.h"

#include <QByteArray>
#include <QString>

#include <expected>
#include <vector>

namespace casebound {

/// Files "<origin with / as _>.<size>", each one note. May be on a network share; calls block as long as it does.
class WitnessFolder {
public:
    WitnessFolder(QString folder, QByteArray origin) : m_folder(std::move(folder)), m_origin(std::move(origin)) {}
    struct Found {
        QString file;
        QByteArray note;
    };
    [[nodiscard]] bool isReachable() const;
    /// The notes of this origin, newest size first; at most the 16 largest. Unreadable or oversized ones come with an empty note.
    [[nodiscard]] std::vector<Found> notes() const;
    /// A head of a log of the same workstation (origin `base` or a successor of it) that was begun after this one; empty: none.
    [[nodiscard]] QString laterThan(const QByteArray& base) const;
    [[nodiscard]] std::expected<void, StoreFault> write(std::uint64_t size, QByteArrayView note) const;

private:
    [[nodiscard]] QString prefix() const;
    QString m_folder;
    QByteArray m_origin;
};

} // namespace casebound
