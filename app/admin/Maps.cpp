// map: which base map the office's windows draw (R11). Public hosts are nobody's choice: what is not named here is never asked.
#include "admin/AdminCommand.h"
#include "crypto/Digest.h"

#include <QFileInfo>

namespace casebound {

using namespace Qt::StringLiterals;

namespace {

/// Piece by piece: maps of a country are larger than the memory.
AdminResult<QByteArray> digestOf(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return std::unexpected(u"%1 cannot be read. Nothing was changed."_s.arg(path));
    Sha256 digest;
    QByteArray piece(1 << 20, Qt::Uninitialized);
    qint64 got = 0;
    while ((got = file.read(piece.data(), piece.size())) > 0)
        digest.add(QByteArrayView(piece).first(got));
    if (got < 0)
        return std::unexpected(u"%1 cannot be read to its end. Nothing was changed."_s.arg(path));
    return toBytes(digest.finish());
}

AdminResult<> setFile(const QString& path, BaseMap& map)
{
    if (path.isEmpty()) {
        map.file.clear();
        map.sha256.clear();
        return {};
    }
    const QString name = QFileInfo(path).fileName();
    // It will lie beside the profile, among files of this program's own: by its ending it can be none of them.
    if (!isName(name) || !name.endsWith(".mbtiles"_L1))
        return std::unexpected(
            u"%1: the map's file is called like county.mbtiles – letters, digits, dot, underscore, hyphen. Nothing was changed."_s.arg(
                path));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::unexpected(u"%1 cannot be read. Nothing was changed."_s.arg(path));
    if (file.read(16) != QByteArray("SQLite format 3\0", 16))
        return std::unexpected(u"%1 is no MBTiles file, for it is no SQLite database. Nothing was changed."_s.arg(path));
    const auto digest = digestOf(path);
    if (!digest)
        return std::unexpected(digest.error());
    map.file = name;
    map.sha256 = *digest;
    return {};
}

AdminResult<> setServer(const AdminCall& call, BaseMap& map)
{
    // Braces are not allowed in an address: they are kept percent-encoded, and the rest stays strict.
    if (call.options.isSet(u"tiles"_s)) {
        QString address = call.options.value(u"tiles"_s);
        map.tiles = QUrl(address.replace(u'{', "%7B"_L1).replace(u'}', "%7D"_L1), QUrl::StrictMode);
        if (!address.isEmpty() && !map.tiles.isValid())
            return std::unexpected(u"--tiles is no address. Nothing was changed."_s);
    }
    if (const auto set = fileOption(call, u"ca"_s, map.caBundlePem); !set)
        return set;
    if (call.options.isSet(u"attribution"_s))
        map.attribution = call.options.value(u"attribution"_s);
    if (call.options.isSet(u"deepest"_s)) {
        bool good = false;
        map.deepest = call.options.value(u"deepest"_s).toInt(&good);
        if (!good)
            return std::unexpected(u"--deepest is not a number. Nothing was changed."_s);
    }
    return {};
}

} // namespace

QString mapWords(const BaseMap& map)
{
    QStringList sources;
    if (!map.file.isEmpty())
        sources += u"file %1, SHA-256 %2…"_s.arg(map.file, QString::fromLatin1(map.sha256.toHex().first(16)));
    if (!map.tiles.isEmpty())
        sources += u"server %1, %2"_s.arg(map.tiles.toString(QUrl::FullyEncoded).replace("%7B"_L1, "{"_L1).replace("%7D"_L1, "}"_L1),
                                          map.caBundlePem.isEmpty() ? u"the vendor's authorities"_s : u"authorities of its own"_s);
    sources += u"bundled overview"_s;
    return sources.join(u"; "_s);
}

AdminResult<> setMap(AdminCall& call)
{
    auto office = AdminOffice::open(call.folder);
    if (!office)
        return std::unexpected(office.error());
    BaseMap& map = office->draft.baseMap;
    const bool changes = call.options.isSet(u"file"_s) || call.options.isSet(u"tiles"_s) || call.options.isSet(u"ca"_s) ||
                         call.options.isSet(u"attribution"_s) || call.options.isSet(u"deepest"_s);
    if (call.options.isSet(u"file"_s)) {
        if (const auto set = setFile(call.options.value(u"file"_s), map); !set)
            return set;
    }
    if (const auto set = setServer(call, map); !set)
        return set;
    if (changes) {
        if (const auto saved = office->saveDraft(); !saved)
            return saved;
    }
    call.out << u"Map: "_s << mapWords(map) << u'\n';
    if (call.options.isSet(u"file"_s) && !map.file.isEmpty())
        call.out << u"Put %1 beside profile.json on every workstation.\n"_s.arg(map.file);
    return {};
}

} // namespace casebound
