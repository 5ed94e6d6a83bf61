// What the service knows beyond the runs themselves. For VerificationService's own files alone.
#pragma once

#include "service/VerificationService.h"

#include <QHash>
#include <QPromise>

#include <list>

namespace casebound {

struct FetchKey {
    qsizetype read = 0;
    ImageKind kind = ImageKind::Plate;
    friend bool operator==(const FetchKey&, const FetchKey&) = default;
    friend size_t qHash(const FetchKey& key, size_t seed) noexcept { return qHashMulti(seed, key.read, int(key.kind)); }
};

struct Original {
    ImageKind kind = ImageKind::Plate;
    QByteArray bytes;
};

/// What is known of one read beyond the run: what was typed, and how its plate picture fared.
struct ReadState {
    std::optional<Revealed> revealed;
    std::optional<PictureState> platePicture;
    QByteArray plateSha256;
    std::vector<Original> originals;
    std::uint64_t lookedAt = 0; ///< Higher is later; 0 never.
};

/// A picture on its way: what to ask for, and who waits for it.
struct Asked {
    QString path;
    std::optional<QByteArray> sha256;
    std::vector<std::shared_ptr<QPromise<Picture>>> waiters;
};

struct RunState {
    QHash<qsizetype, ReadState> reads;
    std::list<std::pair<FetchKey, Picture>> cache; ///< Newest first.
    QHash<FetchKey, Asked> pending;
    std::stop_source stop;
    qint64 remembered = 0;
    bool ofAlert = false; ///< Pictures of hits are asked for without a query's id: there was none.
};

struct VerificationService::Private {
    explicit Private(Parts given) : parts(std::move(given)) {}

    Parts parts;
    QHash<QueryId, std::shared_ptr<RunState>> runs;
    std::uint64_t looks = 0;

    std::shared_ptr<RunState> stateOf(VerificationService* service, QueryRun& run)
    {
        std::shared_ptr<RunState>& state = runs[run.terms().id];
        if (!state) {
            state = std::make_shared<RunState>();
            state->ofAlert = run.isOfAlert();
            const QueryId id = run.terms().id;
            QObject::connect(&run, &QueryRun::readsCleared, service, [service, id] { service->d->drop(id); });
            QObject::connect(&run, &QObject::destroyed, service, [service, id] {
                service->d->drop(id);
                service->d->runs.remove(id);
            });
        }
        return state;
    }

    void drop(const QueryId& id)
    {
        // Stays in the table, emptied: the run may go on after a restart, and its connections with it.
        if (const auto found = runs.find(id); found != runs.end()) {
            found.value()->stop.request_stop();
            const bool ofAlert = found.value()->ofAlert;
            *found.value() = RunState();
            found.value()->ofAlert = ofAlert;
        }
    }

    const RunState* known(const QueryRun& run) const
    {
        const auto found = runs.constFind(run.terms().id);
        return found == runs.constEnd() ? nullptr : found.value().get();
    }

    [[nodiscard]] QFuture<DecodedPicture> decoded(const QByteArray& bytes) const;
    void settle(RunState& state, const FetchKey& key, const Picture& picture);
    QFuture<Picture> ask(VerificationService* service, const std::shared_ptr<RunState>& state, const QueryRun& run, const ImageRow& image,
                         const FetchKey& key);
    void fetch(VerificationService* service, const std::shared_ptr<RunState>& state, const QueryId& query, const FetchKey& key);
};

} // namespace casebound
