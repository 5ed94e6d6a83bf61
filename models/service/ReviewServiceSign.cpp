// Judging and signing.
#include "domain/Text.h"
#include "service/ReviewServicePrivate.h"

namespace casebound {

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype longestNote = 2'000;
}

ReviewStatement ReviewService::Private::statement(Instant now) const
{
    const LogHead head = parts.log.head();
    ReviewStatement made{.opening = current->opening,
                         .origin = QString::fromUtf8(parts.log.origin()),
                         .opened = current->opened,
                         .openedRoot = reader->openedRoot(),
                         .periodRoot = reader->periodRoot(),
                         .size = head.size,
                         .root = head.root,
                         .items = items.size(),
                         .signedBy = parts.actor.user,
                         .signedAt = now,
                         .checkpoint = QString::fromUtf8(parts.log.headNote())};
    QByteArray lines;
    for (const ReviewItem& item : items) {
        const QString word = item.decision ? itemVerdictWord(item.decision->verdict) : u"open"_s;
        if (logOf(item.sequence) > 0)
            lines += originOf(item.sequence).toUtf8() + ' ';
        lines += QByteArray::number(qulonglong(sequenceOf(item.sequence))) + ' ' + word.toLatin1() + '\n';
        if (!item.decision)
            ++made.left;
        else
            ++(item.decision->verdict == ItemVerdict::InOrder    ? made.inOrder
               : item.decision->verdict == ItemVerdict::Question ? made.question
                                                                 : made.refer);
    }
    made.itemsSha256 = sha256(lines);
    return made;
}

ReviewOutcome<void> ReviewService::judge(std::uint64_t entry, ItemVerdict verdict, const QString& note)
{
    if (auto why = d->refused(Action::ReviewItem))
        return std::unexpected(*std::move(why));
    if (!d->isRead())
        return refuseReview(isInOrder() ? ReviewProblem::NotRead : ReviewProblem::NotInOrder);
    if (!d->drawn)
        return refuseReview(ReviewProblem::NotDrawn);
    const UserId owner = d->reader->ownerOf(entry);
    if (owner.isEmpty())
        return refuseReview(ReviewProblem::NoSuchEntry);
    if (auto why = refusedByRole(d->parts.log, d->parts.actor, Action::ReviewItem, owner, d->failed()))
        return std::unexpected(ReviewRefusal(*std::move(why)));
    ReviewItem* known = d->find(entry);
    if (known && d->isSigned(*known))
        return refuseReview(ReviewProblem::SignedItem);
    const QString words = bounded(withoutHiddenCharacters(note).trimmed(), longestNote);
    if (words.isEmpty() && verdict != ItemVerdict::InOrder)
        return refuseReview(ReviewProblem::NoteMissing);
    const ReviewItemNote said{.review = d->current->opening.id,
                              .log = logOf(entry) == 0 ? QString() : d->originOf(entry),
                              .entry = sequenceOf(entry),
                              .owner = owner,
                              .verdict = verdict,
                              .note = words};
    AuditRecord record = plainRecord(AuditEvent::ReviewItem, itemVerdictWord(verdict));
    record.note = QString::fromUtf8(writeReviewItem(said));
    const auto sequence = d->append(record);
    if (!sequence)
        return std::unexpected(sequence.error());
    const ItemDecision decision{
        .verdict = verdict, .note = words, .by = d->parts.actor.user, .at = d->parts.clock.now(), .sequence = *sequence};
    d->current->decisions.insert_or_assign(entry, decision);
    d->keepInStep();
    ReviewOutcome<void> done;
    if (known) {
        known->decision = decision;
    } else {
        ReviewItem item{.sequence = entry, .causes = Private::chosen(), .owner = owner, .decision = decision};
        if (auto kept = d->parts.store.addItem(d->current->opening.id, item); !kept)
            done = refuseReview(kept.error()); // it is judged all the same: the log says so
        d->insert(std::move(item));
    }
    Q_EMIT changed();
    return done;
}

