#include "support/MisuseMaker.h"

#include <QCryptographicHash>
#include <QUuid>

#include <algorithm>

namespace casebound {

using namespace Qt::StringLiterals;

namespace {

QByteArray markOf(const QString& plate)
{
    return QCryptographicHash::hash("made-up salt" + plate.toUtf8(), QCryptographicHash::Sha256);
}

} // namespace

ActOffice::ActOffice(quint32 seed) : random(seed)
{
    facts.zone = QTimeZone("America/New_York");
    facts.now = at(lastDay, 9 * 60);
    facts.markOf = markOf;
}

Instant ActOffice::at(QDate day, int minuteOfDay) const
{
    return toInstant(QDateTime(day, QTime(0, 0), facts.zone)) + std::chrono::minutes(minuteOfDay);
}

QString ActOffice::uuid()
{
    QByteArray bytes(16, Qt::Uninitialized);
    for (char& byte : bytes)
        byte = static_cast<char>(random.generate());
    return QUuid::fromRfc4122(bytes).toString(QUuid::WithoutBraces);
}

QString ActOffice::freshPlate()
{
    return u"ZZ%1"_s.arg(++m_plate, 6, 36, '0'_L1).toUpper();
}

QString ActOffice::openCase(Matter matter, Instant since, std::optional<Instant> until)
{
    const QString number = u"MADEUP-2026-%1"_s.arg(++m_case, 6, 10, '0'_L1);
    m_cases.insert(number, {.matter = matter, .openedAt = since, .closedAt = until});
    return number;
}

void ActOffice::hire(const QString& user, QDate trained, QDate expires)
{
    RosterUser person;
    person.id = UserId(user);
    person.trainedOn = trained;
    person.trainingExpiresOn = expires;
    facts.roster.push_back(person);
}

void ActOffice::declare(DeclaredPlate::Kind kind, const QString& user, const QString& plate)
{
    facts.policy.declared.push_back({.kind = kind, .user = UserId(user), .mark = markOf(plate)});
}

void ActOffice::watch(const QString& plate)
{
    facts.policy.watched.push_back(markOf(plate));
}

void ActOffice::addAlert(const QString& caseNumber, Instant validated, std::uint64_t placeholder)
{
    facts.alerts.push_back(
        {.alertId = uuid(), .plate = freshPlate(), .caseNumber = caseNumber, .lastValidated = validated, .sequence = placeholder});
}

std::size_t ActOffice::newPlant(Indicator indicator, const QString& variant, bool misuse)
{
    m_plants.push_back({.indicator = indicator, .variant = variant, .misuse = misuse});
    return m_plants.size() - 1;
}

MadeQuarter ActOffice::finish()
{
    std::ranges::stable_sort(m_made, {}, [](const Made& made) { return made.act.at; });
    MadeQuarter quarter;
    for (Made& made : m_made) {
        made.act.sequence = quarter.acts.size();
        if (made.plant >= 0)
            m_plants[std::size_t(made.plant)].entries.push_back(made.act.sequence);
        else
            ++quarter.ordinary;
        quarter.acts.push_back(std::move(made.act));
    }
    for (AlertFact& alert : facts.alerts) // a plant of an alert has one entry, and the alert names it
        alert.sequence = m_plants[alert.sequence].entries.front();
    quarter.plants = std::move(m_plants);
    quarter.facts = facts;
    quarter.facts.findCase = [cases = m_cases](const QString& number) -> std::optional<CaseFact> {
        const auto found = cases.constFind(number);
        return found == cases.cend() ? std::nullopt : std::optional(*found);
    };
    return quarter;
}

} // namespace casebound
