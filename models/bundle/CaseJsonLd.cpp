// CASE 1.4 and UCO 1.4 (caseontology.org). What they have no word for – the vehicle, the plate, the verdict – stands in a namespace of
// ours.
#include "bundle/BundleFormat.h"
#include "bundle/BundleText.h"
#include "bundle/CompletenessStatement.h"

#include <QUuid>

namespace casebound {

using namespace Qt::StringLiterals;

namespace {

constexpr char context[] = R"({"@context":{"kb":"urn:casebound:kb:","cb":"urn:casebound:ontology:",
"case-investigation":"https://ontology.caseontology.org/case/investigation/",
"uco-core":"https://ontology.unifiedcyberontology.org/uco/core/",
"uco-identity":"https://ontology.unifiedcyberontology.org/uco/identity/",
"uco-location":"https://ontology.unifiedcyberontology.org/uco/location/",
"uco-observable":"https://ontology.unifiedcyberontology.org/uco/observable/",
"uco-types":"https://ontology.unifiedcyberontology.org/uco/types/",
"uco-vocabulary":"https://ontology.unifiedcyberontology.org/uco/vocabulary/",
"xsd":"http://www.w3.org/2001/XMLSchema#"},
"@graph":[
)";

/// Object identifiers end in a UUID, as CASE asks; the same content always gets the same one.
QByteArray node(const char* kind, const QString& name)
{
    static const QUuid space = QUuid::fromString(u"8f1c2f0e-6f5b-5d0a-9d4e-0c5e6a3b7d11"_s);
    return "\"kb:" + QByteArray(kind) + '-' +
           QUuid::createUuidV5(space, QByteArray(kind) + ' ' + name.toUtf8()).toByteArray(QUuid::WithoutBraces) + '"';
}

QByteArray typed(const QString& value, const char* type)
{
    return "{\"@type\":\"xsd:" + QByteArray(type) + "\",\"@value\":" + jsonText(value) + '}';
}

class CaseJsonLd final : public BundleFormat {
public:
    explicit CaseJsonLd(const BundleCover& cover) : m_cover(cover) {}
    QByteArray path() const override { return "data/case.jsonld"; }
    bool wantsReads() const override { return true; }

    QByteArray begin() override
    {
        QByteArray out = context;
        const QByteArray person = node("person", m_cover.exportedBy.text());
        out += "{\"@id\":" + person + ",\"@type\":\"uco-identity:Person\",\"uco-core:name\":" + jsonText(m_cover.exporterName) +
               ",\"cb:userId\":" + jsonText(m_cover.exportedBy.text()) + "},\n";
        out += "{\"@id\":" + investigation() +
               ",\"@type\":\"case-investigation:Investigation\",\"uco-core:name\":" + jsonText(m_cover.subject.number.text()) +
               ",\"uco-core:description\":[" + jsonText(completenessSentences(m_cover).join(u' ')) +
               "],\"uco-core:objectCreatedTime\":" + typed(timeText(m_cover.exportedAt), "dateTime") +
               ",\"cb:training\":" + (m_cover.training ? "true" : "false") + ",\"cb:exportedBy\":{\"@id\":" + person + '}';
        for (const auto& [term, value] : numberFacts(m_cover))
            out += ",\n\"cb:" + name(term) + "\":" + typed(value, "integer");
        out += ",\n\"cb:retentionSchedule\":" + jsonText(m_cover.retention.schedule) +
               ",\"cb:systemOfRecords\":" + jsonText(m_cover.retention.systemOfRecords) + '}';
        return out;
    }

