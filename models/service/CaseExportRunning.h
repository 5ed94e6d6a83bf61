// What an export under way consists of; only for sources of this folder.
#pragma once

#include "bundle/AuditExtract.h"
#include "bundle/CompletenessStatement.h"
#include "service/CaseExport.h"
#include "store/AuditLog.h"

#include <QFutureWatcher>

#include <array>
#include <atomic>
#include <optional>

namespace casebound {

/// Shared with the worker, which alone touches the writer while it works. The window may let go of it at any time: what was begun is
/// removed by whoever is the last to hold it.
struct CaseExport::Job {
    BundleCover cover;
    std::unique_ptr<BundleWriter> writer;
    std::optional<WrittenBundle> written;

    /// True: it will never get its name. False: it is getting it, or has it.
    [[nodiscard]] bool stop();
    /// True once at most, and then nobody can stop it any more.
    [[nodiscard]] bool mayPublish();
    [[nodiscard]] bool isStopped() const { return m_fate == Fate::Stopped; }

private:
    enum class Fate { Open, Stopped, Publishing };
    std::atomic<Fate> m_fate = Fate::Open;
};

/// On the window's thread alone.
struct CaseExport::Running {
    enum class Phase { Proofs, Numbers, Writing };

    CaseExportRequest request;
    QString id;
    std::optional<AuditedExport> leave; ///< Made of the receipt of its intention.
    std::shared_ptr<Job> job = std::make_shared<Job>();
    Phase phase = Phase::Proofs;
    std::vector<std::int64_t> rows;       ///< Of the case's kept reads.
    std::vector<std::uint64_t> sequences; ///< Of the case's entries.
    std::optional<ProofMaker> proofs;
    CaseCount count;
    std::size_t next = 0;               ///< In rows or sequences: how far this pass has come.
    std::shared_ptr<const Batch> ahead; ///< Read while the worker was busy.
    /// Of reads without pictures, and of entries: the first batches of a pass stay for the passes after it, as there are a dozen.
    std::array<std::vector<std::shared_ptr<const Batch>>, 2> held;
    quint64 done = 0, total = 1;
    bool isStamping = false; ///< A time stamp service was asked; no worker is at work meanwhile.
    std::unique_ptr<QFutureWatcher<std::expected<void, CaseExportProblem>>> worker;
};

[[nodiscard]] CaseExportProblem problemOf(BundleFault fault);

} // namespace casebound
