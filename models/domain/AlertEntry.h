// An entry of the alert list (R8; PIA p. 3, 6, 13): one plate for one case, its owner's alone, and justified anew before a year is over.
// The rules about time are pure: they are told what time it is, and in which zone days are counted.
#pragma once

#include "domain/Clock.h"
#include "domain/Ids.h"
#include "domain/Matter.h"
#include "domain/Plate.h"

#include <QDate>

#include <optional>

namespace casebound {

/// UUID v7 of an entry, made on this side; it never changes while the entry lives.
class AlertId {
public:
    AlertId() = default;
    [[nodiscard]] static AlertId create(Instant now) { return AlertId(QueryId::create(now)); }
    /// Null where the text is no UUID: a vendor may call an entry what it likes, but then it is none of ours.
    [[nodiscard]] static AlertId fromText(const QString& text) { return AlertId(QueryId(QUuid::fromString(text))); }
    [[nodiscard]] QString text() const { return m_id.text(); }
    [[nodiscard]] bool isNull() const { return m_id.isNull(); }
    friend bool operator==(const AlertId&, const AlertId&) = default;
    friend size_t qHash(const AlertId& id, size_t seed = 0) noexcept { return qHash(id.m_id, seed); }

private:
    explicit AlertId(QueryId id) : m_id(id) {}
    QueryId m_id;
};

/// What the entry shall be at the vendor; whether the vendor said so, too, is AlertEntry::confirmed.
enum class AlertState { Active, Suspended, Removed };

/// Why it is suspended. The program's own reasons end only with a new justification or the missing verdicts.
enum class Suspension {
    None,
    ByPerson,
    Overdue,    ///< Not justified anew in time.
    NoVerdict,  ///< A hit waited 14 days for a verdict.
    LeftRoster, ///< The owner is no longer on the office's roster.
};

/// Why it was removed.
enum class Removal { None, ByPerson, CaseClosed, HandedOver };

struct AlertEntry {
    AlertId id;
    UserId owner;
    Plate plate;
    JurisdictionKey jurisdiction;
    CaseNumber caseNumber;
    Matter matter = Matter::Criminal;
    OffenceId offence;
    ReasonCode reasonCode;
    PurposeId purpose;
    QString reasonText;    ///< Of the last justification.
    Instant addedAt{};     ///< First justification.
    Instant validatedAt{}; ///< Last justification.
    Instant expiresAt{};   ///< At most a calendar year after it.
    AlertState state = AlertState::Active;
    Suspension suspension = Suspension::None;
    Removal removal = Removal::None;
    QString note;           ///< Why a person suspended or removed it.
    bool confirmed = false; ///< The vendor confirmed this very state; otherwise it is told again until it does.
    bool atVendor = false;  ///< The vendor confirmed at least once, so there is something to remove there.
};

/// An expiry is never later: one calendar year after the justification by the zone's clock (29 February: 28 February), and never more than
/// the 366 days a vendor takes.
[[nodiscard]] Instant latestExpiry(Instant validatedAt, const QTimeZone& zone);

/// The last moment of a local day, or latestExpiry() where that is earlier. Nothing where the day is not a day.
[[nodiscard]] std::optional<Instant> expiryOf(QDate day, Instant validatedAt, const QTimeZone& zone);

enum class DueState {
    Fine,
    Soon,    ///< Within 30 days: remind.
    Overdue, ///< The moment has come: suspended.
};

/// When the entry must have been justified anew: at its expiry, and never later than a calendar year after the last justification.
[[nodiscard]] Instant dueAt(const AlertEntry& entry, const QTimeZone& zone);
[[nodiscard]] DueState dueState(const AlertEntry& entry, Instant now, const QTimeZone& zone);
/// Local days from now's to the due one's; negative: so many days ago.
[[nodiscard]] qint64 daysUntilDue(const AlertEntry& entry, Instant now, const QTimeZone& zone);

/// A clock that was set back makes nothing younger: the latest moment that was ever seen counts.
[[nodiscard]] Instant trustedNow(Instant clock, Instant latestSeen);

/// 14 days after it came without a verdict.
[[nodiscard]] bool verdictIsMissing(std::optional<Instant> oldestUnjudgedHit, Instant now);

/// What the program itself suspends an active entry for; None: nothing. Of several, the one that is hardest to undo.
[[nodiscard]] Suspension suspensionDue(const AlertEntry& entry, std::optional<Instant> oldestUnjudgedHit, bool ownerOnRoster, Instant now,
                                       const QTimeZone& zone);

} // namespace casebound
