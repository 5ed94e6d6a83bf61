// places: the layer of sensitive places (R11).
#include "admin/AdminCommand.h"
#include "crypto/Digest.h"
#include "domain/PlaceCategory.h"
#include "domain/PlacesFile.h"
#include "office/PlacesLayer.h"

#include <algorithm>

namespace casebound {

using namespace Qt::StringLiterals;

namespace {

QString markWords(VerifiedMark mark)
{
    switch (mark) {
    case VerifiedMark::Verified: return u"verified"_s;
    case VerifiedMark::PartlyVerified: return u"partly verified"_s;
    case VerifiedMark::NotVerified: return u"not verified"_s;
    }
    return {};
}

QString categoryIds()
{
    QStringList ids;
    for (const PlaceCategory& category : placeCategories())
        ids += category.id;
    return ids.join(u", "_s);
}

QString whatIsWrong(const PlacesFault& fault)
{
    switch (fault.problem) {
    case PlacesProblem::TooLarge: return u"it is larger than 16 MiB"_s;
    case PlacesProblem::NotJson: return u"it is not JSON (byte %1)"_s.arg(fault.detail);
    case PlacesProblem::TooDeep: return u"it is nested deeper than 16 levels"_s;
    case PlacesProblem::NotCollection: return u"it is no GeoJSON FeatureCollection"_s;
    case PlacesProblem::OtherCrs:
        return u"it names another coordinate system (%1) than CRS84; convert it to degrees of WGS 84"_s.arg(fault.detail);
    case PlacesProblem::NoFeatures: return u"it holds no places"_s;
    case PlacesProblem::TooManyFeatures: return u"it holds more than %1 places"_s.arg(SensitivePlaces::most);
    case PlacesProblem::TooManyVertices: return u"over 500,000 positions in all, or 10,000 in one ring"_s;
    case PlacesProblem::NotFeature: return u"it is no GeoJSON Feature"_s;
    case PlacesProblem::Geometry:
        return fault.detail.isEmpty() ? u"it has no geometry"_s : u"a %1 is no place; points and polygons are"_s.arg(fault.detail);
    case PlacesProblem::Coordinates: return u"its coordinates are missing, or are no lists of numbers of the right depth"_s;
    case PlacesProblem::OutOfRange: return u"a position lies beyond 180 degrees of longitude or 90 of latitude"_s;
    case PlacesProblem::RingOpen: return u"a ring does not end where it begins"_s;
    case PlacesProblem::RingShort: return u"a ring has fewer than four positions"_s;
    case PlacesProblem::TooWide: return u"it is more than 100 km across: a region, not a place"_s;
    case PlacesProblem::Name: return u"its name is no text, over 200 characters, or holds characters that cannot be seen"_s;
    case PlacesProblem::NoCategory: return u"it has no category; there are %1"_s.arg(categoryIds());
    case PlacesProblem::UnknownCategory: return u"there is no category “%1”; there are %2"_s.arg(fault.detail, categoryIds());
    case PlacesProblem::NotOurs: return u"it was not made by casebound-admin places import"_s;
    case PlacesProblem::Newer: return u"it was made by a newer Casebound"_s;
    }
    return {};
}

QString sentenceOf(const QString& path, const PlacesFault& fault)
{
    const QString where = fault.feature > 0 ? u"%1, feature %2"_s.arg(path).arg(fault.feature) : path;
    return where + u": "_s + whatIsWrong(fault) + u". Nothing was changed."_s;
}

void tell(QTextStream& out, const SensitivePlaces& places)
{
    out << u"Data of      "_s << places.source().date.toString(Qt::ISODate) << u", from: "_s << places.source().name << u'\n';
    out << u"Outlines     "_s
        << (places.source().simplifiedMetres > 0 ? u"may be off by %1 m"_s.arg(places.source().simplifiedMetres) : u"as they came"_s)
        << u'\n';
    for (const PlaceCategory& category : placeCategories()) {
        if (const auto count = std::ranges::count(places.places(), category.id, &SensitivePlace::category); count > 0)
            out << QString(category.id).leftJustified(13) << count << u"  "_s << category.label << u" ("_s
                << markWords(category.verification.mark) << u")\n"_s;
    }
    out << u"In all       "_s << places.places().size()
        << u". Such data is incomplete by nature: a read without a notice may be near a place all "
           "the same.\n"_s;
}

} // namespace

AdminResult<> takeInPlaces(AdminCall& call)
{
    auto office = AdminOffice::open(call.folder);
    if (!office)
        return std::unexpected(office.error());
    const QString path = call.words.front(), day = call.options.value(u"date"_s);
    SensitivePlaces::Source source{
        .date = QDate::fromString(day, u"yyyy-MM-dd"_s), .name = call.options.value(u"source"_s), .simplifiedMetres = 1};
    if (!source.date.isValid() || day.size() != 10)
        return std::unexpected(u"--date is needed: the day the data is of, such as 2026-11-20. Nothing was changed."_s);
    if (source.date > toDateTime(call.now).date().addDays(1))
        return std::unexpected(u"--date is in the future. Nothing was changed."_s);
    if (!isPlacesSource(source.name))
        return std::unexpected(u"--source is needed: where the data is from, one line of at most 200 characters. Nothing was changed."_s);
    if (call.options.isSet(u"simplify"_s)) {
        bool good = false;
        const int metres = call.options.value(u"simplify"_s).toInt(&good);
        if (!good || metres < 0 || metres > mostSimplifiedMetres)
            return std::unexpected(u"--simplify is a number from 0 to 50. Nothing was changed."_s);
        source.simplifiedMetres = metres;
    }
    const auto bytes = readAnyFile(path, largestPlacesImport);
    if (!bytes)
        return std::unexpected(bytes.error());
    const auto places = importPlaces(QByteArrayView(*bytes), std::move(source));
    if (!places)
        return std::unexpected(sentenceOf(path, places.error()));
    const QByteArray written = writePlaces(*places), digest = toBytes(sha256(written));
    // What a workstation would refuse does not leave this desk.
    if (const auto again = parsePlaces(written); !again)
        return std::unexpected(sentenceOf(path, again.error()));
    // By its content: the profile in force goes on naming the file it was signed with.
    const QString name = u"places-%1-%2.geojson"_s.arg(day, QString::fromLatin1(digest.toHex().first(8)));
    office->draft.sensitivePlaces.file = name;
    office->draft.sensitivePlaces.sha256 = digest;
    const auto draft = office->draftBytes();
    if (!draft)
        return std::unexpected(draft.error());
    if (const auto kept = office->writeTogether({{.name = name, .bytes = written}, {.name = u"draft.json"_s, .bytes = *draft}}); !kept)
        return kept;
    tell(call.out, *places);
    call.out << name << u" is in the draft. Sign the profile, and hand out both (profile sign).\n"_s;
    return {};
}

AdminResult<> showPlaces(AdminCall& call)
{
    const auto office = AdminOffice::open(call.folder);
    if (!office)
        return std::unexpected(office.error());
    const SensitivePlacesLayer& layer = office->draft.sensitivePlaces;
    if (layer.file.isEmpty()) {
        call.out << u"The draft names no sensitive places. Take them in with casebound-admin places import.\n"_s;
        return {};
    }
    const auto places = loadPlaces(layer, office->file(u"draft.json"_s));
    if (!places)
        return std::unexpected(profileSentence(places.error()));
    call.out << u"Layer        "_s << layer.file << u'\n';
    call.out << u"SHA-256      "_s << QString::fromLatin1(layer.sha256.toHex()) << u'\n';
    call.out << u"Notice       within "_s << layer.metres << u" m (counsel edits)\n"_s;
    tell(call.out, **places);
    return {};
}

AdminResult<> removePlaces(AdminCall& call)
{
    auto office = AdminOffice::open(call.folder);
    if (!office)
        return std::unexpected(office.error());
    if (office->draft.sensitivePlaces.file.isEmpty())
        return std::unexpected(u"The draft names no sensitive places. Nothing was changed."_s);
    office->draft.sensitivePlaces.file.clear();
    office->draft.sensitivePlaces.sha256.clear();
    return office->saveDraft();
}

} // namespace casebound
