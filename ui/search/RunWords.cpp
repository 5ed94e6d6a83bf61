#include "ui/search/RunWords.h"

#include "ui/Words.h"

#include <algorithm>

namespace casebound {

namespace {

QString number(std::int64_t value)
{
    return QLocale().toString(static_cast<qlonglong>(value));
}

/// What is left of a query that did not come to its end.
QString rest(const QueryRun& run)
{
    const auto arrived = static_cast<std::int64_t>(run.reads().size());
    if (arrived == 0)
        return RunWords::tr("No read of it is here.");
    if (run.total() < 0)
        return RunWords::tr("%1 reads that arrived are kept here, marked incomplete.").arg(number(arrived));
    return RunWords::tr("%1 of %2 reads arrived before; they are kept here, marked incomplete.").arg(number(arrived), number(run.total()));
}

} // namespace

RunWords::Notice RunWords::notice(const QueryRun& run)
{
    const auto arrived = static_cast<std::int64_t>(run.reads().size());
    switch (run.state()) {
    case QueryRun::State::Sending: return {Tone::Info, tr("Written to the audit log and sent. Waiting for the vendor’s answer."), true};
    case QueryRun::State::Loading:
        return {Tone::Info,
                run.total() < 0 ? tr("%1, still loading").arg(number(arrived))
                                : tr("%1 of %2, still loading").arg(number(arrived), number(run.total())),
                true};
    case QueryRun::State::Complete: {
        const std::int64_t near = run.nearCount(), exact = arrived - near;
        QStringList parts;
        if (exact == 0)
            parts.append(tr("Complete: no reads."));
        else
            parts.append((exact == 1 ? tr("Complete: %1 read. It is a lead, not a match, until you have checked its picture.")
                                     : tr("Complete: %1 reads. Each is a lead, not a match, until you have checked its picture."))
                             .arg(number(exact)));
        if (run.duplicates() > 0)
            parts.append(tr("Repeats dropped: %1.").arg(number(run.duplicates())));
        return {exact == 0 ? Tone::Info : Tone::Good, parts.join(u' '), false};
    }
    case QueryRun::State::Failed:
        return {Tone::Bad, run.failure() ? QStringLiteral("%1 %2").arg(Words::of(*run.failure()).whole(), rest(run)) : rest(run), false};
    case QueryRun::State::Unknown:
        return {Tone::Bad,
                tr("The query was sent, and no answer came. Whether the vendor carried it out is not known, and the audit log says so. %1 "
                   "Search again if you still need it; that is a new query.")
                    .arg(rest(run)),
                false};
    case QueryRun::State::Withdrawn:
        return {Tone::Caution, tr("You cancelled this query, and the audit log says so. %1").arg(rest(run)), false};
    case QueryRun::State::Ended: return {Tone::Info, tr("The results of this query were discarded."), false};
    }
    return {};
}

QString RunWords::title(const QueryRun& run)
{
    const QueryTerms& terms = run.terms();
    return tr("%1 (%2), case %3, %4")
        .arg(terms.plate.text(), terms.jurisdiction.text(), terms.caseNumber.text(),
             toDateTime(run.sentAt()).toLocalTime().toString(u"HH:mm"));
}

QString RunWords::expiry(const QueryRun& run, Instant now)
{
    const auto left = std::max<std::int64_t>(0, std::chrono::floor<std::chrono::minutes>(run.expiresAt() - now).count());
    const QString at = toDateTime(run.expiresAt()).toLocalTime().toString(u"HH:mm");
    QString in;
    if (left >= 120)
        in = tr("%1 hours").arg(left / 60);
    else
        in = left == 1 ? tr("1 minute") : tr("%1 minutes").arg(left);
    return tr("What you do not keep is discarded at %1 (in %2), or when you close the query or sign out.").arg(at, in);
}

std::int64_t RunWords::keptCount(const QueryRun& run)
{
    std::int64_t kept = 0;
    for (std::size_t i = 0; i < run.reads().size(); ++i)
        kept += run.isKept(i) ? 1 : 0;
    return kept;
}

QString RunWords::receipt(const QueryRun& run, bool expired)
{
    const auto returned = static_cast<std::int64_t>(run.reads().size());
    const std::int64_t kept = keptCount(run);
    const QString start = expired ? tr("The query’s time is over, so its results were discarded.") : tr("Query closed.");
    return tr("%1 Returned %2, kept %3, discarded %4. The audit log holds this receipt.")
        .arg(start, number(returned), number(kept), number(returned - kept));
}

} // namespace casebound
