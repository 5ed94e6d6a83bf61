#include "domain/RosterComparison.h"

#include <QHash>

#include <algorithm>

namespace casebound {

using namespace Qt::StringLiterals;

namespace {

/// By the rule of sign-in: a record without an end is none.
bool isInForce(const RosterUser& user, QDate today)
{
    return user.trainedOn && user.trainingExpiresOn && *user.trainedOn <= today && *user.trainingExpiresOn >= today;
}

QString ofDates(const std::optional<QDate>& from, const std::optional<QDate>& to)
{
    const auto text = [](const std::optional<QDate>& day) { return day ? day->toString(Qt::ISODate) : u"–"_s; };
    return !from && !to ? QString() : text(from) + u" / "_s + text(to);
}

bool datesDiffer(const RosterUser& ours, const VendorUser& theirs)
{
    return (theirs.trainedOn && theirs.trainedOn != ours.trainedOn) ||
           (theirs.trainingExpiresOn && theirs.trainingExpiresOn != ours.trainingExpiresOn);
}

} // namespace

RosterComparison compareRoster(const std::vector<RosterUser>& roster, const std::vector<VendorUser>& users, QDate today,
                               const std::set<UserId>& revoked)
{
    RosterComparison out;
    out.counts.onRoster = std::ssize(roster);
    out.counts.atVendor = std::ssize(users);
    QHash<QString, const VendorUser*> accounts;
    accounts.reserve(std::ssize(users));
    for (const VendorUser& user : users)
        accounts.insert(user.userId, &user);
    const auto say = [&](RosterIssue issue, const QString& userId, const QString& ours, const QString& theirs) {
        out.findings.push_back({.issue = issue, .userId = userId, .ours = ours, .theirs = theirs});
    };
    for (const RosterUser& person : roster) {
        const QString& id = person.id.text();
        const VendorUser* account = accounts.take(id);
        const std::size_t before = out.findings.size();
        if (!account) {
            say(RosterIssue::NotAtVendor, id, person.name, {});
            continue;
        }
        const QString dates = ofDates(person.trainedOn, person.trainingExpiresOn);
        if (!account->active)
            say(RosterIssue::ClosedAtVendor, id, person.name, account->name);
        if (account->active && revoked.contains(person.id))
            say(RosterIssue::Revoked, id, person.name, account->name);
        if (account->active && !isInForce(person, today))
            say(RosterIssue::Untrained, id, dates, {});
        if (account->name.trimmed() != person.name.trimmed())
            say(RosterIssue::NameDiffers, id, person.name, account->name);
        if (datesDiffer(person, *account))
            say(RosterIssue::TrainingDiffers, id, dates, ofDates(account->trainedOn, account->trainingExpiresOn));
        out.counts.agree += out.findings.size() == before ? 1 : 0;
    }
    for (const VendorUser* stranger : std::as_const(accounts)) {
        if (stranger->active)
            say(RosterIssue::NotOnRoster, stranger->userId, {}, stranger->name);
        else
            ++out.counts.left;
    }
    std::ranges::sort(out.findings, [](const RosterFinding& a, const RosterFinding& b) {
        return a.issue != b.issue ? a.issue < b.issue : a.userId < b.userId;
    });
    return out;
}

QString wordOf(RosterIssue issue)
{
    switch (issue) {
    case RosterIssue::NotOnRoster: return u"not_on_roster"_s;
    case RosterIssue::Revoked: return u"certificate_not_good"_s;
    case RosterIssue::Untrained: return u"untrained"_s;
    case RosterIssue::NotAtVendor: return u"not_at_vendor"_s;
    case RosterIssue::ClosedAtVendor: return u"closed_at_vendor"_s;
    case RosterIssue::NameDiffers: return u"name_differs"_s;
    case RosterIssue::TrainingDiffers: return u"training_differs"_s;
    }
    return {};
}

} // namespace casebound
