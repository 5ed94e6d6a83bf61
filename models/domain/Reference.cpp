#include "domain/Reference.h"

#include "domain/ReferenceFile.h"
#include "domain/Text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace casebound {

namespace {

constexpr auto OtherCriminal = "other_criminal"_L1;

template <class Row, class Id>
const Row* find(const std::vector<Row>& rows, const Id& id, Id Row::* member)
{
    const auto found = std::ranges::find(rows, id, member);
    return found == rows.end() ? nullptr : &*found;
}

LimitKind limitKind(const QString& text)
{
    if (text == "years"_L1) {
        return LimitKind::Years;
    }
    if (text == "none"_L1) {
        return LimitKind::None;
    }
    if (text == "victim_life_or_years"_L1) {
        return LimitKind::VictimLifeOrYears;
    }
    qFatal("Reference data is malformed: limit_kind %s", qPrintable(text));
}

} // namespace

const Reference& Reference::builtIn()
{
    static const Reference reference;
    return reference;
}

Reference::Reference()
{
    loadOffences();
    loadReasons();
    loadPlates();
    loadBanner();
}

void Reference::loadOffences()
{
    const QJsonObject file = referenceFile("limitations.json"_L1);
    m_limitationsAsOf = requiredText(file, "as_of"_L1);
    for (const QJsonValue& value : requiredArray(file, "rows"_L1)) {
        const QJsonObject row = value.toObject();
        Offence offence{
            .id = OffenceId(requiredText(row, "id"_L1)),
            .group = requiredText(row, "group"_L1),
            .label = requiredText(row, "label"_L1),
            .offenceStatute = requiredText(row, "offence_statute"_L1),
            .limitationStatute = requiredText(row, "limitation_statute"_L1),
            .kind = limitKind(requiredText(row, "limit_kind"_L1)),
            .years = row.value("limit_years"_L1).toInt(),
            .hasDeathVariant = !row.value("death_variant"_L1).toString().isEmpty(),
            .notes = row.value("notes"_L1).toString(),
            .verification = sourceMark(row),
        };
        if ((offence.kind == LimitKind::Years) != (offence.years > 0)) {
            qFatal("Reference data is malformed: limit_years of %s", qPrintable(offence.id.text()));
        }
        m_offences.push_back(std::move(offence));
    }
}

void Reference::loadReasons()
{
    const QJsonObject file = referenceFile("reasons.json"_L1);
    for (const QJsonValue& groupValue : requiredArray(file, "groups"_L1)) {
        const QJsonObject group = groupValue.toObject();
        for (const QJsonValue& value : requiredArray(group, "items"_L1)) {
            const QJsonObject item = value.toObject();
            const QString matter = requiredText(item, "matter_type"_L1);
            if (matter == "none"_L1) {
                continue; // oversight: no plate query
            }
            Reason reason{
                .code = ReasonCode(requiredText(item, "id"_L1)),
                .label = requiredText(item, "label"_L1),
                .groupLabel = requiredText(group, "label"_L1),
                .matter = matter == "criminal"_L1 ? Matter::Criminal : Matter::Administrative,
                .offences = {},
                .anyOffence = item.value("any_offence"_L1).toBool(),
                .pia = item.value("pia"_L1).toString(),
                .verification = sourceMark(item),
            };
            for (const QString& id : texts(item, "limitation_ids"_L1)) {
                if (offence(OffenceId(id)) == nullptr) {
                    qFatal("Reference data is malformed: offence %s", qPrintable(id));
                }
                reason.offences.emplace_back(id);
            }
            m_reasons.push_back(std::move(reason));
        }
    }
    // No offence is out of reach: what no reason lists is chosen under "other criminal investigation".
    const auto other = std::ranges::find(m_reasons, ReasonCode(OtherCriminal), &Reason::code);
    if (other == m_reasons.end()) {
        qFatal("Reference data is malformed: no other_criminal reason");
    }
    for (const Offence& row : m_offences) {
        if (std::ranges::none_of(m_reasons, [&](const Reason& reason) { return std::ranges::contains(reason.offences, row.id); })) {
            other->offences.push_back(row.id);
        }
    }
    for (const QJsonValue& value : requiredArray(file, "query_purpose"_L1)) {
        const QJsonObject item = value.toObject();
        m_purposes.push_back({.id = PurposeId(requiredText(item, "id"_L1)),
                              .label = requiredText(item, "label"_L1),
                              .pia = item.value("pia"_L1).toString()});
    }
}

