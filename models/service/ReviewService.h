// Reviews of the log (R10; PIA p. 7, 16): opened over a period, sampled from the log's own head, judged item by item, signed with the
// reviewer's credential. The log is what is read and where every step stands; the store keeps only what is to be judged.
#pragma once

#include "domain/OfficeProfile.h"
#include "domain/ReviewPolicy.h"
#include "domain/RoleTable.h"
#include "ledger/ReviewEntries.h"
#include "ports/Credential.h"
#include "service/Failure.h"
#include "service/OtherLog.h"
#include "service/ReviewHistory.h"
#include "store/AlertTable.h"
#include "store/ReviewTable.h"

#include <QObject>

#include <functional>
#include <memory>
#include <variant>
#include <vector>

namespace casebound {

enum class ReviewProblem {
    NothingToReview, ///< The last signed review reaches up to now.
    BadPeriod,       ///< Its end is not after its beginning, in the future, or more days later than the policy gives a review.
    StillOpen,       ///< A review is open: go on with it.
    NotFound,
    NotRead,     ///< Its entries were not read yet.
    NotInOrder,  ///< The log is not what its head says.
    NotDrawn,    ///< The sample was not drawn.
    NoSuchEntry, ///< Not of the period, or nobody's act.
    NoteMissing, ///< A question or a referral says why.
    SignedItem,  ///< Judged and signed already.
    ItemsOpen,   ///< Something is left that the reviewer could judge.
    NothingToSign,
    CannotSign,  ///< The credential did not sign.
    LogsMissing, ///< It covers another workstation's log that is not open.
    Busy,        ///< A log is being opened.
};
using ReviewRefusal = std::variant<ServiceFailure, ReviewProblem>;
template <class T>
using ReviewOutcome = std::expected<T, ReviewRefusal>;

/// Where the next review begins, and how far it may reach.
struct ReviewOffer {
    Instant from{}, latest{}; ///< latest: now, or as many days after from as the policy gives one review.
    std::uint64_t first = 0;
};

struct ReviewProgress {
    std::size_t items = 0, open = 0; ///< Open ones the reviewer can judge.
    std::size_t own = 0;             ///< Open ones that are the reviewer's own.
};

struct SignedReview {
    std::uint64_t sequence = 0; ///< Of review.signed.
    bool whole = false;
    bool witnessed = false; ///< The head with it lies in the office's witness folder.
};

/// A log of another workstation that is open beside this one.
struct OtherDesk {
    QString origin, workstation;
    std::uint64_t entries = 0;
    Instant upTo{};        ///< Of its last entry.
    bool inReview = false; ///< The current review covers it.
};

/// What came of opening one.
struct OtherLogEnd {
    QString workstation; ///< Empty where it was refused.
    std::optional<OtherLogRefusal> refused{};
};

/// Lives on the window's thread. Data read for a review stays in memory while the session is locked, and goes with pause().
class ReviewService final : public QObject {
    Q_OBJECT

public:
    struct Parts {
        AuditLog& log;
        const CaseTable& cases;
        const AlertTable& alerts;
        ReviewTable& store;
        const OfficeProfile& profile;
        const Clock& clock;
        Actor actor;
        /// The signed-in person's credential, opened anew with its PIN.
        std::function<std::expected<std::unique_ptr<Credential>, SignInProblem>(const QString& pin)> credential;
        ReviewPolicy policy = {};
        QTimeZone zone = QTimeZone::systemTimeZone();
        /// Checks an exported log and opens it. On the window's thread; none: there is nothing to check with.
        std::function<QFuture<OtherLogResult>(const QString& folder, const KeyOfLog& keyOf)> openOther = {};
    };
    explicit ReviewService(Parts parts);
    ~ReviewService() override;

    /// For whom the role table lets open reviews; nothing for others, and where a review is not yet due. Days since the end of the last
    /// signed one (or the log's beginning), once they are more than the policy's. Cheap: asked at sign-in.
    [[nodiscard]] std::optional<int> overdueDays() const;
    /// Newest first; nothing for who may not review.
    [[nodiscard]] std::vector<Review> reviews() const;
    [[nodiscard]] std::optional<ReviewOffer> offer() const;

    /// review.opened, over the entries since the last signed review up to `to`. Its id; it is the current one then, and to be read.
    [[nodiscard]] ReviewOutcome<QString> open(Instant to);
    /// An exported log of another workstation, with its private parts: checked whole, against its key in the office profile and against
    /// what was reviewed of it before. The next review covers it, and one that was opened over it can go on. otherOpened() follows. Nothing
    /// of it is written to this log but what is judged.
    [[nodiscard]] ReviewOutcome<void> openOther(const QString& folder);
    [[nodiscard]] bool isOpeningOther() const;
    [[nodiscard]] std::vector<OtherDesk> others() const; ///< By origin.
    /// Not while the current review covers it.
    void closeOther(const QString& origin);
    /// Workstations whose logs the current review covers, and which are not open: it is not read before they are.
    [[nodiscard]] QStringList missing() const;
    /// Whose log an entry stands in: the name of the workstation.
    [[nodiscard]] QString workstationOf(std::uint64_t entry) const;
    /// Names of all that the current review covers, this one first.
    [[nodiscard]] QStringList workstations() const;

    /// Makes a review the current one, to be read: also after a pause, another sign-in, or for what somebody else left open.
    [[nodiscard]] ReviewOutcome<void> goOn(const QString& id);
    /// Reads on, about so many entries. True: all is read. NotInOrder: the log's hashes do not lead to its head; nothing can be signed.
    [[nodiscard]] ReviewOutcome<bool> read(std::size_t entries = 2'000);
    [[nodiscard]] std::pair<std::uint64_t, std::uint64_t> readSoFar() const; ///< Of how many.
    [[nodiscard]] bool isRead() const;
    [[nodiscard]] bool isInOrder() const; ///< As far as was read.

    /// The same sample whenever it is drawn. Adds what is judged in any case.
    [[nodiscard]] ReviewOutcome<void> draw();
    [[nodiscard]] bool isDrawn() const;
    /// review.item, in the words of a verdict. Entries are named by reviewEntry(). Any entry of the period that is somebody's act; one that
    /// is no item becomes one.
    [[nodiscard]] ReviewOutcome<void> judge(std::uint64_t entry, ItemVerdict verdict, const QString& note);
    /// Remembers where the reviewer was, and lets go of what was read. Decisions are in the log already.
    void pause(std::optional<std::uint64_t> place);
    [[nodiscard]] std::optional<std::uint64_t> placeBefore() const; ///< Of the current review.
    /// review.signed with the credential's signature, and a copy of the head to the witness folder. Refused while an item is open that
    /// the reviewer may judge, and where the log no longer holds: every hash and every entry of the period is read again.
    [[nodiscard]] ReviewOutcome<SignedReview> sign(const QString& pin);

    [[nodiscard]] std::optional<Review> current() const;
    [[nodiscard]] std::vector<ReviewItem> items() const; ///< By entry.
    [[nodiscard]] std::optional<ReviewItem> item(std::uint64_t entry) const;
    [[nodiscard]] bool isOwn(std::uint64_t entry) const; ///< The reviewer's own act.
    [[nodiscard]] ReviewProgress progress() const;
    /// Null until it is read.
    [[nodiscard]] const ReviewEntries* entries() const;
    /// Indicators, not findings.
    [[nodiscard]] const std::vector<IndicatorHit>& indicators() const;

Q_SIGNALS:
    void otherOpened(const casebound::OtherLogEnd& end);
    void changed(); ///< An entry was added, or another review is the current one.
    void logFailed(casebound::LogFault fault);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace casebound
