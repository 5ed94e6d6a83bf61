// An export as one zip (PKWARE APPNOTE 6.3), written front to back: it can be encrypted on its way, and nothing plain touches the disk.
#pragma once

#include "bundle/BundleSink.h"
#include "bundle/DraftFile.h"
#include "crypto/CmsStream.h"

struct z_stream_s;

namespace casebound {

/// Pictures are stored, what is made on the way is deflated. Zip64 where it is needed; every local name begins with the bag's.
class ZipSink final : public BundleSink {
public:
    [[nodiscard]] static std::expected<std::unique_ptr<ZipSink>, BundleFault> create(const QString& target, const QByteArray& root,
                                                                                     const std::vector<Certificate>& recipients);
    ~ZipSink() override;
    [[nodiscard]] Done begin(const QByteArray& path) override;
    [[nodiscard]] Done write(QByteArrayView bytes) override;
    [[nodiscard]] Done end() override;
    [[nodiscard]] Done whole(const QByteArray& path, QByteArrayView bytes) override;
    [[nodiscard]] Done finish() override;
    [[nodiscard]] Done check() override { return m_file->check(); }
    [[nodiscard]] QString draft() const override { return m_file->draft(); }
    [[nodiscard]] Done publish() override { return m_file->publish(); }
    [[nodiscard]] QByteArray digest() const override { return m_file->digest(); }

private:
    struct Member {
        QByteArray path;
        std::uint32_t crc = 0;
        std::uint64_t offset = 0, packed = 0, plain = 0;
        bool deflated = false;
    };
    ZipSink(std::unique_ptr<DraftFile> file, QByteArray root);
    [[nodiscard]] Done put(QByteArrayView bytes);
    [[nodiscard]] Done deflateSome(QByteArrayView bytes, bool last);
    [[nodiscard]] QByteArray fields(qsizetype extra) const;
    [[nodiscard]] QByteArray localHeader() const;
    void list(); ///< The member that is whole, in the directory.
    [[nodiscard]] QByteArray endOfDirectory(std::uint64_t size) const;

    std::unique_ptr<DraftFile> m_file;
    std::unique_ptr<CmsStream> m_envelope; ///< None: not encrypted.
    QByteArray m_root;
    std::unique_ptr<z_stream_s> m_deflate;
    Member m_member;                     ///< The one being written.
    std::vector<QByteArray> m_directory; ///< As it will be written, in pieces: it is all that grows with the number of files.
    std::uint64_t m_count = 0, m_at = 0; ///< Members listed; bytes of the zip so far.
};

} // namespace casebound
