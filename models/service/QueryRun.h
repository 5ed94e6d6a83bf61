// One query's life: sent, loading, complete or not, and gone after close, sign-out or eight hours (R7).
#pragma once

#include "domain/Case.h"
#include "domain/Query.h"
#include "domain/ReadSet.h"
#include "domain/Vendor.h"
#include "domain/Verification.h"

#include <QHash>
#include <QObject>

#include <optional>
#include <vector>

namespace casebound {

/// Lives on the window's thread; owned by QueryService. Results exist only here, in memory. An alert entry's hits are a run too, so that they
/// are verified and kept like any read: Complete as long as the entry lives, and owned by AlertService.
class QueryRun final : public QObject {
    Q_OBJECT

public:
    enum class State {
        Sending,   ///< Logged and on its way.
        Loading,   ///< Some pages are here.
        Complete,  ///< Every page, count equal to the vendor's total.
        Failed,    ///< Ended with failure(); what arrived before is kept and marked incomplete, unless the fault voids it.
        Unknown,   ///< Sent, no answer; the outcome is not known.
        Withdrawn, ///< Cancelled by the person.
        Ended,     ///< Results discarded.
    };
    enum class EndReason { Closed, SignedOut, Expired };

    [[nodiscard]] const QueryTerms& terms() const { return m_terms; }
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const ReadSet& reads() const { return m_reads; }
    [[nodiscard]] std::int64_t total() const { return m_total; } ///< -1 until the first page.
    [[nodiscard]] std::int64_t duplicates() const { return m_duplicates; }
    [[nodiscard]] const std::optional<VendorFailure>& failure() const { return m_failure; }
    [[nodiscard]] Instant expiresAt() const { return m_expiresAt; }
    [[nodiscard]] Instant sentAt() const { return m_sentAt; }
    /// Unverified where nobody judged the read yet.
    [[nodiscard]] Verification verification(std::size_t read) const { return m_verifications.value(static_cast<qsizetype>(read)); }
    [[nodiscard]] bool isKept(std::size_t read) const { return m_kept.contains(static_cast<qsizetype>(read)); }
    [[nodiscard]] std::int64_t nearCount() const;
    /// Hits of the alert entry whose id is that of the terms; nothing was queried.
    [[nodiscard]] bool isOfAlert() const { return m_ofAlert; }

Q_SIGNALS:
    void stateChanged();
    void readsAppended(qsizetype first, qsizetype count);
    void readsCleared();              ///< Pages withdrawn (cursor expired) or results discarded.
    void readChanged(qsizetype read); ///< Verdict or kept mark.

private:
    friend class QueryService;
    friend class VerificationService;
    friend class CaseService;
    friend class AlertService;
    friend struct QueryRunProbe; ///< Defined by tests and the bench alone: feeds item models without a service.
    explicit QueryRun(QueryTerms terms) : m_terms(std::move(terms)) {}

    QueryTerms m_terms;
    State m_state = State::Sending;
    ReadSet m_reads;
    std::int64_t m_total = -1;
    std::int64_t m_duplicates = 0;
    std::optional<VendorFailure> m_failure;
    Instant m_sentAt{}, m_expiresAt{};
    QHash<qsizetype, Verification> m_verifications;
    QHash<qsizetype, bool> m_kept;
    bool m_ofAlert = false;
};

} // namespace casebound
