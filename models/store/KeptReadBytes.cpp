#include "store/KeptReadBytes.h"

#include <QDataStream>
#include <QIODevice>

namespace casebound {

namespace {

constexpr quint8 format = 1;
constexpr quint32 mostPictures = 1'000; // a vendor's read has a handful

QDataStream& operator<<(QDataStream& out, Instant at)
{
    return out << qint64(at.time_since_epoch().count());
}

QDataStream& operator>>(QDataStream& in, Instant& at)
{
    qint64 count = 0;
    in >> count;
    at = Instant(std::chrono::microseconds(count));
    return in;
}

template <class Number>
QDataStream& operator<<(QDataStream& out, const std::optional<Number>& value)
{
    out << value.has_value();
    return value ? out << *value : out;
}

template <class Number>
QDataStream& operator>>(QDataStream& in, std::optional<Number>& value)
{
    bool there = false;
    in >> there;
    if (there)
        in >> value.emplace();
    return in;
}

template <class Code>
void put(QDataStream& out, Code code)
{
    out << static_cast<quint8>(code);
}

template <class Code>
bool take(QDataStream& in, Code& code, Code last)
{
    quint8 value = 0;
    in >> value;
    code = static_cast<Code>(value);
    return value <= static_cast<quint8>(last);
}

} // namespace

QByteArray bytesOf(const KeptRead& kept)
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_5);
    const Read& read = kept.read;
    out << format << read.readId << kept.query.text() << read.plate << read.jurisdiction << read.capturedAt << read.receivedAt
        << read.plateConfidence << read.location.has_value();
    if (read.location)
        out << read.location->latitude << read.location->longitude << read.location->accuracyM << read.location->address;
    out << read.cameraId << read.contributor;
    put(out, read.camera);
    out << read.make << read.model << read.color << read.body << read.exact;
    const Verification& verification = kept.verification;
    put(out, verification.verdict);
    out << verification.typedPlate << verification.typedJurisdiction << verification.note << verification.by.text() << verification.at
        << verification.imageSha256;
    out << kept.relevance << kept.contrary << kept.keptBy.text() << kept.keptAt;
    out << static_cast<quint32>(read.images.size());
    for (const Read::Image& image : read.images) {
        put(out, image.kind);
        out << image.path;
        put(out, image.type);
        out << image.sha256;
    }
    out << static_cast<quint32>(kept.images.size());
    for (const auto& [kind, picture] : kept.images)
        put(out, kind);
    return bytes;
}

std::optional<KeptRead> keptReadOf(const QByteArray& bytes)
{
    QDataStream in(bytes);
    in.setVersion(QDataStream::Qt_6_5);
    KeptRead kept;
    Read& read = kept.read;
    quint8 version = 0;
    QString query, by, keptBy;
    bool located = false, good = true;
    in >> version;
    if (version != format)
        return std::nullopt;
    in >> read.readId >> query >> read.plate >> read.jurisdiction >> read.capturedAt >> read.receivedAt >> read.plateConfidence >> located;
    if (located) {
        Read::Location& location = read.location.emplace(Read::Location{});
        in >> location.latitude >> location.longitude >> location.accuracyM >> location.address;
    }
    in >> read.cameraId >> read.contributor;
    good = take(in, read.camera, CameraKind::Mobile) && good;
    in >> read.make >> read.model >> read.color >> read.body >> read.exact;
    Verification& verification = kept.verification;
    good = take(in, verification.verdict, Verdict::Unreadable) && good;
    in >> verification.typedPlate >> verification.typedJurisdiction >> verification.note >> by >> verification.at >>
        verification.imageSha256;
    in >> kept.relevance >> kept.contrary >> keptBy >> kept.keptAt;
    quint32 count = 0;
    in >> count;
    for (quint32 n = 0; good && n < count && count <= mostPictures && in.status() == QDataStream::Ok; ++n) {
        Read::Image image;
        good = take(in, image.kind, ImageKind::Other);
        in >> image.path;
        good = take(in, image.type, ImageType::Other) && good;
        in >> image.sha256;
        read.images.push_back(std::move(image));
    }
    in >> count;
    for (quint32 n = 0; good && n < count && count <= mostPictures && in.status() == QDataStream::Ok; ++n) {
        ImageKind kind = ImageKind::Other;
        good = take(in, kind, ImageKind::Other);
        kept.images.emplace_back(kind, QByteArray());
    }
    if (!good || count > mostPictures || in.status() != QDataStream::Ok || !in.atEnd())
        return std::nullopt;
    kept.query = QueryId(QUuid::fromString(query));
    verification.by = UserId(by);
    kept.keptBy = UserId(keptBy);
    return kept;
}

} // namespace casebound