    QByteArray read(const BundleRead& one) override
    {
        const KeptRead& kept = one.kept;
        const Verification& v = kept.verification;
        const Read& r = kept.read;
        const QString key = kept.query.text() + u' ' + r.readId;
        QByteArray out = ",\n{\"@id\":" + node("read", key) + ",\"@type\":[\"uco-core:UcoObject\",\"cb:PlateRead\"],\"uco-core:name\":" +
                         jsonText(r.plate + u" \u2013 "_s + statusLine(kept)) + ",\"cb:ofInvestigation\":{\"@id\":" + investigation() + '}';
        const auto add = [&out](const char* term, const QString& value) {
            if (!value.isEmpty())
                out += ",\"cb:" + QByteArray(term) + "\":" + jsonText(value);
        };
        add("verification", verificationWord(kept));
        add("keptAs", keptAsWord(kept));
        add("verdict", verdictWord(v.verdict));
        add("verdictBy", v.by.text());
        out += ",\"cb:verdictAt\":" + typed(timeText(v.at), "dateTime");
        add("typedPlate", v.typedPlate);
        add("typedJurisdiction", v.typedJurisdiction);
        add("verdictNote", v.note);
        add("plateAsRead", r.plate);
        add("jurisdiction", r.jurisdiction);
        out += ",\"cb:capturedAt\":" + typed(timeText(r.capturedAt), "dateTime") + ",\"cb:exactMatch\":" + (r.exact ? "true" : "false");
        add("camera", r.cameraId);
        add("contributor", r.contributor);
        add("vehicleMake", r.make);
        add("vehicleModel", r.model);
        add("vehicleColor", r.color);
        add("vehicleBody", r.body);
        add("relevance", kept.relevance);
        add("keptBy", kept.keptBy.text());
        out += ",\"cb:keptAt\":" + typed(timeText(kept.keptAt), "dateTime");
        add("sensitivePlaces", placesText(one.places));
        add("source", sourceWord(one));
        add(one.ofAlert ? "alertId" : "searchId", kept.query.text());
        add("readId", r.readId);
        add("notice", QString::fromLatin1(leadNotice));
        const auto pictures = picturesOf(kept, m_cover.vehicleImages);
        if (!pictures.empty()) {
            out += ",\"cb:picture\":[";
            for (const BundlePicture& picture : pictures)
                out += (&picture == &pictures.front() ? "{\"@id\":" : ",{\"@id\":") + node("image", key + picture.name) + '}';
            out += ']';
        }
        if (r.location)
            out += ",\"cb:capturedWhere\":{\"@id\":" + node("location", key) + '}';
        out += '}';
        if (r.location)
            out += ",\n{\"@id\":" + node("location", key) +
                   ",\"@type\":\"uco-location:Location\",\"uco-core:hasFacet\":[{\"@id\":" + node("latlong", key) +
                   ",\"@type\":\"uco-location:LatLongCoordinatesFacet\",\"uco-location:latitude\":" +
                   typed(decimal(r.location->latitude, 6), "decimal") +
                   ",\"uco-location:longitude\":" + typed(decimal(r.location->longitude, 6), "decimal") + "}]}";
        for (const BundlePicture& picture : pictures) {
            const QString file = key + picture.name;
            out +=
                ",\n{\"@id\":" + node("image", file) +
                ",\"@type\":\"uco-observable:File\",\"cb:imageKind\":" + jsonText(imageKindWord(picture.kind)) +
                ",\"uco-core:hasFacet\":[{\"@id\":" + node("file-facet", file) +
                ",\"@type\":\"uco-observable:FileFacet\",\"uco-observable:fileName\":" + jsonText(picture.name) +
                ",\"uco-observable:filePath\":" + jsonText(u"images/"_s + picture.name) + "},{\"@id\":" + node("content-facet", file) +
                ",\"@type\":\"uco-observable:ContentDataFacet\",\"uco-observable:hash\":[{\"@id\":" + node("hash", file) +
                ",\"@type\":\"uco-types:Hash\",\"uco-types:hashMethod\":{\"@type\":\"uco-vocabulary:HashNameVocab\",\"@value\":\"SHA256\"},"
                "\"uco-types:hashValue\":{\"@type\":\"xsd:hexBinary\",\"@value\":\"" +
                picture.sha256.toHex() + "\"}}]}]}";
        }
        return out;
    }
    QByteArray end() override { return "\n]}\n"; }

private:
    QByteArray investigation() const { return node("investigation", m_cover.subject.number.text()); }
    /// "Reads returned" → "readsReturned"
    static QByteArray name(const QString& term)
    {
        QByteArray out;
        for (const QString& word : term.simplified().split(u' ')) {
            QByteArray letters;
            for (const char c : word.toLatin1()) {
                if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))
                    letters += c;
            }
            out += letters.first(std::min<qsizetype>(1, letters.size())).toUpper() + letters.sliced(std::min<qsizetype>(1, letters.size()));
        }
        return out.first(1).toLower() + out.sliced(1);
    }
    const BundleCover& m_cover;
};

} // namespace

std::unique_ptr<BundleFormat> makeCaseJsonLd(const BundleCover& cover)
{
    return std::make_unique<CaseJsonLd>(cover);
}

} // namespace casebound