void Reference::loadPlates()
{
    const QJsonObject file = referenceFile("plates.json"_L1);
    for (const QJsonValue& value : requiredArray(file, "jurisdictions"_L1)) {
        const QJsonObject row = value.toObject();
        Jurisdiction jurisdiction{
            .key = JurisdictionKey(requiredText(row, "key"_L1)),
            .code = requiredText(row, "code"_L1),
            .name = requiredText(row, "name"_L1),
            .country = requiredText(row, "country"_L1),
            .aliases = texts(row, "aliases"_L1),
            .layouts = {},
            .verification = sourceMark(row),
        };
        for (const QJsonValue& layout : row.value("common_layouts"_L1).toArray()) {
            jurisdiction.layouts.append(requiredText(layout.toObject(), "regex"_L1));
        }
        QStringList names = jurisdiction.aliases;
        names << jurisdiction.key.text() << jurisdiction.code << jurisdiction.name;
        for (const QString& name : std::as_const(names)) {
            std::vector<qsizetype>& rows = m_jurisdictionNames[foldForLookup(name)];
            const auto index = std::ssize(m_jurisdictions);
            const bool spellable = std::ranges::any_of(name, [](QChar c) { return c.isLetter(); }); // "--" is no code
            if (spellable && !std::ranges::contains(rows, index)) {
                rows.push_back(index);
            }
        }
        m_jurisdictions.push_back(std::move(jurisdiction));
    }
    const QJsonObject normalisation = requiredObject(file, "normalisation"_L1);
    for (const QJsonValue& value : requiredArray(normalisation, "confusable_groups"_L1)) {
        m_confusables.append(texts(value.toObject(), "chars"_L1).join(QString()));
    }
    for (const QJsonValue& value : requiredArray(normalisation, "extra_pairs"_L1)) {
        m_confusables.append(texts(value.toObject(), "pair"_L1).join(QString()));
    }
    m_notPlates = texts(normalisation, "not_a_plate"_L1);
}

void Reference::loadBanner()
{
    const QJsonObject file = referenceFile("banner_points.json"_L1);
    for (const auto member : {"points"_L1, "optional_points"_L1}) {
        for (const QJsonValue& value : requiredArray(file, member)) {
            const QJsonObject item = value.toObject();
            m_bannerPoints.push_back({.id = requiredText(item, "id"_L1),
                                      .point = requiredText(item, "point"_L1),
                                      .where = item.value("where"_L1).toString(),
                                      .required = item.value("required_in_banner"_L1).toBool()});
        }
    }
}

const Offence* Reference::offence(const OffenceId& id) const
{
    return find(m_offences, id, &Offence::id);
}

const Reason* Reference::reason(const ReasonCode& code) const
{
    return find(m_reasons, code, &Reason::code);
}

const Purpose* Reference::purpose(const PurposeId& id) const
{
    return find(m_purposes, id, &Purpose::id);
}

const Jurisdiction* Reference::jurisdiction(const JurisdictionKey& key) const
{
    return find(m_jurisdictions, key, &Jurisdiction::key);
}

bool Reference::isCriminal(const OffenceId& id) const
{
    return std::ranges::any_of(
        m_reasons, [&](const Reason& reason) { return reason.matter == Matter::Criminal && std::ranges::contains(reason.offences, id); });
}

bool Reference::standsUnder(const OffenceId& id, const Reason& under) const
{
    if (std::ranges::contains(under.offences, id)) {
        return true;
    }
    if (under.matter != Matter::Criminal || !isCriminal(id)) {
        return false;
    }
    return under.anyOffence || std::ranges::contains(reason(ReasonCode(OtherCriminal))->offences, id);
}

std::expected<JurisdictionKey, JurisdictionProblem> Reference::findJurisdiction(QStringView typed) const
{
    using Kind = JurisdictionProblem::Kind;
    const QString text = foldForLookup(typed);
    if (text.isEmpty()) {
        return std::unexpected(JurisdictionProblem{.kind = Kind::Empty, .candidates = {}});
    }
    const auto found = m_jurisdictionNames.constFind(text);
    if (found == m_jurisdictionNames.cend() || found->empty()) {
        return std::unexpected(JurisdictionProblem{.kind = Kind::Unknown, .candidates = {}});
    }
    if (found->size() > 1) {
        JurisdictionProblem problem{.kind = Kind::Ambiguous, .candidates = {}};
        for (const qsizetype row : *found) {
            problem.candidates.push_back(m_jurisdictions[static_cast<std::size_t>(row)].key);
        }
        return std::unexpected(std::move(problem));
    }
    return m_jurisdictions[static_cast<std::size_t>(found->front())].key;
}

bool Reference::confusable(QChar a, QChar b) const
{
    const QChar first = a.toUpper();
    const QChar second = b.toUpper();
    return first != second &&
           std::ranges::any_of(m_confusables, [&](const QString& group) { return group.contains(first) && group.contains(second); });
}

bool Reference::isNotAPlate(QStringView plate) const
{
    return std::ranges::any_of(m_notPlates, [&](const QString& word) { return word == plate; });
}

} // namespace casebound
