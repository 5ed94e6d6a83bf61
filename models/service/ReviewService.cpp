#include "service/ReviewServicePrivate.h"

namespace casebound {

using namespace Qt::StringLiterals;

namespace {

/// The indicators of a period look back this far, at most.
int contextDays(const ReviewPolicy& policy)
{
    return std::max({policy.repeatDays, policy.manyDays, policy.exceptionDays});
}

} // namespace

std::optional<Instant> ReviewService::Private::begunAt() const
{
    const auto first = parts.log.entries(0, 1);
    const auto part = first.empty() ? std::unexpected(EntryProblem::BadValue) : parsePublicPart(first.front().publicBytes);
    return part ? std::optional(part->at) : std::nullopt;
}

IndicatorFacts ReviewService::Private::facts(const Review& review) const
{
    IndicatorFacts facts{.policy = parts.policy, .zone = parts.zone, .now = parts.clock.now(), .roster = parts.profile.roster};
    facts.findCase = [this](const QString& number) -> std::optional<CaseFact> {
        const auto record = parts.cases.find(CaseNumber(number));
        if (!record)
            return std::nullopt;
        return CaseFact{.matter = record->matter, .openedAt = record->openedAt, .closedAt = record->closedAt};
    };
    if (!parts.policy.conflictSalt.isEmpty())
        facts.markOf = [salt = parts.policy.conflictSalt](const QString& plate) { return toBytes(sha256(salt + plate.toUtf8())); };
    for (const AlertEntry& alert : parts.alerts.all()) {
        if (alert.state == AlertState::Active)
            facts.alerts.push_back({.alertId = alert.id.text(),
                                    .plate = alert.plate.text(),
                                    .caseNumber = alert.caseNumber.text(),
                                    .lastValidated = alert.validatedAt});
    }
    std::vector<Review> before = fold();
    std::erase_if(before, [&](const Review& one) { return one.opened >= review.opened; });
    facts.lastReviewSigned = reviewedUpTo(before);
    if (!parts.log.isWritable())
        facts.logFault = u"stopped"_s;
    return facts;
}

void ReviewService::Private::take(Review review)
{
    drawn = parts.store.holds(review.opening.id);
    items = parts.store.items(review.opening.id);
    current = std::move(review);
    for (const auto& [entry, decision] : current->decisions) {
        // Judged, and not in the store: the program ended in between, or the store is another one.
        if (ReviewItem* known = find(entry))
            known->decision = decision;
        else
            insert({.sequence = entry, .causes = chosen(), .owner = {}, .decision = decision});
    }
    startReading();
}

void ReviewService::Private::startReading()
{
    reader.reset();
    if (!q.missing().isEmpty())
        return;
    const ReviewOpening& opening = current->opening;
    reader = std::make_unique<ReviewReader>(parts.log, opening.period, current->opened, facts(*current), contextDays(parts.policy));
    for (const ReviewedLog& covered : opening.others)
        reader->add(otherAt(covered), covered);
}

ReviewService::ReviewService(Parts parts) : d(std::make_unique<Private>(*this, std::move(parts))) {}
ReviewService::~ReviewService() = default;

std::optional<int> ReviewService::overdueDays() const
{
    const auto since = d->mayReview() ? d->reviewedUpTo(d->fold()) : std::nullopt;
    if (!since)
        return std::nullopt;
    const auto days = std::chrono::floor<std::chrono::days>(d->parts.clock.now() - *since).count();
    return days > d->parts.policy.periodDays ? std::optional(static_cast<int>(days)) : std::nullopt;
}

std::vector<Review> ReviewService::reviews() const
{
    if (!may(d->parts.actor, Action::LookAtLog))
        return {};
    std::vector<Review> list = d->fold();
    std::ranges::reverse(list);
    return list;
}

std::optional<ReviewOffer> ReviewService::offer() const
{
    if (!d->mayReview())
        return std::nullopt;
    const std::vector<Review>& reviews = d->fold();
    const Review* last = lastSigned(reviews);
    const auto from = d->reviewedUpTo(reviews);
    const Instant now = d->parts.clock.now();
    if (!from || *from >= now)
        return std::nullopt;
    return ReviewOffer{.from = *from,
                       .latest = std::min<Instant>(now, *from + std::chrono::days(d->parts.policy.periodDays)),
                       .first = last ? last->opening.period.end : 0};
}

ReviewOutcome<QString> ReviewService::open(Instant to)
{
    if (auto why = d->refused(Action::OpenReview))
        return std::unexpected(*std::move(why));
    if (!d->parts.log.isWritable())
        return refuseReview(ReviewProblem::NotInOrder);
    const std::vector<Review>& reviews = d->fold();
    if (std::ranges::contains(reviews, ReviewState::Open, &Review::state))
        return refuseReview(ReviewProblem::StillOpen);
    const auto offered = offer();
    if (!offered)
        return refuseReview(ReviewProblem::NothingToReview);
    if (to <= offered->from || to > offered->latest)
        return refuseReview(ReviewProblem::BadPeriod);
    const ReviewOpening opening{
        .id = QueryId::create(d->parts.clock.now()).text(),
        .period = {.from = offered->from,
                   .to = to,
                   .first = offered->first,
                   .end = ReviewReader::firstAt(OwnRows(d->parts.log), to, offered->first)},
        .sizes = {.percent = d->parts.policy.samplePercent, .least = d->parts.policy.sampleLeast, .most = d->parts.policy.sampleMost},
        // Named before anybody knows what will be drawn: no other copy of a log can take its place afterwards.
        .others = d->coveredOthers(offered->from, to)};
    AuditRecord record = plainRecord(AuditEvent::ReviewOpened);
    record.from = opening.period.from;
    record.to = opening.period.to;
    record.note = QString::fromUtf8(writeReviewOpening(opening, QString::fromUtf8(d->parts.log.origin())));
    if (const auto done = d->append(record); !done)
        return std::unexpected(done.error());
    d->folded.reset();
    if (auto taken = goOn(opening.id); !taken)
        return std::unexpected(taken.error());
    return opening.id;
}

ReviewOutcome<void> ReviewService::goOn(const QString& id)
{
    if (auto why = d->refused(Action::LookAtLog))
        return std::unexpected(*std::move(why));
    for (const Review& review : d->fold()) {
        if (review.opening.id != id)
            continue;
        d->take(review);
        Q_EMIT changed();
        return {};
    }
    return refuseReview(ReviewProblem::NotFound);
}

ReviewOutcome<bool> ReviewService::read(std::size_t entries)
{
    if (!d->reader)
        return refuseReview(d->current ? ReviewProblem::LogsMissing : ReviewProblem::NotFound);
    const bool done = d->reader->read(entries);
    if (d->reader->fault())
        return refuseReview(ReviewProblem::NotInOrder);
    if (done) {
        for (ReviewItem& item : d->items) {
            if (item.owner.isEmpty())
                item.owner = d->reader->ownerOf(item.sequence);
        }
        Q_EMIT changed();
    }
    return done;
}

std::pair<std::uint64_t, std::uint64_t> ReviewService::readSoFar() const
{
    return d->reader ? std::pair(d->reader->done(), d->reader->total()) : std::pair<std::uint64_t, std::uint64_t>();
}

bool ReviewService::isRead() const
{
    return d->isRead();
}

bool ReviewService::isInOrder() const
{
    return (d->parts.log.isWritable() || d->parts.log.isShut()) && !(d->reader && d->reader->fault());
}

std::vector<std::uint64_t> ReviewService::Private::drawSampleOf(const ReviewOpening& opening) const
{
    const auto& candidates = reader->candidates();
    const std::size_t size = sampleSize(candidates.size(), opening.sizes.percent, opening.sizes.least, opening.sizes.most);
    if (opening.others.empty())
        return drawSample(reader->openedRoot(), opening.period, candidates, size);
    std::vector<ReviewedLog> logs{{.origin = QString::fromUtf8(parts.log.origin()),
                                   .size = current->opened + 1,
                                   .root = reader->openedRoot(),
                                   .first = opening.period.first,
                                   .end = opening.period.end}};
    logs.insert(logs.end(), opening.others.begin(), opening.others.end());
    return drawTogether(logs, opening.period.from, opening.period.to, candidates, size);
}

ReviewOutcome<void> ReviewService::draw()
{
    if (auto why = d->refused(Action::OpenReview))
        return std::unexpected(*std::move(why));
    if (!d->isRead())
        return refuseReview(d->reader && d->reader->fault() ? ReviewProblem::NotInOrder : ReviewProblem::NotRead);
    const ReviewOpening& opening = d->current->opening;
    std::vector<ReviewItem> list = d->reader->mustReview();
    for (const std::uint64_t entry : d->drawSampleOf(opening)) {
        auto place = std::ranges::lower_bound(list, entry, {}, &ReviewItem::sequence);
        if (place == list.end() || place->sequence != entry)
            place = list.insert(place, {.sequence = entry, .causes = {}, .owner = d->reader->ownerOf(entry)});
        place->causes.add(ReviewCause::Sample);
    }
    // What a reviewer took up before stays.
    for (const ReviewItem& item : d->items) {
        auto place = std::ranges::lower_bound(list, item.sequence, {}, &ReviewItem::sequence);
        if (place == list.end() || place->sequence != item.sequence) {
            if (item.causes.has(ReviewCause::Chosen))
                list.insert(place, item);
        } else {
            place->decision = item.decision;
        }
    }
    if (auto done = d->parts.store.putItems(opening.id, d->current->opened, list); !done)
        return refuseReview(done.error());
    d->items = std::move(list);
    d->drawn = true;
    Q_EMIT changed();
    return {};
}

bool ReviewService::isDrawn() const
{
    return d->drawn;
}

} // namespace casebound
