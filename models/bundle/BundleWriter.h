// Writes one case-file export: a bag (RFC 8493) with SHA-512 manifests, signed, checked and given its name when whole.
#pragma once

#include "bundle/BundleFormat.h"
#include "bundle/BundleSink.h"
#include "domain/AuditedExport.h"

#include <array>
#include <map>
#include <optional>

namespace casebound {

/// What the caller is to bring next. It goes on until Done; each call may be made from another thread, one at a time.
enum class BundleWants {
    Reads,     ///< addReads(), in the same order each time, then endReads().
    Pictures,  ///< The same, with the pictures' bytes.
    Entries,   ///< addEntries(), oldest first, then endEntries().
    Signature, ///< sign() with a detached CMS over toSign().
    TimeStamp, ///< stamp() with an RFC 3161 answer over toStamp(); only where the cover names who gives it.
    Check,     ///< conclude(): reads back, then publishes.
    Done,
};

/// What came of it.
struct WrittenBundle {
    QString path;
    BundleKind kind = BundleKind::Folder;
    std::int64_t files = 0, bytes = 0; ///< Below data/.
    QByteArray sha512;                 ///< 64 bytes: of the file, or of the folder's tagmanifest-sha512.txt.
    friend bool operator==(const WrittenBundle&, const WrittenBundle&) = default;
};

/// Memory: one batch, and under 300 bytes a file of the bag. Destroyed before Done, it leaves nothing.
class BundleWriter {
public:
    using Done = BundleSink::Done;
    /// The cover stays the caller's and outlives it. CannotWrite where it is the cover of another export than the one that was logged.
    [[nodiscard]] static std::expected<std::unique_ptr<BundleWriter>, BundleFault> create(const AuditedExport& leave,
                                                                                          const BundleCover& cover, BundleKind kind,
                                                                                          const QString& target,
                                                                                          const std::vector<Certificate>& recipients);

    [[nodiscard]] BundleWants wants() const { return m_wants; }
    [[nodiscard]] Done start(); ///< First of all.
    [[nodiscard]] Done addReads(const std::vector<BundleRead>& reads);
    [[nodiscard]] Done endReads();
    [[nodiscard]] Done addEntries(const std::vector<BundleEntry>& entries);
    [[nodiscard]] Done endEntries();
    [[nodiscard]] const QByteArray& toSign() const { return m_tagManifest; }
    [[nodiscard]] Done sign(const QByteArray& signature);
    [[nodiscard]] const QByteArray& toStamp() const { return m_signature; }
    [[nodiscard]] Done stamp(const QByteArray& answer);
    /// With Check wanted: where it lies meanwhile, to be looked at by others; empty for an envelope.
    [[nodiscard]] QString draft() const;
    /// Reads it back. conclude() does it where nobody did.
    [[nodiscard]] Done check();
    [[nodiscard]] std::expected<WrittenBundle, BundleFault> conclude();

    /// How often each read and each entry is asked for; for progress.
    [[nodiscard]] static std::pair<int, int> passes(const BundleCover& cover);

private:
    BundleWriter(const BundleCover& cover, std::unique_ptr<BundleSink> sink, WrittenBundle result);
    [[nodiscard]] Done put(QByteArrayView bytes);
    [[nodiscard]] Done beginFile(const QByteArray& path);
    [[nodiscard]] Done endFile();
    [[nodiscard]] Done wholeFile(const QByteArray& path, QByteArrayView bytes);
    [[nodiscard]] Done addPictures(const std::vector<BundleRead>& reads);
    [[nodiscard]] Done nextFormat(); ///< Ends the present one, begins the next that wants something.
    [[nodiscard]] Done endFormat();
    [[nodiscard]] Done manifest();
    [[nodiscard]] Done writeTags();
    [[nodiscard]] Done finish();
    [[nodiscard]] QByteArray bagInfo() const;

    struct Line {
        QByteArray path, sha512;
    };
    /// SHA-256 and ending, which are its name, and SHA-512: there are two for each read, so no path is held. In the order of their paths.
    using Pictures = std::map<std::pair<Hash, std::array<char, 4>>, std::array<char, 64>>;
    const BundleCover& m_cover;
    std::unique_ptr<BundleSink> m_sink;
    WrittenBundle m_result;
    BundleFormats m_formats;
    std::size_t m_format = 0;
    BundleWants m_wants = BundleWants::Reads;
    bool m_started = false, m_fileEmpty = true, m_checked = false;
    Sha512 m_sum;
    QByteArray m_path, m_tagManifest, m_signature;
    std::vector<Line> m_payload, m_tags;
    Pictures m_pictures;
};

/// "PM-2026-0001_20261120T150405Z": of the case number only letters, digits and hyphens, at most 40.
[[nodiscard]] QByteArray bagName(const CaseNumber& number, Instant at);

} // namespace casebound
