// Writes a log for outsiders: a tlog-tiles folder (C2SP) that holds no private part, so that it can be published.
#pragma once

#include "ledger/Checkpoint.h"
#include "ledger/Tiles.h"

#include <QString>

#include <expected>
#include <memory>

namespace casebound {

enum class ExportFault {
    TargetExists, ///< Nothing was touched.
    CannotWrite,  ///< Missing folder or rights. What was written is removed.
    DiskFull,     ///< What was written is removed.
    EntryTooLarge,
    CannotSign,
    CannotRead, ///< The log changed or could not be read again after it was checked.
    NotInOrder, ///< The log itself: see the report.
};

/// Written beside the target, synced, renamed: the target is whole or does not exist. Destroyed unfinished, it leaves nothing.
class TileExport {
public:
    [[nodiscard]] static std::expected<std::unique_ptr<TileExport>, ExportFault> create(const QString& target);
    ~TileExport();
    TileExport(const TileExport&) = delete;
    TileExport& operator=(const TileExport&) = delete;

    [[nodiscard]] std::expected<void, ExportFault> add(QByteArrayView publicBytes);
    /// For those who may see it; not part of what is published. Named by the entry and by its digest.
    [[nodiscard]] std::expected<void, ExportFault> addPrivate(std::uint64_t sequence, QByteArrayView privateBytes);
    [[nodiscard]] std::expected<void, ExportFault> addSealed(QByteArrayView blob);
    /// The wrapped key (CMS) of the segment that blobs name, once each: sealed/<its SHA-256>.cms.
    [[nodiscard]] std::expected<void, ExportFault> addSegment(QByteArrayView cms);
    /// The head of what was added so far; without an origin.
    [[nodiscard]] Checkpoint head() const { return {.origin = {}, .size = m_tree.size(), .root = m_tree.root()}; }
    /// Signs the head, writes what is left, renames. Nothing may be called afterwards.
    [[nodiscard]] std::expected<Checkpoint, ExportFault> finish(const CheckpointSigner& signer);

private:
    TileExport(QString target, QString draft);
    void write(const QByteArray& path, QByteArrayView bytes);
    void flushBundle();
    [[nodiscard]] ExportFault writeFault() const { return m_full ? ExportFault::DiskFull : ExportFault::CannotWrite; }
    QString m_target, m_draft;
    QByteArray m_bundle;
    TileBuilder m_tree;
    bool m_failed = false, m_full = false, m_finished = false;
};

} // namespace casebound
