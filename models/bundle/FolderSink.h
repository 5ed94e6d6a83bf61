// An export as a folder: written under a draft's name beside the target.
#pragma once

#include "bundle/BundleSink.h"

#include <QFile>

#include <utility>

namespace casebound {

class FolderSink final : public BundleSink {
public:
    [[nodiscard]] static std::expected<std::unique_ptr<FolderSink>, BundleFault> create(const QString& target);
    ~FolderSink() override;
    FolderSink(const FolderSink&) = delete;
    FolderSink& operator=(const FolderSink&) = delete;
    [[nodiscard]] Done begin(const QByteArray& path) override;
    [[nodiscard]] Done write(QByteArrayView bytes) override;
    [[nodiscard]] Done end() override;
    [[nodiscard]] Done whole(const QByteArray& path, QByteArrayView bytes) override;
    [[nodiscard]] Done finish() override;
    [[nodiscard]] Done check() override;
    [[nodiscard]] QString draft() const override { return m_draft; }
    [[nodiscard]] Done publish() override;

private:
    FolderSink(QString target, QString draft) : m_target(std::move(target)), m_draft(std::move(draft)) {}
    QString m_target, m_draft;
    std::unique_ptr<QFile> m_file;
    std::unique_ptr<Sha512> m_sum;
    QByteArray m_path;
    std::vector<std::pair<QByteArray, QByteArray>> m_sums; ///< Path and SHA-512 of each file.
    bool m_published = false;
};

} // namespace casebound
