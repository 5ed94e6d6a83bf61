#include "bundle/BundleWriter.h"

#include "bundle/BundleText.h"
#include "bundle/CompletenessStatement.h"

#include <QFileInfo>

#include <algorithm>

namespace casebound {

using namespace Qt::StringLiterals;

namespace {

const QByteArray picturesFolder = "data/images/"_ba;

/// bag-info.txt (RFC 8493, 2.2.2): one line each, no line breaks in values.
QByteArray infoLine(const QString& label, const QString& value)
{
    QString name = visible(label);
    return name.replace(u':', u' ').toUtf8() + ": " + visible(value).toUtf8() + '\n';
}

} // namespace

QByteArray bagName(const CaseNumber& number, Instant at)
{
    QByteArray name;
    for (const QChar c : number.text().left(40)) {
        const char16_t u = c.unicode();
        const bool plain = (u >= u'0' && u <= u'9') || (u >= u'A' && u <= u'Z') || (u >= u'a' && u <= u'z') || u == u'-';
        name += plain ? static_cast<char>(u) : '-';
    }
    while (name.startsWith('-'))
        name.remove(0, 1); // no tool takes it for an option
    return (name.isEmpty() ? "case" : name) + '_' + toDateTime(at).toString(u"yyyyMMdd'T'HHmmss'Z'"_s).toLatin1();
}

BundleWriter::BundleWriter(const BundleCover& cover, std::unique_ptr<BundleSink> sink, WrittenBundle result)
    : m_cover(cover),
      m_sink(std::move(sink)),
      m_result(std::move(result)),
      m_formats(bundleFormats(cover))
{
}

std::expected<std::unique_ptr<BundleWriter>, BundleFault> BundleWriter::create(const AuditedExport& leave, const BundleCover& cover,
                                                                               BundleKind kind, const QString& target,
                                                                               const std::vector<Certificate>& recipients)
{
    if (leave.id() != cover.exportId || leave.intentSequence() >= cover.checkpointSize)
        return std::unexpected(BundleFault::CannotWrite);
    auto sink = openBundleSink(kind, target, bagName(cover.subject.number, cover.exportedAt), recipients);
    if (!sink)
        return std::unexpected(sink.error());
    WrittenBundle result;
    result.path = QFileInfo(target).absoluteFilePath();
    result.kind = kind;
    return std::unique_ptr<BundleWriter>(new BundleWriter(cover, *std::move(sink), std::move(result)));
}

std::pair<int, int> BundleWriter::passes(const BundleCover& cover)
{
    const BundleFormats formats = bundleFormats(cover);
    const auto reads = std::ranges::count_if(formats, [](const auto& one) { return one->wantsReads(); });
    const auto entries = std::ranges::count_if(formats, [](const auto& one) { return one->wantsEntries(); });
    return {static_cast<int>(reads) + 1, static_cast<int>(entries)};
}

BundleWriter::Done BundleWriter::put(QByteArrayView bytes)
{
    if (bytes.isEmpty())
        return {};
    m_fileEmpty = false;
    m_sum.add(bytes);
    if (m_path.startsWith("data/"))
        m_result.bytes += bytes.size();
    return m_sink->write(bytes);
}

BundleWriter::Done BundleWriter::beginFile(const QByteArray& path)
{
    m_path = path;
    m_fileEmpty = true;
    return m_sink->begin(path);
}

BundleWriter::Done BundleWriter::endFile()
{
    std::vector<Line>& list = m_path.startsWith("data/") ? m_payload : m_tags;
    list.push_back({.path = m_path, .sha512 = m_sum.finish()});
    if (m_path.startsWith("data/"))
        ++m_result.files;
    return m_sink->end();
}

BundleWriter::Done BundleWriter::wholeFile(const QByteArray& path, QByteArrayView bytes)
{
    return beginFile(path).and_then([&] { return put(bytes); }).and_then([&] { return endFile(); });
}

BundleWriter::Done BundleWriter::start()
{
    return wholeFile("bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n").and_then([this] { return nextFormat(); });
}

BundleWriter::Done BundleWriter::endFormat()
{
    if (const auto done = put(m_formats[m_format]->end()); !done)
        return done;
    if (m_fileEmpty && m_path.endsWith(".pdf"))
        return std::unexpected(BundleFault::ReportFailed);
    return endFile();
}

BundleWriter::Done BundleWriter::nextFormat()
{
    while (true) {
        if (m_started) {
            if (const auto done = endFormat(); !done)
                return done;
            ++m_format;
        }
        m_started = true;
        if (m_format == m_formats.size()) {
            m_wants = BundleWants::Pictures;
            return {};
        }
        BundleFormat& format = *m_formats[m_format];
        if (const auto done = beginFile(format.path()).and_then([&] { return put(format.begin()); }); !done)
            return done;
        if (format.wantsReads() || format.wantsEntries()) {
            m_wants = format.wantsReads() ? BundleWants::Reads : BundleWants::Entries;
            return {};
        }
    }
}

BundleWriter::Done BundleWriter::addReads(const std::vector<BundleRead>& reads)
{
    if (m_wants == BundleWants::Pictures)
        return addPictures(reads);
    for (const BundleRead& read : reads) {
        if (auto more = m_formats[m_format]->continuation()) {
            if (const auto done = endFormat(); !done)
                return done;
            m_formats[m_format] = std::move(more);
            BundleFormat& format = *m_formats[m_format];
            if (const auto done = beginFile(format.path()).and_then([&] { return put(format.begin()); }); !done)
                return done;
        }
        if (const auto done = put(m_formats[m_format]->read(read)); !done)
            return done;
    }
    return {};
}

BundleWriter::Done BundleWriter::addPictures(const std::vector<BundleRead>& reads)
{
    for (const BundleRead& read : reads) {
        for (const BundlePicture& picture : picturesOf(read.kept, m_cover.vehicleImages)) {
            const auto bytes = std::ranges::find(read.kept.images, picture.kind, &std::pair<ImageKind, QByteArray>::first);
            const Hash digest = sha256(bytes->second);
            if (toBytes(digest) != picture.sha256)
                return std::unexpected(BundleFault::PictureDiffers);
            const QByteArray name = picture.name.toLatin1();
            std::array<char, 4> ending{};
            std::ranges::copy(name.last(4), ending.begin());
            const auto [line, isNew] = m_pictures.try_emplace({digest, ending});
            if (!isNew)
                continue; // a picture of two reads is written once
            m_sum.add(bytes->second);
            std::ranges::copy(m_sum.finish(), line->second.begin());
            ++m_result.files;
            m_result.bytes += bytes->second.size();
            if (const auto done = m_sink->whole(picturesFolder + name, bytes->second); !done)
                return done;
        }
    }
    return {};
}

BundleWriter::Done BundleWriter::endReads()
{
    if (m_wants == BundleWants::Pictures)
        return writeTags();
    if (m_formats[m_format]->wantsEntries()) {
        m_wants = BundleWants::Entries;
        return {};
    }
    return nextFormat();
}

BundleWriter::Done BundleWriter::addEntries(const std::vector<BundleEntry>& entries)
{
    for (const BundleEntry& entry : entries) {
        if (const auto done = put(m_formats[m_format]->entry(entry)); !done)
            return done;
    }
    return {};
}

BundleWriter::Done BundleWriter::endEntries()
{
    return nextFormat();
}

QByteArray BundleWriter::bagInfo() const
{
    QByteArray info = infoLine(u"Source-Organization"_s, m_cover.office) + infoLine(u"External-Identifier"_s, m_cover.exportId) +
                      infoLine(u"Bagging-Date"_s, timeText(m_cover.exportedAt).left(10)) +
                      infoLine(u"Payload-Oxum"_s, u"%1.%2"_s.arg(m_result.bytes).arg(m_result.files)) +
                      infoLine(u"Bag-Software-Agent"_s, u"Casebound "_s + m_cover.appVersion);
    for (const auto& facts : {coverFacts(m_cover), numberFacts(m_cover), retentionFacts(m_cover.retention, m_cover.subject)}) {
        for (const auto& [term, value] : facts)
            info += infoLine(term, value);
    }
    for (const QString& sentence : completenessSentences(m_cover))
        info += infoLine(u"Notice"_s, sentence);
    return info;
}

BundleWriter::Done BundleWriter::manifest()
{
    std::ranges::sort(m_payload, {}, &Line::path);
    const auto after = std::ranges::upper_bound(m_payload, picturesFolder, {}, &Line::path);
    const auto lines = [this](auto from, auto to) -> Done {
        for (auto line = from; line != to; ++line) {
            if (const auto done = put(line->sha512.toHex() + "  " + line->path + '\n'); !done)
                return done;
        }
        return {};
    };
    if (const auto done = lines(m_payload.begin(), after); !done)
        return done;
    for (const auto& [name, sha512] : m_pictures) {
        QByteArray line = QByteArray(sha512.data(), sha512.size()).toHex() + "  " + picturesFolder + toBytes(name.first).toHex();
        line.append(name.second.data(), name.second.size()).append('\n');
        if (const auto done = put(line); !done)
            return done;
    }
    return lines(after, m_payload.end());
}

BundleWriter::Done BundleWriter::writeTags()
{
    if (const auto done = wholeFile("data/audit/checkpoint", m_cover.checkpoint); !done)
        return done;
    if (const auto done = beginFile("manifest-sha512.txt"); !done)
        return done;
    if (const auto done = manifest(); !done)
        return done;
    if (const auto done = endFile(); !done)
        return done;
    m_pictures.clear(); // of 20,000 reads more than everything else held here
    if (const auto done = wholeFile("bag-info.txt", bagInfo()); !done)
        return done;
    for (const Line& line : m_tags)
        m_tagManifest += line.sha512.toHex() + "  " + line.path + '\n';
    if (const auto done = m_sink->whole("tagmanifest-sha512.txt", m_tagManifest); !done)
        return done;
    m_wants = BundleWants::Signature;
    return {};
}

BundleWriter::Done BundleWriter::sign(const QByteArray& signature)
{
    auto done = m_sink->whole("signature/tagmanifest-sha512.txt.p7s", signature);
    if (done && !m_cover.timeStampBy.isEmpty()) {
        m_signature = signature;
        m_wants = BundleWants::TimeStamp;
        return done;
    }
    return done.and_then([this] { return finish(); });
}

BundleWriter::Done BundleWriter::stamp(const QByteArray& answer)
{
    return m_sink->whole("signature/tagmanifest-sha512.txt.p7s.tsr", answer).and_then([this] { return finish(); });
}

BundleWriter::Done BundleWriter::finish()
{
    const auto done = m_sink->finish();
    if (done)
        m_wants = BundleWants::Check;
    return done;
}

QString BundleWriter::draft() const
{
    return m_wants == BundleWants::Check && m_result.kind != BundleKind::Encrypted ? m_sink->draft() : QString();
}

BundleWriter::Done BundleWriter::check()
{
    const auto done = m_checked ? Done() : m_sink->check();
    m_checked = done.has_value();
    return done;
}

std::expected<WrittenBundle, BundleFault> BundleWriter::conclude()
{
    if (const auto done = check().and_then([this] { return m_sink->publish(); }); !done)
        return std::unexpected(done.error());
    m_wants = BundleWants::Done;
    m_result.sha512 = m_sink->digest();
    if (m_result.sha512.isEmpty()) {
        m_sum.add(m_tagManifest);
        m_result.sha512 = m_sum.finish();
    }
    return m_result;
}

} // namespace casebound
