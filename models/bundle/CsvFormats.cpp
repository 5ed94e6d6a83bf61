#include "bundle/BundleFormat.h"
#include "bundle/BundleText.h"

#include <functional>

namespace casebound {

using namespace Qt::StringLiterals;

namespace {

// So that a spreadsheet takes it for UTF-8, too.
constexpr char byteOrderMark[] = "\xef\xbb\xbf";

QString optional(const std::optional<Instant>& at)
{
    return at ? timeText(*at) : QString();
}

QString optional(const std::optional<double>& value, int digits)
{
    return value ? decimal(*value, digits) : QString();
}

/// A number of our own making: never a formula, whatever its sign.
QByteArray numberCell(double value, int digits)
{
    return QByteArray::number(value, 'f', digits);
}

class ReadsCsv final : public BundleFormat {
public:
    explicit ReadsCsv(const BundleCover& cover) : m_cover(cover) {}
    QByteArray path() const override { return "data/reads.csv"; }
    bool wantsReads() const override { return true; }
    QByteArray begin() override
    {
        return byteOrderMark + csvRow({u"verification"_s,
                                       u"kept_as"_s,
                                       u"verdict"_s,
                                       u"verdict_by"_s,
                                       u"verdict_at"_s,
                                       u"typed_plate"_s,
                                       u"typed_jurisdiction"_s,
                                       u"verdict_note"_s,
                                       u"plate_as_read"_s,
                                       u"jurisdiction"_s,
                                       u"captured_at"_s,
                                       u"received_at"_s,
                                       u"latitude"_s,
                                       u"longitude"_s,
                                       u"accuracy_m"_s,
                                       u"address"_s,
                                       u"camera"_s,
                                       u"contributor"_s,
                                       u"make"_s,
                                       u"model"_s,
                                       u"color"_s,
                                       u"body"_s,
                                       u"confidence"_s,
                                       u"exact_match"_s,
                                       u"relevance"_s,
                                       u"kept_by"_s,
                                       u"kept_at"_s,
                                       u"images"_s,
                                       u"sensitive_places"_s,
                                       u"source"_s,
                                       u"search_id"_s,
                                       u"read_id"_s,
                                       u"notice"_s});
    }
    QByteArray read(const BundleRead& one) override
    {
        const KeptRead& kept = one.kept;
        const Verification& v = kept.verification;
        const Read& r = kept.read;
        QStringList images;
        for (const BundlePicture& picture : picturesOf(kept, m_cover.vehicleImages))
            images += picture.name;
        QByteArray row =
            csvRow({verificationWord(kept), keptAsWord(kept), verdictWord(v.verdict), v.by.text(), timeText(v.at), v.typedPlate,
                    v.typedJurisdiction, v.note, r.plate, r.jurisdiction, timeText(r.capturedAt), optional(r.receivedAt)});
        row.chop(2);
        row += ',' + (r.location ? numberCell(r.location->latitude, 6) : QByteArray()) + ',' +
               (r.location ? numberCell(r.location->longitude, 6) : QByteArray()) + ',';
        row += csvRow({r.location ? optional(r.location->accuracyM, 1) : QString(), r.location ? r.location->address : QString(),
                       r.cameraId, r.contributor, r.make, r.model, r.color, r.body, optional(r.plateConfidence, 3),
                       r.exact ? u"yes"_s : u"no"_s, kept.relevance, kept.keptBy.text(), timeText(kept.keptAt), images.join(u' '),
                       placesText(one.places), sourceWord(one), kept.query.text(), r.readId,
                       m_cover.training ? u"TRAINING, made up. "_s + QString::fromLatin1(leadNotice) : QString::fromLatin1(leadNotice)});
        return row;
    }

private:
    const BundleCover& m_cover;
};

/// A hit is a lead until somebody looked at it; what they then found is an entry of its own.
bool isUnverifiedHit(const PublicPart& open)
{
    return open.event == AuditEvent::AlertHit && open.verdict.isEmpty();
}

class EntriesCsv final : public BundleFormat {
public:
    using Chooses = bool (*)(AuditEvent);
    EntriesCsv(QByteArray path, Chooses chooses) : m_path(std::move(path)), m_chooses(chooses) {}
    QByteArray path() const override { return m_path; }
    bool wantsEntries() const override { return true; }
    QByteArray begin() override
    {
        return byteOrderMark + csvRow({u"entry"_s,       u"at"_s,
                                       u"event"_s,       u"outcome"_s,
                                       u"verdict"_s,     u"by"_s,
                                       u"role"_s,        u"on_behalf_of"_s,
                                       u"plate"_s,       u"jurisdiction"_s,
                                       u"from"_s,        u"to"_s,
                                       u"offence"_s,     u"reason"_s,
                                       u"purpose"_s,     u"reason_in_words"_s,
                                       u"limit_years"_s, u"limit_source"_s,
                                       u"approval"_s,    u"returned"_s,
                                       u"kept"_s,        u"discarded"_s,
                                       u"near"_s,        u"reads"_s,
                                       u"note"_s,        u"id"_s});
    }
    QByteArray entry(const BundleEntry& one) override
    {
        const PublicPart& open = one.open;
        const PrivatePart& closed = one.closed;
        if (!m_chooses(open.event))
            return {};
        const auto count = [&open](std::int64_t AuditCounts::* member) {
            return open.counts ? QString::number((*open.counts).*member) : QString();
        };
        const QString role = !open.role ? QString() : *open.role == Role::Agent ? u"agent"_s : u"supervisor"_s;
        return csvRow({QString::number(open.sequence),
                       timeText(open.at),
                       QString::fromLatin1(auditEventName(open.event)),
                       open.outcome,
                       isUnverifiedHit(open) ? u"unverified when it came"_s : open.verdict,
                       closed.userId,
                       role,
                       closed.onBehalfOf,
                       closed.plate,
                       closed.jurisdiction,
                       optional(closed.from),
                       optional(closed.to),
                       open.offence,
                       open.reasonCode,
                       open.purpose,
                       closed.reasonText,
                       open.limit ? QString::number(open.limit->years) : QString(),
                       open.limit ? open.limit->source : QString(),
                       open.approvalId,
                       count(&AuditCounts::returned),
                       count(&AuditCounts::kept),
                       count(&AuditCounts::discarded),
                       count(&AuditCounts::near),
                       closed.readIds.join(u' '),
                       closed.note,
                       open.queryId});
    }

private:
    QByteArray m_path;
    Chooses m_chooses;
};

bool startsWith(AuditEvent event, std::initializer_list<QByteArrayView> things)
{
    const QByteArrayView name(auditEventName(event));
    return std::ranges::any_of(things, [name](QByteArrayView thing) { return name.startsWith(thing); });
}

} // namespace

std::unique_ptr<BundleFormat> makeReadsCsv(const BundleCover& cover)
{
    return std::make_unique<ReadsCsv>(cover);
}

std::unique_ptr<BundleFormat> makeSearchesCsv()
{
    return std::make_unique<EntriesCsv>("data/searches.csv", [](AuditEvent event) { return startsWith(event, {"query.", "results."}); });
}

std::unique_ptr<BundleFormat> makeDecisionsCsv()
{
    return std::make_unique<EntriesCsv>("data/decisions.csv",
                                        [](AuditEvent event) { return startsWith(event, {"read.", "exception.", "case.", "export."}); });
}

std::unique_ptr<BundleFormat> makeAlertsCsv()
{
    return std::make_unique<EntriesCsv>("data/alerts.csv", [](AuditEvent event) { return startsWith(event, {"alert."}); });
}

} // namespace casebound
