#include "service/VerificationService.h"

#include "domain/Clock.h"
#include "domain/Reference.h"
#include "service/AuditEntries.h"
#include "service/PictureCheck.h"
#include "service/RoleGate.h"
#include "store/AuditLog.h"

#include <QPromise>
#include <QtConcurrentRun>

#include <algorithm>
#include <list>
#include <tuple>

namespace casebound {

namespace {

constexpr qint64 maxCachedBytes = 96 * 1024 * 1024; ///< Decoded pictures of one run.
constexpr std::size_t maxCachedPictures = 32;
constexpr qint64 maxRememberedBytes = 256 * 1024 * 1024; ///< Original bytes of looked-at reads of one run, for keeping.
constexpr qsizetype maxNote = 2'000;

struct PictureKey {
    qsizetype read = 0;
    ImageKind kind = ImageKind::Plate;
    friend bool operator==(const PictureKey&, const PictureKey&) = default;
    friend size_t qHash(const PictureKey& key, size_t seed) noexcept { return qHashMulti(seed, key.read, int(key.kind)); }
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
    std::list<std::pair<PictureKey, Picture>> cache; ///< Newest first.
    QHash<PictureKey, Asked> pending;
    std::stop_source stop;
    qint64 remembered = 0;
};

qint64 cost(const Picture& picture)
{
    return picture.image.sizeInBytes() + picture.bytes.size();
}

QFuture<Picture> ready(Picture picture)
{
    return QtFuture::makeReadyValueFuture(std::move(picture));
}

std::unexpected<ServiceFailure> refuse(VerifyProblem problem)
{
    return std::unexpected(ServiceFailure{.why = problem, .detail = {}});
}

} // namespace

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
            *found.value() = RunState();
        }
    }

    const RunState* known(const QueryRun& run) const
    {
        const auto found = runs.constFind(run.terms().id);
        return found == runs.constEnd() ? nullptr : found.value().get();
    }

    void settle(RunState& state, const PictureKey& key, const Picture& picture);
    QFuture<Picture> ask(VerificationService* service, const std::shared_ptr<RunState>& state, const QueryRun& run, const ImageRow& image,
                         const PictureKey& key);
    void fetch(VerificationService* service, const std::shared_ptr<RunState>& state, const QueryId& query, const PictureKey& key);
};

void VerificationService::Private::settle(RunState& state, const PictureKey& key, const Picture& picture)
{
    const auto waiters = state.pending.take(key).waiters;
    // A picture the vendor did not give may be asked for again; anything else is final for this run.
    const bool final = !picture.failure || picture.state == PictureState::Gone;
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
                                                   const QueryRun& run, const ImageRow& image, const PictureKey& key)
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
                                         const PictureKey& key)
{
    const Asked& asked = state->pending[key];
    const std::optional<QByteArray> expected = asked.sha256;
    const std::stop_token stop = state->stop.get_token();
    const auto deliver = [state, key, stop](const Picture& picture, VerificationService& self) {
        if (!stop.stop_requested())
            self.d->settle(*state, key, picture);
    };
    parts.vendor.image(asked.path, query, stop).then(service, [service, expected, deliver](const VendorResult<QByteArray>& answer) {
        if (!answer) {
            Picture picture;
            picture.state = answer.error().fault == VendorFault::Gone ? PictureState::Gone : PictureState::Missing;
            picture.failure = answer.error();
            deliver(picture, *service);
            return;
        }
        const QByteArray bytes = *answer;
        QtConcurrent::run([bytes, expected] {
            return checkPicture(bytes, expected);
        }).then(service, [service, bytes, deliver](const CheckedPicture& checked) {
            Picture picture;
            picture.state = checked.state;
            picture.sha256 = checked.sha256;
            picture.image = checked.image;
            if (!checked.image.isNull())
                picture.bytes = bytes;
            deliver(picture, *service);
        });
    });
}

VerificationService::VerificationService(Parts parts) : d(std::make_unique<Private>(std::move(parts))) {}

VerificationService::~VerificationService()
{
    for (const auto& state : std::as_const(d->runs))
        state->stop.request_stop();
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
        for (const PictureKey& key : state->pending.keys())
            d->fetch(this, state, query, key);
    }
}

QFuture<Picture> VerificationService::picture(QueryRun& run, std::size_t read, ImageKind kind)
{
    if (read >= run.reads().size() || !may(d->parts.actor, Action::LookAtPicture))
        return ready({});
    const std::shared_ptr<RunState> state = d->stateOf(this, run);
    const PictureKey key{.read = qsizetype(read), .kind = kind};
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
    const auto state = d->stateOf(this, run);
    for (const ImageKind kind : {ImageKind::Plate, ImageKind::Vehicle}) {
        const PictureKey key{.read = qsizetype(read), .kind = kind};
        const ImageRow* image = run.reads().image(run.reads().row(read), kind);
        const bool cached = std::ranges::any_of(state->cache, [&](const auto& held) { return held.first == key; });
        if (image && image->type != ImageType::Other && !cached && !state->pending.contains(key))
            (void)d->ask(this, state, run, *image, key);
    }
}

