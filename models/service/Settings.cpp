#include "service/Settings.h"

#include <QSettings>

namespace casebound {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestColumns = 2'000;

QSettings open()
{
    return QSettings(u"casebound"_s, u"casebound"_s);
}

QString keyOf(const QString& table)
{
    return u"columns/"_s + table;
}

} // namespace

QVariant Settings::read(QAnyStringView key)
{
    return open().value(key);
}

void Settings::write(QAnyStringView key, const QVariant& value)
{
    open().setValue(key, value);
}

QString Settings::columns(const QString& table)
{
    const QString kept = read(keyOf(table)).toString();
    return kept.size() <= longestColumns ? kept : QString();
}

void Settings::setColumns(const QString& table, const QString& columns)
{
    if (columns.isEmpty())
        open().remove(keyOf(table));
    else
        write(keyOf(table), columns);
}

} // namespace casebound
