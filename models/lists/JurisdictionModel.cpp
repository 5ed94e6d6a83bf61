#include "lists/JurisdictionModel.h"

namespace casebound {

namespace {

QString shown(const Jurisdiction& jurisdiction)
{
    return QStringLiteral("%1 (%2)").arg(jurisdiction.name, jurisdiction.key.text());
}

} // namespace

JurisdictionModel::JurisdictionModel(const Reference& reference, QObject* parent) : QAbstractListModel(parent), m_reference(reference) {}

int JurisdictionModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_reference.jurisdictions().size());
}

QVariant JurisdictionModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const Jurisdiction& jurisdiction = m_reference.jurisdictions()[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole: return shown(jurisdiction);
    case Qt::EditRole: return shown(jurisdiction);
    case KeyRole: return jurisdiction.key.text();
    case SearchRole: return QStringList{shown(jurisdiction), jurisdiction.code, jurisdiction.aliases.join(u' ')}.join(u' ');
    }
    return {};
}

QString JurisdictionModel::keyOrText(const QString& text) const
{
    const QString typed = text.trimmed();
    for (const Jurisdiction& jurisdiction : m_reference.jurisdictions())
        if (shown(jurisdiction).compare(typed, Qt::CaseInsensitive) == 0)
            return jurisdiction.key.text();
    return text;
}

QString JurisdictionModel::display(const JurisdictionKey& key) const
{
    const Jurisdiction* jurisdiction = m_reference.jurisdiction(key);
    return jurisdiction ? shown(*jurisdiction) : key.text();
}

} // namespace casebound
