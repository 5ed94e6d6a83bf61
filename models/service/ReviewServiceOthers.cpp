// Logs of other workstations beside this one.
#include "ledger/Checkpoint.h"
#include "service/Answers.h"
#include "service/ReviewServicePrivate.h"

namespace casebound {

using namespace Qt::StringLiterals;

namespace {

/// The name at the end of "casebound/<office>/<workstation>".
QString workstationIn(const QString& origin)
{
    return origin.section(u'/', 2);
}

/// Of the entries 0 … size−1.
std::optional<Hash> rootAt(const LogRows& rows, std::uint64_t size)
{
    constexpr std::size_t atOnce = 4'096;
    MerkleTree tree;
    while (tree.size() < size) {
        const auto wanted = static_cast<std::size_t>(std::min<std::uint64_t>(atOnce, size - tree.size()));
        const auto leaves = rows.leafHashes(tree.size(), wanted);
        if (leaves.size() != wanted)
            return std::nullopt;
        for (const Hash& leaf : leaves)
            tree.add(leaf);
    }
    return tree.root();
}

/// A log that follows one kept aside is called after its workstation, with a mark behind a dot.
KeyOfLog keysOf(const OfficeProfile& profile)
{
    return [office = profile.office, workstations = profile.workstations](const QByteArray& origin) -> QByteArray {
        const WorkstationKey* best = nullptr;
        for (const WorkstationKey& one : workstations) {
            const auto name = checkpointOrigin(office, one.name);
            if (name && (origin == *name || origin.startsWith(*name + '.')) && (!best || best->name.size() < one.name.size()))
                best = &one;
        }
        const auto key = best ? VerifierKey::fromPublicKey(origin, best->publicKeyDer) : std::nullopt;
        return key ? key->text() : QByteArray();
    };
}

} // namespace

std::shared_ptr<const OtherLog> ReviewService::Private::otherAt(const ReviewedLog& covered) const
{
    const auto found = others.find(covered.origin.toUtf8());
    return found == others.end() || found->second->head().size < covered.size ? nullptr : found->second;
}

std::optional<ReviewedLog> ReviewService::Private::reviewedBefore(const QString& origin) const
{
    std::optional<ReviewedLog> before;
    for (const Review& review : fold()) {
        const auto& covered = review.opening.others;
        const auto found = std::ranges::find(covered, origin, &ReviewedLog::origin);
        if (!review.signatures.empty() && found != covered.end() && (!before || found->end >= before->end))
            before = *found;
    }
    return before;
}

std::optional<OtherLogProblem> ReviewService::Private::problemOf(const OtherLog& other) const
{
    const QString origin = other.origin();
    const LogHead head = other.head();
    if (origin.toUtf8() == parts.log.origin())
        return OtherLogProblem::OwnLog;
    if (!others.contains(origin.toUtf8()) && others.size() >= mostOtherLogs)
        return OtherLogProblem::TooMany;
    if (const auto before = reviewedBefore(origin)) {
        if (head.size < before->size)
            return OtherLogProblem::Shorter;
        if (rootAt(other, before->size) != before->root)
            return OtherLogProblem::OtherHistory;
    }
    if (current) {
        const auto& covered = current->opening.others;
        const auto found = std::ranges::find(covered, origin, &ReviewedLog::origin);
        if (found != covered.end() && (head.size < found->size || rootAt(other, found->size) != found->root))
            return OtherLogProblem::OtherHead;
    }
    return std::nullopt;
}

std::vector<ReviewedLog> ReviewService::Private::coveredOthers(Instant from, Instant to) const
{
    std::vector<ReviewedLog> list;
    for (const auto& [origin, other] : others) {
        ReviewedLog covered{.origin = other->origin(), .size = other->head().size, .root = other->head().root};
        // From where the last review of it ended: nothing between two reviews is left out.
        const auto before = reviewedBefore(covered.origin);
        covered.first = before ? before->end : ReviewReader::firstAt(*other, from);
        covered.end = ReviewReader::firstAt(*other, to, covered.first);
        list.push_back(std::move(covered));
    }
    return list;
}

ReviewOutcome<void> ReviewService::openOther(const QString& folder)
{
    if (auto why = d->refused(Action::OpenReview))
        return std::unexpected(*std::move(why));
    if (d->openingOther)
        return refuseReview(ReviewProblem::Busy);
    if (!d->parts.openOther) {
        d->opened(std::unexpected(OtherLogRefusal{}));
        return {};
    }
    d->openingOther = true;
    // The check may outlive the service, which is then not told.
    whenAnswered(d->parts.openOther(folder, keysOf(d->parts.profile)), this, std::unexpected(OtherLogRefusal{}),
                 [this](const OtherLogResult& result) { d->opened(result); });
    return {};
}

void ReviewService::Private::opened(const OtherLogResult& result)
{
    openingOther = false;
    OtherLogEnd end;
    const auto problem = result ? problemOf(**result) : std::nullopt;
    if (!result)
        end.refused = result.error();
    else if (problem)
        end.refused = OtherLogRefusal{.problem = *problem};
    if (end.refused) {
        Q_EMIT q.otherOpened(end);
        return;
    }
    end.workstation = workstationIn((*result)->origin());
    const bool waited = current && q.missing().contains(end.workstation);
    // A review under way goes on with the copy it reads.
    const bool reads = current && reader && std::ranges::contains(current->opening.others, (*result)->origin(), &ReviewedLog::origin);
    if (!reads)
        others.insert_or_assign((*result)->origin().toUtf8(), *result);
    if (waited)
        startReading();
    Q_EMIT q.otherOpened(end);
    Q_EMIT q.changed();
}

bool ReviewService::isOpeningOther() const
{
    return d->openingOther;
}

std::vector<OtherDesk> ReviewService::others() const
{
    std::vector<OtherDesk> list;
    for (const auto& [origin, other] : d->others) {
        OtherDesk desk{.origin = other->origin(), .workstation = workstationIn(other->origin()), .entries = other->head().size};
        const auto last = desk.entries > 0 ? other->entries(desk.entries - 1, 1) : std::vector<StoredEntry>();
        const auto part = last.empty() ? std::unexpected(EntryProblem::BadValue) : parsePublicPart(last.front().publicBytes);
        if (part)
            desk.upTo = part->at;
        desk.inReview = d->current && std::ranges::contains(d->current->opening.others, desk.origin, &ReviewedLog::origin);
        list.push_back(std::move(desk));
    }
    return list;
}

void ReviewService::closeOther(const QString& origin)
{
    if (d->current && std::ranges::contains(d->current->opening.others, origin, &ReviewedLog::origin))
        return;
    if (d->others.erase(origin.toUtf8()) > 0)
        Q_EMIT changed();
}

QStringList ReviewService::missing() const
{
    QStringList names;
    if (!d->current)
        return names;
    for (const ReviewedLog& covered : d->current->opening.others) {
        if (!d->otherAt(covered))
            names.append(workstationIn(covered.origin));
    }
    return names;
}

QString ReviewService::workstationOf(std::uint64_t entry) const
{
    return workstationIn(d->originOf(entry));
}

QStringList ReviewService::workstations() const
{
    QStringList names{workstationIn(QString::fromUtf8(d->parts.log.origin()))};
    if (d->current) {
        for (const ReviewedLog& covered : d->current->opening.others)
            names.append(workstationIn(covered.origin));
    }
    return names;
}

} // namespace casebound
