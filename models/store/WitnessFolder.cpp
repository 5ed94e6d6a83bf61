#include "store/WitnessFolder.h"

#include "store/Files.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>

namespace casebound {

QString WitnessFolder::prefix() const
{
    return QString::fromUtf8(m_origin).replace(u'/', u'_') + u'.';
}

bool WitnessFolder::isReachable() const
{
    return QFileInfo(m_folder).isDir();
}

std::vector<WitnessFolder::Found> WitnessFolder::notes() const
{
    std::vector<std::pair<quint64, QString>> sizes;
    const QString start = prefix();
    for (const QString& name : QDir(m_folder).entryList(QDir::Files | QDir::NoSymLinks)) {
        bool number = false;
        const quint64 size = QStringView(name).sliced(std::min(start.size(), name.size())).toULongLong(&number);
        if (name.startsWith(start) && number)
            sizes.emplace_back(size, name);
    }
    std::ranges::sort(sizes, std::greater());
    sizes.resize(std::min<std::size_t>(sizes.size(), 16));
    std::vector<Found> found;
    for (const auto& [size, name] : sizes) {
        QFile file(QDir(m_folder).filePath(name));
        QByteArray note;
        if (!file.open(QIODevice::ReadOnly))
            continue; // not to be seen today, as when the whole folder is out of reach; a readable one that is wrong is a fault
        if (file.size() <= longestCheckpoint)
            note = file.read(longestCheckpoint);
        if (file.error() != QFileDevice::NoError)
            continue;
        found.push_back({name, std::move(note)});
    }
    return found;
}

QString WitnessFolder::laterThan(const QByteArray& base) const
{
    const QString stem = QString::fromUtf8(base).replace(u'/', u'_');
    static const QRegularExpression rest(QStringLiteral("^(\\.\\d{8}T\\d{6}Z)\\.\\d+$"));
    const QString own = prefix().sliced(stem.size()).chopped(1); // empty for the first log, which every successor is later than
    for (const QString& name : QDir(m_folder).entryList(QDir::Files | QDir::NoSymLinks)) {
        const auto match = name.startsWith(stem) ? rest.match(name.sliced(stem.size())) : QRegularExpressionMatch();
        if (match.hasMatch() && match.captured(1) > own)
            return name;
    }
    return {};
}

std::expected<void, StoreFault> WitnessFolder::write(std::uint64_t size, QByteArrayView note) const
{
    if (!isReachable())
        return std::unexpected(StoreFault::NotFound);
    return writeDurably(QDir(m_folder).filePath(prefix() + QString::number(static_cast<qulonglong>(size))), note);
}

} // namespace casebound
