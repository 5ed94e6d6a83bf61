#include "bundle/BundleFormat.h"
#include "bundle/BundleText.h"

namespace casebound {

using namespace Qt::StringLiterals;

namespace {

QString headline(const KeptRead& kept)
{
    return kept.read.plate + u" \u2013 "_s + statusLine(kept);
}

/// What a map shows when a point is opened.
QString description(const BundleRead& one)
{
    const KeptRead& kept = one.kept;
    const Verification& v = kept.verification;
    QStringList lines{statusLine(kept),
                      u"Kept as: "_s + keptAsWord(kept),
                      u"Typed from the picture: "_s + (v.typedPlate.isEmpty() ? u"nothing"_s : v.typedPlate),
                      u"Verdict by %1, %2"_s.arg(v.by.text(), timeText(v.at)),
                      u"Read by the machine: %1, %2"_s.arg(kept.read.plate, kept.read.jurisdiction),
                      u"Captured: "_s + timeText(kept.read.capturedAt)};
    if (!one.places.empty())
        lines += placesText(one.places);
    lines += QString::fromLatin1(leadNotice);
    return lines.join(u'\n');
}

class GeoJson final : public BundleFormat {
public:
    explicit GeoJson(const BundleCover& cover) : m_cover(cover) {}
    QByteArray path() const override { return "data/geo/reads.geojson"; }
    bool wantsReads() const override { return true; }
    QByteArray begin() override { return "{\"type\":\"FeatureCollection\",\"features\":["; }
    QByteArray read(const BundleRead& one) override
    {
        const KeptRead& kept = one.kept;
        const Verification& v = kept.verification;
        QByteArray out = m_first ? "\n" : ",\n";
        m_first = false;
        out += "{\"type\":\"Feature\",\"geometry\":";
        if (kept.read.location)
            out += "{\"type\":\"Point\",\"coordinates\":[" + QByteArray::number(kept.read.location->longitude, 'f', 6) + ',' +
                   QByteArray::number(kept.read.location->latitude, 'f', 6) + "]}";
        else
            out += "null"; // RFC 7946, 3.2: unlocated
        out += ",\"properties\":{";
        auto add = [&out, first = true](const char* name, const QString& value) mutable {
            out += (first ? "\"" : ",\"") + QByteArray(name) + "\":" + jsonText(value);
            first = false;
        };
        add("name", headline(kept));
        add("verification", verificationWord(kept));
        add("kept_as", keptAsWord(kept));
        add("verdict", verdictWord(v.verdict));
        add("verdict_by", v.by.text());
        add("verdict_at", timeText(v.at));
        add("typed_plate", v.typedPlate);
        add("plate_as_read", kept.read.plate);
        add("jurisdiction", kept.read.jurisdiction);
        add("captured_at", timeText(kept.read.capturedAt));
        add("relevance", kept.relevance);
        add("sensitive_places", placesText(one.places));
        add("source", sourceWord(one));
        add("read_id", kept.read.readId);
        add("notice", (m_cover.training ? u"TRAINING, made up. "_s : QString()) + QString::fromLatin1(leadNotice));
        return out + "}}";
    }
    QByteArray end() override { return "\n]}\n"; }

private:
    const BundleCover& m_cover;
    bool m_first = true;
};

class Kml final : public BundleFormat {
public:
    explicit Kml(const BundleCover& cover) : m_cover(cover) {}
    QByteArray path() const override { return "data/geo/reads.kml"; }
    bool wantsReads() const override { return true; }
    QByteArray begin() override
    {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document><name>" +
               markup((m_cover.training ? u"TRAINING: "_s : QString()) + u"Kept reads of "_s + m_cover.subject.number.text()) +
               "</name><description>" + markup(QString::fromLatin1(leadNotice)) + "</description>\n";
    }
    QByteArray read(const BundleRead& one) override
    {
        const KeptRead& kept = one.kept;
        const auto data = [](const char* name, const QString& value) {
            return "<Data name=\"" + QByteArray(name) + "\"><value>" + markup(value) + "</value></Data>";
        };
        QByteArray out = "<Placemark><name>" + markup(headline(kept)) + "</name><description>" + markup(description(one), Lines::Keep) +
                         "</description><TimeStamp><when>" + timeText(kept.read.capturedAt).toLatin1() +
                         "</when></TimeStamp><ExtendedData>" + data("verification", verificationWord(kept)) +
                         data("kept_as", keptAsWord(kept)) + data("verdict_by", kept.verification.by.text()) +
                         data("verdict_at", timeText(kept.verification.at)) + data("typed_plate", kept.verification.typedPlate) +
                         data("read_id", kept.read.readId) + "</ExtendedData>";
        if (kept.read.location)
            out += "<Point><coordinates>" + QByteArray::number(kept.read.location->longitude, 'f', 6) + ',' +
                   QByteArray::number(kept.read.location->latitude, 'f', 6) + "</coordinates></Point>";
        return out + "</Placemark>\n";
    }
    QByteArray end() override { return "</Document></kml>\n"; }

private:
    const BundleCover& m_cover;
};

class Gpx final : public BundleFormat {
public:
    explicit Gpx(const BundleCover& cover) : m_cover(cover) {}
    QByteArray path() const override { return "data/geo/reads.gpx"; }
    bool wantsReads() const override { return true; }
    QByteArray begin() override
    {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<gpx version=\"1.1\" creator=\"Casebound\" "
               "xmlns=\"http://www.topografix.com/GPX/1/1\"><metadata><name>" +
               markup((m_cover.training ? u"TRAINING: "_s : QString()) + u"Kept reads of "_s + m_cover.subject.number.text()) +
               "</name><desc>" +
               markup(QString::fromLatin1(leadNotice) + u" Reads without a place cannot stand in this format: see reads.csv."_s) +
               "</desc></metadata>\n";
    }
    QByteArray read(const BundleRead& one) override
    {
        const KeptRead& kept = one.kept;
        if (!kept.read.location)
            return {};
        return "<wpt lat=\"" + QByteArray::number(kept.read.location->latitude, 'f', 6) + "\" lon=\"" +
               QByteArray::number(kept.read.location->longitude, 'f', 6) + "\"><time>" + timeText(kept.read.capturedAt).toLatin1() +
               "</time><name>" + markup(headline(kept)) + "</name><desc>" + markup(description(one)) + "</desc><type>" +
               markup(verificationWord(kept) + u", "_s + keptAsWord(kept)) + "</type></wpt>\n";
    }
    QByteArray end() override { return "</gpx>\n"; }

private:
    const BundleCover& m_cover;
};

} // namespace

std::unique_ptr<BundleFormat> makeGeoJson(const BundleCover& cover)
{
    return std::make_unique<GeoJson>(cover);
}

std::unique_ptr<BundleFormat> makeKml(const BundleCover& cover)
{
    return std::make_unique<Kml>(cover);
}

std::unique_ptr<BundleFormat> makeGpx(const BundleCover& cover)
{
    return std::make_unique<Gpx>(cover);
}

} // namespace casebound
