// The alert list (R8; PIA p. 3, 6, 13): entries of one's own, justified anew within a year, gone with their case; and their hits, each
// once.
#pragma once

#include "domain/AlertCsv.h"
#include "domain/OfficeProfile.h"
#include "ports/AlertClient.h"
#include "service/Failure.h"
#include "service/QueryRun.h"

#include <QTimeZone>

#include <functional>
#include <memory>
#include <vector>

namespace casebound {

class AlertTable;
class AuditLog;
class HitTable;

struct AlertHitCount {
    std::int64_t hits = 0, unjudged = 0, confirmed = 0;
    std::optional<Instant> oldestUnjudged; ///< When it was received.
};

/// An entry as a list shows it. Overdue is what is due now, whether or not it was suspended already.
struct AlertRow {
    AlertEntry entry;
    AlertHitCount hits;
    DueState due = DueState::Fine;
    Instant dueAt{};
    qint64 daysLeft = 0;        ///< Local days until dueAt; negative: so many days ago.
    bool toBeJustified = false; ///< Handed over, and not yet justified by its owner: no vendor knows it.
};

/// A hit on the desk of its owner: a lead, and unverified until somebody judged it.
struct AlertHitRow {
    QString hitId;
    AlertId alert;
    Instant capturedAt{}, receivedAt{};
    std::optional<Instant> shownAt;
    Verdict verdict = Verdict::Unverified;
    bool exact = true; ///< False: a near match, as with a query's reads.
    QueryRun* run = nullptr;
    qsizetype read = 0; ///< In the run.
};

/// One's own entries here and at the vendor, where they are not the same.
struct AlertDifference {
    enum class Kind {
        MissingAtVendor, ///< The vendor has it no more.
        OtherAtVendor,   ///< Another state, plate or case, or a later end.
        UnknownHere,     ///< The vendor has one that nobody here added.
        UnknownForeign,  ///< The same, and by an id that none of ours can have: only the vendor can take it away.
    };
    Kind kind = Kind::MissingAtVendor;
    QString alertId;
    std::optional<AlertEntry> ours;
    std::optional<VendorAlert> theirs;
};

enum class AlertSettlement {
    TellVendor, ///< What stands here counts: told again.
    Remove,     ///< Gone here and at the vendor.
};

/// Lives on the window's thread. Whatever changes anything is an entry of the log first. What the vendor did not confirm is told again
/// until it does: at once, after pauses, and at the owner's next sign-in.
class AlertService final : public QObject {
    Q_OBJECT

public:
    struct Parts {
        AuditLog& log;
        AlertTable& alerts;
        HitTable& hits;
        std::function<std::optional<CaseRecord>(const CaseNumber&)> findCase;
        std::function<AlertClient*()> client; ///< Null while there is none; what it gives is not kept.
        const OfficeProfile& profile;
        const VendorCapabilities& capabilities;
        const Clock& clock;
        Actor actor;
        QTimeZone zone = QTimeZone::systemTimeZone();
    };
    explicit AlertService(Parts parts);
    ~AlertService() override; ///< Ends what is under way, each with its entry.

    /// After the banner: what is due, what differs, what is not confirmed, and the stream of hits. Nothing happens before.
    void start();
    /// The session locks: what is under way ends with its entry, the stream is closed. Nothing happens until resume().
    void suspend();
    void resume();
    /// The way to the vendor may be there now; what waited for it goes on by itself.
    void wake();

    // --- entries
    static constexpr int longestList = 2'500;
    [[nodiscard]] int limit() const; ///< Of one person's entries; the vendor's, where that is less.
    [[nodiscard]] std::vector<FieldRefusal> judge(const AlertDraft& draft) const;
    [[nodiscard]] QDate latestDay() const; ///< Of an expiry.
    /// One's own, overdue and due first.
    [[nodiscard]] std::vector<AlertRow> entries() const;
    /// Everybody's, for whom the role table gives it to.
    [[nodiscard]] Outcome<std::vector<AlertRow>> everybody();
    [[nodiscard]] std::optional<AlertEntry> find(const AlertId& id) const;

    /// A query's rules; a refusal is logged as query.refused. alert.intended is durable before the first byte leaves.
    [[nodiscard]] Outcome<AlertEntry> add(const AlertDraft& draft);
    [[nodiscard]] Outcome<void> revalidate(const AlertId& id, const QString& reason, QDate expires);
    /// Each with a reason in words.
    [[nodiscard]] Outcome<void> suspendEntry(const AlertId& id, const QString& why);
    [[nodiscard]] Outcome<void> resumeEntry(const AlertId& id, const QString& why);
    [[nodiscard]] Outcome<void> remove(const AlertId& id, const QString& why);
    /// A supervisor, in somebody else's matter: the entry is removed, and `to` gets one that finds nothing until they justified it.
    [[nodiscard]] Outcome<AlertEntry> handOver(const AlertId& id, const UserId& to, const QString& why);
    /// Everything that time, the roster and the cases ask for, now. A timer calls it every minute.
    void care();
    /// Of a case that was closed: everybody's.
    void removeOfCase(const CaseNumber& number);

    [[nodiscard]] const std::vector<AlertDifference>& differences() const;
    [[nodiscard]] Outcome<void> settle(const QString& alertId, AlertSettlement how);
    /// Changes that are at the vendor now, unanswered.
    [[nodiscard]] int underWay() const;

    // --- hits
    /// One's own, newest first.
    [[nodiscard]] std::vector<AlertHitRow> hits() const;
    [[nodiscard]] std::optional<AlertHitRow> hit(const QString& hitId) const;
    /// Hits nobody has looked at in a list yet.
    [[nodiscard]] int unshown() const;
    /// It stands on the screen: notes the time, once.
    void markShown(const QString& hitId);
    [[nodiscard]] StreamLink link() const;

Q_SIGNALS:
    void changed();                                     ///< Entries, their counts or the differences.
    void hitArrived(const casebound::AlertHitRow& hit); ///< Logged and stored; once per hit.
    void hitChanged(const QString& hitId);              ///< Shown, or judged.
    void hitsReset();                                   ///< Some went with their entry, or all were read anew.
    void linkChanged();
    void logged(); ///< The log has grown.
    /// An addition the vendor does not take: the entry is gone again.
    void notAccepted(const casebound::AlertEntry& entry, const casebound::VendorFailure& failure);
    void logFailed(casebound::LogFault fault);
    void vendorSessionEnded();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace casebound
