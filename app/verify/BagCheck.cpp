#include "BagCheck.h"

#include "BagFiles.h"
#include "BagLog.h"
#include "LineSplitter.h"
#include "crypto/Cms.h"
#include "crypto/Digest.h"
#include "crypto/TimeStamp.h"

#include <algorithm>
#include <array>
#include <deque>
#include <functional>
#include <map>

namespace casebound {

using namespace Qt::StringLiterals;

namespace {

constexpr std::int64_t largestManifest = 256 << 20;
constexpr qsizetype longestManifestLine = 1'024;
constexpr qsizetype largestTag = 4 << 20;
const QByteArray tagManifestName = "tagmanifest-sha512.txt", manifestName = "manifest-sha512.txt";
const QByteArray signatureName = "signature/tagmanifest-sha512.txt.p7s", stampName = signatureName + ".tsr";

class BagCheck {
public:
    BagCheck(const BagFiles& files, const BagOptions& options, BagReport& report) : m_files(files), m_options(options), m_report(report) {}

    void run()
    {
        for (const QByteArrayView name : m_files.strange())
            m_report.add(BagFaultKind::FileStrange, name);
        const auto tags = m_files.read(tagManifestName, largestTag);
        if (!tags) {
            const bool isBag = std::ranges::any_of(m_files.names(), [](auto name) { return name == "bagit.txt" || name == manifestName; });
            m_report.add(isBag ? BagFaultKind::FileMissing : BagFaultKind::NotABag, tagManifestName);
            return;
        }
        readInfo();
        checkSignature(*tags, checkStamp());
        checkManifests(*tags);
        checkSize();
        checkBagLog(m_files, m_options.keys, m_info, m_report);
    }

private:
    struct Listed {
        QByteArrayView name; ///< One of `m_present`, or of `m_missing`.
        std::array<char, 64> sha512{};
    };

    /// What it holds goes before the log's check holds its own.
    void checkManifests(const QByteArray& tags)
    {
        m_present = m_files.names();
        sortOut(m_present);
        m_listed.reserve(m_present.size());
        readManifest(tagManifestName, false, [&tags](LineSplitter& lines) { lines.add(tags); }); // the bytes that were signed
        for (const QByteArray& name : {QByteArray("bagit.txt"), QByteArray("bag-info.txt"), manifestName}) {
            if (std::ranges::find(m_listed, QByteArrayView(name), &Listed::name) == m_listed.end())
                m_report.add(BagFaultKind::ManifestBroken, tagManifestName + " without " + name);
        }
        readManifest(manifestName, true, [this](LineSplitter& lines) {
            std::int64_t size = 0;
            const auto done = m_files.stream(manifestName, [&](QByteArrayView piece) {
                size += piece.size();
                if (size > largestManifest)
                    lines.stop();
                lines.add(piece);
            });
            if (!done)
                m_report.add(BagFaultKind::FileMissing, manifestName);
        });
        sortOut(m_listed, &Listed::name);
        checkListed();
        checkAdded();
        m_listed = {};
        m_present = {};
    }

    /// In the order of their names, each once; what is there twice is reported.
    template <class Item, class Name = std::identity>
    void sortOut(std::vector<Item>& list, Name name = {})
    {
        std::ranges::stable_sort(list, std::less<>(), name);
        std::size_t kept = 0;
        for (const Item& item : list) {
            if (kept > 0 && std::invoke(name, list[kept - 1]) == std::invoke(name, item))
                m_report.add(BagFaultKind::FileTwice, std::invoke(name, item));
            else
                list[kept++] = item;
        }
        list.resize(kept);
    }

    void readManifest(const QByteArray& name, bool payload, const std::function<void(LineSplitter&)>& feed)
    {
        qsizetype number = 1;
        LineSplitter lines(longestManifestLine, [&](QByteArrayView line) {
            const auto parsed = parseManifestLine(line);
            if (!parsed || parsed->name.startsWith("data/") != payload)
                return false;
            ++number;
            Listed& one = m_listed.emplace_back(Listed{.name = lasting(parsed->name)});
            std::ranges::copy(QByteArray::fromHex(parsed->sha512.toByteArray()), one.sha512.begin());
            return true;
        });
        feed(lines);
        if (!lines.isDone())
            m_report.add(BagFaultKind::ManifestBroken, name + " line " + QByteArray::number(number));
    }

    /// The same name in what stays: nearly always a file's.
    QByteArrayView lasting(QByteArrayView name)
    {
        const auto at = std::ranges::lower_bound(m_present, name, std::less<>());
        return at != m_present.end() && *at == name ? *at : QByteArrayView(m_missing.emplace_back(name.toByteArray()));
    }

    void checkListed()
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
            if (sha512.finish() != QByteArrayView(expected))
                m_report.add(BagFaultKind::FileAltered, name);
            if (image && toBytes(sha256.finish()).toHex() != name.sliced(12, std::max<qsizetype>(0, name.indexOf('.', 12) - 12)))
                m_report.add(BagFaultKind::ImageDiffers, name);
            if (name.startsWith("data/")) {
                ++m_report.files;
                m_report.bytes += *length;
            }
        }
    }

    void checkAdded()
    {
        for (const QByteArrayView name : m_present) {
            const auto listed = std::ranges::lower_bound(m_listed, name, std::less<>(), &Listed::name);
            if ((listed == m_listed.end() || listed->name != name) && name != tagManifestName && name != signatureName &&
                (name != stampName || !isStamped()))
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
    std::vector<QByteArrayView> m_present; ///< Sorted.
    std::deque<QByteArray> m_missing;      ///< Names that a manifest has and the files have not.
    std::vector<Listed> m_listed;          ///< Sorted once both manifests are read.
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
    return ManifestLine{.sha512 = digits, .name = name};
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
