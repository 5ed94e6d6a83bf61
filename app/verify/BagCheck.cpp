#include "BagCheck.h"

#include "BagFiles.h"
#include "BagLog.h"
#include "crypto/Cms.h"
#include "crypto/Digest.h"
#include "crypto/TimeStamp.h"

#include <algorithm>
#include <map>

namespace casebound {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype largestManifest = 256 << 20;
constexpr qsizetype largestTag = 4 << 20;
const QByteArray tagManifestName = "tagmanifest-sha512.txt", manifestName = "manifest-sha512.txt";
const QByteArray signatureName = "signature/tagmanifest-sha512.txt.p7s", stampName = signatureName + ".tsr";

class BagCheck {
public:
    BagCheck(const BagFiles& files, const BagOptions& options, BagReport& report) : m_files(files), m_options(options), m_report(report) {}

    void run()
    {
        for (const QByteArray& name : m_files.strange())
            m_report.add(BagFaultKind::FileStrange, name);
        QByteArrayList names = m_files.names();
        std::ranges::sort(names);
        for (qsizetype i = 1; i < names.size(); ++i) {
            if (names[i] == names[i - 1])
                m_report.add(BagFaultKind::FileTwice, names[i]);
        }
        const auto tags = m_files.read(tagManifestName, largestTag);
        if (!tags) {
            m_report.add(names.contains("bagit.txt") || names.contains(manifestName) ? BagFaultKind::FileMissing : BagFaultKind::NotABag,
                         tagManifestName);
            return;
        }
        readManifest(*tags, tagManifestName, false);
        for (const QByteArray& name : {QByteArray("bagit.txt"), QByteArray("bag-info.txt"), manifestName}) {
            if (!m_listed.contains(name))
                m_report.add(BagFaultKind::ManifestBroken, tagManifestName + " without " + name);
        }
        if (const auto manifest = m_files.read(manifestName, largestManifest))
            readManifest(*manifest, manifestName, true);
        else
            m_report.add(BagFaultKind::FileMissing, manifestName);
        readInfo();
        checkSignature(*tags, checkStamp());
        checkFiles(names);
        checkSize();
        m_listed.clear(); // for what the log's check will hold
        checkBagLog(m_files, m_options.keys, m_info, m_report);
    }

private:
    void readManifest(const QByteArray& bytes, const QByteArray& name, bool payload)
    {
        qsizetype number = 0;
        for (qsizetype at = 0; at < bytes.size();) {
            const qsizetype end = bytes.indexOf('\n', at);
            const QByteArrayView line = QByteArrayView(bytes).sliced(at, (end < 0 ? bytes.size() : end) - at);
            at = end < 0 ? bytes.size() : end + 1;
            ++number;
            const auto parsed = parseManifestLine(line);
            if (end < 0 || !parsed || parsed->name.startsWith("data/") != payload) {
                m_report.add(BagFaultKind::ManifestBroken, name + " line " + QByteArray::number(number));
                return;
            }
            if (!m_listed.emplace(parsed->name, parsed->sha512).second)
                m_report.add(BagFaultKind::FileTwice, parsed->name);
        }
    }

    void checkFiles(const QByteArrayList& names)
    {
        for (const auto& [name, expected] : m_listed) {
            Sha512 sha512;
            Sha256 sha256;
            const bool image = name.startsWith("data/images/");
            const auto length = m_files.stream(name, [&](QByteArrayView piece) {
                sha512.add(piece);
                if (image)
                    sha256.add(piece);
            });
            if (!length) {
                switch (length.error()) {
                case ReadProblem::Missing: m_report.add(BagFaultKind::FileMissing, name); break;
                case ReadProblem::TooLarge: m_report.add(BagFaultKind::TooLarge, name); break;
                case ReadProblem::NotRegular: m_report.add(BagFaultKind::FileAltered, name); break;
                case ReadProblem::Unreadable: m_report.cannotTell += printable(name) + u" cannot be read"_s; break;
                }
                continue;
            }
            if (sha512.finish() != expected)
                m_report.add(BagFaultKind::FileAltered, name);
            if (image && toBytes(sha256.finish()).toHex() != name.sliced(12, std::max<qsizetype>(0, name.indexOf('.', 12) - 12)))
                m_report.add(BagFaultKind::ImageDiffers, name);
            if (name.startsWith("data/")) {
                ++m_report.files;
                m_report.bytes += *length;
            }
        }
        for (const QByteArray& name : names) {
            if (!m_listed.contains(name) && name != tagManifestName && name != signatureName && (name != stampName || !isStamped()))
                m_report.add(BagFaultKind::FileAdded, name);
        }
    }

    [[nodiscard]] bool isStamped() const { return m_info.contains("Time stamp"); }

