// Makes logs for tests: seeded, in order by every rule, with the mix of events a workstation writes.
#pragma once

#include "ledger/AuditEntry.h"

#include <QRandomGenerator>
#include <QStringList>

#include <vector>

namespace casebound {

class LogMaker {
public:
    explicit LogMaker(quint32 seed) : m_random(seed) {}
    /// The next entry.
    [[nodiscard]] EncodedEntry next();
    [[nodiscard]] std::vector<EncodedEntry> make(std::size_t count);

    /// An entry as next() would encode it, of this record, with the maker's state: for logs that break a rule on purpose.
    [[nodiscard]] EncodedEntry encode(const AuditRecord& record, Instant at, std::uint64_t boot);
    [[nodiscard]] Instant now() const { return m_now; }
    [[nodiscard]] std::uint64_t boot() const { return m_boot; }
    [[nodiscard]] std::uint64_t size() const { return m_sequence; }
    [[nodiscard]] std::size_t openIntents() const { return m_open.size() + m_recovery.size(); }
    /// A run has begun, and what the one before left open has no outcome yet: nothing else may come first.
    [[nodiscard]] bool isRecovering() const { return m_boot == 0 || !m_recovery.empty(); }
    [[nodiscard]] QString uuid();

    /// Words that stand only in private parts: plates, names, user ids, case numbers, reasons. Made up, and long enough to search for.
    [[nodiscard]] static QStringList secretWords();
    /// Results to be sealed; the blob's digest stands in the entry.
    void sealWith(std::vector<QByteArray>* blobs) { m_blobs = blobs; }

private:
    [[nodiscard]] AuditRecord choose();
    [[nodiscard]] AuditRecord outcomeOf(std::size_t open, AuditEvent event);
    struct Open {
        QString id;
        AuditIntent::Kind kind;
    };
    QRandomGenerator m_random;
    std::uint64_t m_sequence = 0, m_boot = 0;
    Instant m_now = std::chrono::sys_days(std::chrono::January / 5 / 2026) + std::chrono::hours(8);
    QString m_session;
    std::vector<Open> m_open, m_recovery;
    std::vector<QByteArray>* m_blobs = nullptr;
    QByteArray m_sealed;
};

} // namespace casebound
