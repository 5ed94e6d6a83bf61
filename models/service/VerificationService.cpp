#include "service/VerificationService.h"

#include "domain/Clock.h"
#include "domain/Reference.h"
#include "domain/VerifyOrder.h"
#include "service/AuditEntries.h"
#include "service/QualityService.h"
#include "service/RoleGate.h"
#include "service/VerificationState.h"
#include "store/AuditLog.h"
#include "store/QualityTable.h"

namespace casebound {

namespace {

constexpr qsizetype maxNote = 2'000;

std::unexpected<ServiceFailure> refuse(VerifyProblem problem)
{
    return std::unexpected(ServiceFailure{.why = problem, .detail = {}});
}

} // namespace

VerificationService::VerificationService(Parts parts) : d(std::make_unique<Private>(std::move(parts))) {}

VerificationService::~VerificationService()
{
    for (const auto& state : std::as_const(d->runs))
        state->stop.request_stop();
}

std::vector<std::size_t> VerificationService::queue(const QueryRun& run) const
{
    const RunState* state = d->known(run);
    std::vector<VerifyPlace> places(run.reads().size());
    for (std::size_t n = 0; n < places.size(); ++n) {
        VerifyPlace& place = places[n];
        if (state) {
            if (const auto found = state->reads.constFind(qsizetype(n)); found != state->reads.constEnd()) {
                place.lookedAt = found->lookedAt;
                if (found->lookedAt > 0)
                    place.step = found->revealed ? VerifyStep::Transcribed : VerifyStep::LookedAt;
            }
        }
        if (run.isKept(n))
            place.step = VerifyStep::Kept;
        else if (run.verification(n).verdict != Verdict::Unverified)
            place.step = VerifyStep::Judged;
    }
    return leastVerifiedFirst(places);
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
    if (row.knownJurisdiction)
        revealed.machineJurisdiction = run.reads().string(row.jurisdiction);
    revealed.queriedJurisdiction = run.terms().jurisdiction.text();
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
    if (d->parts.samples)
        (void)d->parts.samples->put(
            qualitySample(run.reads(), run.reads().row(read), known.revealed ? &*known.revealed : nullptr, verdict, verification.at));
    run.m_verifications.insert(qsizetype(read), verification);
    Q_EMIT run.readChanged(qsizetype(read));
    return verification;
}

} // namespace casebound
