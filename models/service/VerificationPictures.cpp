// How pictures are fetched, checked, decoded and kept at hand.
#include "service/VerificationService.h"

#include "service/RoleGate.h"
#include "service/VerificationState.h"

#include <QCryptographicHash>
#include <QtConcurrentRun>

#include <algorithm>

namespace casebound {

namespace {

constexpr qint64 maxCachedBytes = 96 * 1024 * 1024; ///< Decoded pictures of one run.
constexpr std::size_t maxCachedPictures = 32;
constexpr qint64 maxRememberedBytes = 256 * 1024 * 1024; ///< Original bytes of looked-at reads of one run, for keeping.

qint64 cost(const Picture& picture)
{
    return picture.image.sizeInBytes() + picture.bytes.size();
}

QFuture<Picture> ready(Picture picture)
{
    return QtFuture::makeReadyValueFuture(std::move(picture));
}

} // namespace

void VerificationService::Private::settle(RunState& state, const FetchKey& key, const Picture& picture)
{
    const auto waiters = state.pending.take(key).waiters;
    // A picture the vendor did not give, or that nobody tried to decode, may be asked for again; anything else is final for this run.
    const bool untried = picture.fault == PictureFault::NoHelper || picture.fault == PictureFault::NoSandbox;
    const bool final = !untried && (!picture.failure || picture.state == PictureState::Gone);
    if (key.kind == ImageKind::Plate && final) {
        ReadState& read = state.reads[key.read];
        read.platePicture = picture.state;
        read.plateSha256 = picture.sha256;
    }
    if (final) {
        state.cache.emplace_front(key, picture);
        qint64 held = 0;
        for (const auto& [cachedKey, cached] : state.cache)
            held += cost(cached);
        while (state.cache.size() > 1 && (state.cache.size() > maxCachedPictures || held > maxCachedBytes)) {
            held -= cost(state.cache.back().second);
            state.cache.pop_back();
        }
    }
    if (picture.state == PictureState::Good && state.remembered + picture.bytes.size() <= maxRememberedBytes) {
        std::vector<Original>& originals = state.reads[key.read].originals;
        if (std::ranges::none_of(originals, [&](const Original& held) { return held.kind == key.kind; })) {
            originals.push_back({.kind = key.kind, .bytes = picture.bytes});
            state.remembered += picture.bytes.size();
        }
    }
    for (const auto& promise : waiters) {
        promise->addResult(picture);
        promise->finish();
    }
}

QFuture<Picture> VerificationService::Private::ask(VerificationService* service, const std::shared_ptr<RunState>& state,
                                                   const QueryRun& run, const ImageRow& image, const FetchKey& key)
{
    Asked& asked = state->pending[key];
    const auto promise = asked.waiters.emplace_back(std::make_shared<QPromise<Picture>>());
    promise->start();
    if (asked.waiters.size() > 1)
        return promise->future();
    asked.path = run.reads().string(image.path);
    if (image.hasSha256)
        asked.sha256 = QByteArray(reinterpret_cast<const char*>(image.sha256.data()), qsizetype(image.sha256.size()));
    fetch(service, state, run.terms().id, key);
    return promise->future();
}

void VerificationService::Private::fetch(VerificationService* service, const std::shared_ptr<RunState>& state, const QueryId& query,
                                         const FetchKey& key)
{
    const Asked& asked = state->pending[key];
    const std::optional<QByteArray> expected = asked.sha256;
    const std::stop_token stop = state->stop.get_token();
    const auto deliver = [state, key, stop](const Picture& picture, VerificationService& self) {
        if (!stop.stop_requested())
            self.d->settle(*state, key, picture);
    };
    parts.vendor.image(asked.path, state->ofAlert ? QueryId() : query, stop)
        .then(service, [service, expected, deliver](const VendorResult<QByteArray>& answer) {
            if (!answer) {
                Picture picture;
                picture.state = answer.error().fault == VendorFault::Gone ? PictureState::Gone : PictureState::Missing;
                picture.failure = answer.error();
                deliver(picture, *service);
                return;
            }
            const QByteArray bytes = *answer;
            QtConcurrent::run([bytes] {
                return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
            }).then(service, [service, bytes, expected, deliver](const QByteArray& sha256) {
                Picture picture;
                picture.sha256 = sha256;
                if (expected && *expected != sha256) { // another picture than the read's: nobody decodes it
                    picture.state = PictureState::HashDiffers;
                    deliver(picture, *service);
                    return;
                }
                picture.state = expected ? PictureState::Good : PictureState::HashMissing;
                service->d->decoded(bytes).then(service, [service, bytes, picture, deliver](const DecodedPicture& decoded) mutable {
                    if (decoded) {
                        picture.image = *decoded;
                        picture.bytes = bytes;
                    } else {
                        picture.state = PictureState::Undecodable;
                        picture.fault = decoded.error();
                    }
                    deliver(picture, *service);
                });
            });
        });
}

QFuture<DecodedPicture> VerificationService::Private::decoded(const QByteArray& bytes) const
{
    if (!parts.decoder || !may(parts.actor, Action::LookAtPicture))
        return QtFuture::makeReadyValueFuture(DecodedPicture(std::unexpected(PictureFault::NoHelper)));
    return parts.decoder->decode(bytes);
}

QFuture<DecodedPicture> VerificationService::keptPicture(const QByteArray& bytes)
{
    return d->decoded(bytes);
}

QFuture<Picture> VerificationService::picture(QueryRun& run, std::size_t read, ImageKind kind)
{
    if (read >= run.reads().size() || !may(d->parts.actor, Action::LookAtPicture))
        return ready({});
    const std::shared_ptr<RunState> state = d->stateOf(this, run);
    const FetchKey key{.read = qsizetype(read), .kind = kind};
    if (kind == ImageKind::Plate)
        state->reads[key.read].lookedAt = ++d->looks;

    for (auto cached = state->cache.begin(); cached != state->cache.end(); ++cached) {
        if (cached->first == key) {
            state->cache.splice(state->cache.begin(), state->cache, cached);
            return ready(state->cache.front().second);
        }
    }
    const ImageRow* image = run.reads().image(run.reads().row(read), kind);
    if (!image || image->type == ImageType::Other) {
        Picture none;
        none.state = image ? PictureState::Undecodable : PictureState::Missing;
        d->settle(*state, key, none);
        return ready(none);
    }
    return d->ask(this, state, run, *image, key);
}

void VerificationService::readAhead(QueryRun& run, std::size_t read)
{
    if (read >= run.reads().size() || !may(d->parts.actor, Action::LookAtPicture))
        return;
    const std::shared_ptr<RunState> state = d->stateOf(this, run);
    for (const ImageKind kind : {ImageKind::Plate, ImageKind::Vehicle}) {
        const FetchKey key{.read = qsizetype(read), .kind = kind};
        const ImageRow* image = run.reads().image(run.reads().row(read), kind);
        const bool cached = std::ranges::any_of(state->cache, [&](const auto& held) { return held.first == key; });
        if (!image || image->type == ImageType::Other || cached || state->pending.contains(key))
            continue;
        (void)d->ask(this, state, run, *image, key);
    }
}

std::vector<std::pair<ImageKind, QByteArray>> VerificationService::checkedPictures(const QueryRun& run, std::size_t read) const
{
    std::vector<std::pair<ImageKind, QByteArray>> pictures;
    if (const RunState* state = d->known(run)) {
        for (const Original& original : state->reads.value(qsizetype(read)).originals)
            pictures.emplace_back(original.kind, original.bytes);
    }
    return pictures;
}

void VerificationService::suspend()
{
    for (const auto& state : std::as_const(d->runs)) {
        state->stop.request_stop();
        state->stop = std::stop_source();
    }
}

void VerificationService::resume()
{
    const auto runs = d->runs;
    for (const auto& [query, state] : runs.asKeyValueRange()) {
        for (const FetchKey& key : state->pending.keys())
            d->fetch(this, state, query, key);
    }
}

} // namespace casebound
