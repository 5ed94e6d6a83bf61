// A file that has no name until it is whole.
#pragma once

#include "bundle/BundleSink.h"

namespace casebound {

[[nodiscard]] BundleFault bundleFaultOfErrno();
/// Of a folder; of the whole file system where `all`.
[[nodiscard]] bool syncFolder(const QString& folder, bool all);
/// Never replaces anything. On file systems without such a rename (FAT) looks first.
[[nodiscard]] BundleSink::Done renameDraft(const QString& draft, const QString& target);
/// A name beside the target that says what it is.
[[nodiscard]] QString draftName(const QString& target);

class DraftFile {
public:
    [[nodiscard]] static std::expected<std::unique_ptr<DraftFile>, BundleFault> create(const QString& target);
    ~DraftFile();
    DraftFile(const DraftFile&) = delete;
    DraftFile& operator=(const DraftFile&) = delete;

    [[nodiscard]] bool write(QByteArrayView bytes); ///< False: see fault().
    [[nodiscard]] BundleFault fault() const { return m_fault; }
    [[nodiscard]] std::int64_t size() const { return m_size; }
    [[nodiscard]] BundleSink::Done finish();
    [[nodiscard]] BundleSink::Done check() const;
    /// A name for it in this process.
    [[nodiscard]] QString draft() const;
    [[nodiscard]] BundleSink::Done publish();
    [[nodiscard]] const QByteArray& digest() const { return m_digest; }

private:
    DraftFile(QString target, QString draft, int file) : m_target(std::move(target)), m_draft(std::move(draft)), m_file(file) {}
    [[nodiscard]] bool flush();
    QString m_target, m_draft; ///< Empty draft: unnamed.
    int m_file = -1;
    QByteArray m_buffer, m_digest;
    Sha512 m_sum;
    std::int64_t m_size = 0;
    BundleFault m_fault = BundleFault::CannotWrite;
    bool m_published = false;
};

/// SHA-512 of a file of any size; empty where it cannot be read.
[[nodiscard]] QByteArray sha512OfFile(int file);

} // namespace casebound