    void readInfo()
    {
        for (const QByteArray& line : m_files.read("bag-info.txt", largestTag).value_or(QByteArray()).split('\n')) {
            const qsizetype colon = line.indexOf(": ");
            if (colon > 0)
                m_info.emplace(line.first(colon), line.sliced(colon + 2));
        }
        m_report.caseNumber = QString::fromUtf8(m_info["Case"]);
    }

    void checkSize()
    {
        const QByteArray oxum = QByteArray::number(qlonglong(m_report.bytes)) + '.' + QByteArray::number(qlonglong(m_report.files));
        if (m_info["Payload-Oxum"] != oxum)
            m_report.add(BagFaultKind::SizeDiffers, "bag-info.txt");
    }

    /// When the signature was there at the latest, as somebody trusted says; nothing where nobody does.
    std::optional<Instant> checkStamp()
    {
        if (!isStamped())
            return std::nullopt;
        const auto stamp = m_files.read(stampName, largestTimeStamp), signature = m_files.read(signatureName, largestTag);
        if (!stamp || !signature) {
            m_report.add(stamp.error_or(ReadProblem::Missing) == ReadProblem::TooLarge ? BagFaultKind::TooLarge : BagFaultKind::FileMissing,
                         stampName);
            return std::nullopt;
        }
        if (m_options.stampAnchors.empty()) {
            m_report.cannotTell += u"no authority of time stamps was given (--tsa-ca), so nobody knows when it was signed"_s;
            return std::nullopt;
        }
        const auto checked = checkTimeStamp(*stamp, *signature, m_options.stampAnchors, m_options.now);
        if (!checked) {
            m_report.add(checked.error() == CryptoFault::Untrusted ? BagFaultKind::StampUntrusted : BagFaultKind::StampBad, stampName);
            return std::nullopt;
        }
        m_report.stampedAt = checked->at;
        m_report.stampedBy = checked->authority.commonName();
        return checked->at;
    }

    void checkSignature(const QByteArray& signedBytes, std::optional<Instant> stampedAt)
    {
        const auto signature = m_files.read(signatureName, largestTag);
        if (!signature) {
            m_report.add(BagFaultKind::FileMissing, signatureName);
            return;
        }
        if (m_options.anchors.empty()) {
            m_report.cannotTell += u"no authority was given (--ca), so nobody knows who signed it"_s;
            return;
        }
        // A certificate that ran out after it was used is no worse for it, where somebody trusted says when that was.
        const auto signer = verifyDetachedUnder(*signature, signedBytes, m_options.anchors, stampedAt.value_or(m_options.now));
        if (!signer) {
            m_report.add(signer.error() == CryptoFault::Untrusted ? BagFaultKind::SignerUntrusted : BagFaultKind::SignatureBad,
                         signatureName);
            return;
        }
        m_report.signer = signer->commonName();
        m_report.signatureChecked = true;
    }

    const BagFiles& m_files;
    const BagOptions& m_options;
    BagReport& m_report;
    std::map<QByteArray, QByteArray> m_listed;
    std::map<QByteArray, QByteArray> m_info;
};

} // namespace

std::optional<ManifestLine> parseManifestLine(QByteArrayView line)
{
    if (line.size() < 131 || line[128] != ' ' || (line[129] != ' ' && line[129] != '*'))
        return std::nullopt;
    const QByteArrayView digits = line.first(128), name = line.sliced(130);
    if (!std::ranges::all_of(digits, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); }) || !isInsideName(name))
        return std::nullopt;
    return ManifestLine{.sha512 = QByteArray::fromHex(digits.toByteArray()), .name = name.toByteArray()};
}

BagReport checkBag(const QString& path, const BagOptions& options)
{
    BagReport report;
    const auto files = BagFiles::open(path, options.recipientKey);
    if (files) {
        BagCheck(**files, options, report).run();
        return report;
    }
    switch (files.error()) {
    case BagOpening::Missing: report.cannotTell += u"there is nothing at this path"_s; break;
    case BagOpening::Unreadable: report.cannotTell += u"it cannot be read"_s; break;
    case BagOpening::NeedsKey: report.cannotTell += u"it is encrypted; bring a recipient's key (--recipient-key)"_s; break;
    case BagOpening::NotForThisKey:
        report.cannotTell += u"it is not encrypted to this key, or what says for whom it is was altered"_s;
        break;
    case BagOpening::NotABag: report.add(BagFaultKind::NotABag, {}); break;
    case BagOpening::Damaged: report.add(BagFaultKind::Damaged, {}); break;
    case BagOpening::Altered: report.add(BagFaultKind::EnvelopeAltered, {}); break;
    case BagOpening::TooLarge: report.add(BagFaultKind::TooLarge, {}); break;
    case BagOpening::SeveralRoots: report.add(BagFaultKind::UnsafeName, {}); break;
    }
    return report;
}

} // namespace casebound