void ReviewService::pause(std::optional<std::uint64_t> place)
{
    if (!d->current)
        return;
    // A convenience: where it cannot be kept, the review goes on from its first open item.
    if (d->drawn)
        (void)d->parts.store.setPause(d->current->opening.id, {.place = place, .at = d->parts.clock.now()});
    d->reader.reset();
    d->items.clear();
    d->current.reset();
    d->drawn = false;
    Q_EMIT changed();
}

std::optional<std::uint64_t> ReviewService::placeBefore() const
{
    return d->current ? d->parts.store.pauseOf(d->current->opening.id).place : std::nullopt;
}

ReviewOutcome<SignedReview> ReviewService::sign(const QString& pin)
{
    if (auto why = d->refused(Action::SignReview))
        return std::unexpected(*std::move(why));
    if (!d->isRead())
        return refuseReview(isInOrder() ? ReviewProblem::NotRead : ReviewProblem::NotInOrder);
    if (!d->drawn)
        return refuseReview(ReviewProblem::NotDrawn);
    const auto& signatures = d->current->signatures;
    const auto isNew = [&](const auto& judged) { return judged.second.sequence > signatures.back().sequence; };
    if (!signatures.empty() && std::ranges::none_of(d->current->decisions, isNew))
        return refuseReview(ReviewProblem::NothingToSign);
    if (progress().open > 0)
        return refuseReview(ReviewProblem::ItemsOpen);
    if (!d->reader->stillHolds())
        return refuseReview(ReviewProblem::NotInOrder);

    auto credential = d->parts.credential(pin);
    if (!credential)
        return refuseReview(credential.error());
    const RosterUser* person = d->parts.profile.user(d->parts.actor.user);
    if (!person || (*credential)->certificateSha256() != person->certificateSha256)
        return refuseReview(SignInProblem::FingerprintDiffers);
    const Instant now = d->parts.clock.now();
    const ReviewStatement statement = d->statement(now);
    const QByteArray bytes = writeReviewStatement(statement);
    const auto signature = bytes.isEmpty() ? std::unexpected(CredentialFault::Unusable) : (*credential)->sign(bytes);
    if (!signature)
        return refuseReview(ReviewProblem::CannotSign);

    AuditRecord record = plainRecord(AuditEvent::ReviewSigned, statement.left == 0 ? u"whole"_s : u"own_left"_s);
    record.from = statement.opening.period.from;
    record.to = statement.opening.period.to;
    record.note = QString::fromUtf8(writeSignedReview(bytes, *signature));
    const auto sequence = d->append(record);
    if (!sequence)
        return std::unexpected(sequence.error());
    d->current->signatures.push_back({.by = statement.signedBy, .at = now, .sequence = *sequence, .whole = statement.left == 0});
    d->keepInStep();
    const SignedReview made{.sequence = *sequence, .whole = statement.left == 0, .witnessed = d->parts.log.writeWitness()};
    Q_EMIT changed();
    return made;
}

std::optional<Review> ReviewService::current() const
{
    return d->current;
}

std::vector<ReviewItem> ReviewService::items() const
{
    return d->items;
}

std::optional<ReviewItem> ReviewService::item(std::uint64_t entry) const
{
    const ReviewItem* known = d->find(entry);
    return known ? std::optional(*known) : std::nullopt;
}

bool ReviewService::isOwn(std::uint64_t entry) const
{
    return d->isRead() && d->reader->ownerOf(entry) == d->parts.actor.user;
}

ReviewProgress ReviewService::progress() const
{
    ReviewProgress progress{.items = d->items.size()};
    for (const ReviewItem& item : d->items) {
        if (!item.decision)
            ++(mayDecide(d->parts.actor.user, item.owner) ? progress.open : progress.own);
    }
    return progress;
}

const ReviewEntries* ReviewService::entries() const
{
    return d->isRead() && may(d->parts.actor, Action::LookAtLog) ? &d->reader->entries() : nullptr;
}

const std::vector<IndicatorHit>& ReviewService::indicators() const
{
    static const std::vector<IndicatorHit> none;
    return d->isRead() ? d->reader->hits() : none;
}

} // namespace casebound