std::vector<std::size_t> VerificationService::queue(const QueryRun& run) const
{
    const RunState* state = d->known(run);
    struct Place {
        bool judged = false;
        std::uint64_t lookedAt = 0;
    };
    std::vector<Place> places(run.reads().size());
    std::vector<std::size_t> order(places.size());
    for (std::size_t n = 0; n < order.size(); ++n) {
        order[n] = n;
        places[n].judged = run.verification(n).verdict != Verdict::Unverified;
        if (state && state->reads.contains(qsizetype(n)))
            places[n].lookedAt = state->reads.constFind(qsizetype(n))->lookedAt;
    }
    std::ranges::stable_sort(order, {},
                             [&](std::size_t n) { return std::tuple(places[n].judged, places[n].lookedAt != 0, ~places[n].lookedAt); });
    return order;
}

Outcome<Revealed> VerificationService::compare(QueryRun& run, std::size_t read, const QString& typedPlate, const QString& typedJurisdiction)
{
    const auto logFailedNow = [this](LogFault fault) { Q_EMIT logFailed(fault); };
    if (auto refused = refusedByRole(d->parts.log, d->parts.actor, Action::VerifyRead, logFailedNow))
        return std::unexpected(*std::move(refused));
    if (run.state() == QueryRun::State::Ended || read >= run.reads().size())
        return refuse(VerifyProblem::Ended);
    const std::shared_ptr<RunState> state = d->stateOf(this, run);
    ReadState& known = state->reads[qsizetype(read)];
    if (known.revealed)
        return *known.revealed;
    if (known.platePicture != PictureState::Good && known.platePicture != PictureState::HashMissing)
        return refuse(VerifyProblem::PictureNotGood);
    const auto plate = Plate::fromTyped(typedPlate);
    if (!plate)
        return refuse(VerifyProblem::PlateText);
    QString jurisdiction;
    if (!typedJurisdiction.trimmed().isEmpty()) {
        const auto key = Reference::builtIn().findJurisdiction(typedJurisdiction);
        if (!key)
            return refuse(VerifyProblem::JurisdictionText);
        jurisdiction = key->text();
    }

    const ReadRow& row = run.reads().row(read);
    const QString queried = run.terms().plate.text();
    Revealed revealed;
    revealed.typedPlate = plate->text();
    revealed.typedJurisdiction = jurisdiction;
    revealed.machineText = run.reads().string(row.plate);
    revealed.queriedPlate = queried;
    const auto machine = Plate::fromVendor(revealed.machineText);
    revealed.againstMachine = compareTexts(plate->text(), machine ? machine->text() : revealed.machineText);
    revealed.againstQueried = compareTexts(plate->text(), queried);
    revealed.jurisdictionDiffers = !jurisdiction.isEmpty() && jurisdiction != run.terms().jurisdiction.text();
    known.revealed = revealed;
    return revealed;
}

std::optional<Revealed> VerificationService::revealed(const QueryRun& run, std::size_t read) const
{
    const RunState* state = d->known(run);
    if (!state)
        return std::nullopt;
    const auto found = state->reads.constFind(qsizetype(read));
    return found == state->reads.constEnd() ? std::nullopt : found->revealed;
}

Outcome<Verification> VerificationService::judge(QueryRun& run, std::size_t read, Verdict verdict, const QString& note)
{
    const auto logFailedNow = [this](LogFault fault) { Q_EMIT logFailed(fault); };
    if (auto refused = refusedByRole(d->parts.log, d->parts.actor, Action::VerifyRead, logFailedNow))
        return std::unexpected(*std::move(refused));
    if (run.state() == QueryRun::State::Ended || read >= run.reads().size())
        return refuse(VerifyProblem::Ended);
    if (run.isKept(read))
        return refuse(VerifyProblem::AlreadyKept);
    const std::shared_ptr<RunState> state = d->stateOf(this, run);
    const ReadState known = state->reads.value(qsizetype(read));
    const QString words = bounded(note.trimmed(), maxNote);

    switch (verdict) {
    case Verdict::Unverified: return refuse(VerifyProblem::NotTranscribed);
    case Verdict::Confirmed:
    case Verdict::DifferentPlate:
        if (known.platePicture != PictureState::Good)
            return refuse(VerifyProblem::PictureNotGood);
        if (!known.revealed)
            return refuse(VerifyProblem::NotTranscribed);
        if (verdict == Verdict::Confirmed &&
            (known.revealed->typedPlate != run.terms().plate.text() || known.revealed->jurisdictionDiffers))
            return refuse(VerifyProblem::DoesNotMatch);
        break;
    case Verdict::Unreadable: break;
    }
    if (verdict != Verdict::Confirmed && words.isEmpty())
        return refuse(VerifyProblem::NoteMissing);

    Verification verification;
    verification.verdict = verdict;
    if (verdict != Verdict::Unreadable) {
        verification.typedPlate = known.revealed->typedPlate;
        verification.typedJurisdiction = known.revealed->typedJurisdiction;
    }
    verification.note = words;
    verification.by = d->parts.actor.user;
    verification.at = d->parts.clock.now();
    verification.imageSha256 = known.plateSha256;

    AuditRecord record = queryRecord(AuditEvent::ReadVerified, run.terms());
    record.verdict = auditWord(verdict);
    record.readIds = {run.reads().string(run.reads().row(read).readId)};
    record.imageSha256 = verification.imageSha256;
    record.note = words;
    if (const auto receipt = d->parts.log.append(record); !receipt) {
        Q_EMIT logFailed(receipt.error());
        return std::unexpected(ServiceFailure{.why = receipt.error(), .detail = {}});
    }
    run.m_verifications.insert(qsizetype(read), verification);
    Q_EMIT run.readChanged(qsizetype(read));
    return verification;
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

} // namespace casebound
