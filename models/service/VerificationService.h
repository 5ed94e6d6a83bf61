// Reads checked by eye (R6): picture first, transcription blind, machine text only after it.
#pragma once

#include "ports/VendorClient.h"
#include "service/Failure.h"
#include "service/PictureDecoder.h"
#include "service/QueryRun.h"

#include <QFuture>
#include <QImage>

#include <memory>

namespace casebound {

class AuditLog;
class QualityTable;

/// A fetched picture. `image` is null unless state is Good (or HashMissing, which may be looked at but not confirmed).
struct Picture {
    PictureState state = PictureState::Missing;
    QByteArray bytes;
    QByteArray sha256;
    QImage image;                         ///< Decoded in another process; JPEG or PNG only, ≤ maxImagePixels.
    std::optional<PictureFault> fault;    ///< Of Undecodable: why.
    std::optional<VendorFailure> failure; ///< Where the vendor did not give it.
};

/// What compare() reveals.
struct Revealed {
    QString typedPlate;
    QString typedJurisdiction; ///< Key or empty.
    Comparison againstMachine;
    Comparison againstQueried;
    QString machineText; ///< As the vendor sent it.
    QString queriedPlate;
    QString machineJurisdiction; ///< Key; empty where the machine said none we know.
    QString queriedJurisdiction; ///< Key or empty.
    bool jurisdictionDiffers = false;
};

/// Lives on the window's thread. Keeps what was typed per read, so that nothing is revealed before it.
class VerificationService final : public QObject {
    Q_OBJECT

public:
    struct Parts {
        AuditLog& log;
        VendorClient& vendor;
        const Clock& clock;
        Actor actor;
        PictureDecoder* decoder = nullptr; ///< Outlives the service. Without one no picture is decoded.
        QualityTable* samples = nullptr;   ///< Where each verdict is counted for the rate of misreads (R13); the same.
    };
    explicit VerificationService(Parts parts);
    ~VerificationService() override;

    /// Cached per run; `next` reads ahead without blocking.
    [[nodiscard]] QFuture<Picture> picture(QueryRun& run, std::size_t read, ImageKind kind);
    void readAhead(QueryRun& run, std::size_t read);
    /// A kept read's picture, decoded as a vendor's: it was one.
    [[nodiscard]] QFuture<DecodedPicture> keptPicture(const QByteArray& bytes);

    /// Least verified first (domain/VerifyOrder.h); indices into run.reads().
    [[nodiscard]] std::vector<std::size_t> queue(const QueryRun& run) const;

    /// Commits the blind transcription and reveals the machine's text. Once per read: later calls return the first result.
    /// Needs a plate picture that was fetched and can be looked at (Good or HashMissing).
    [[nodiscard]] Outcome<Revealed> compare(QueryRun& run, std::size_t read, const QString& typedPlate, const QString& typedJurisdiction);
    [[nodiscard]] std::optional<Revealed> revealed(const QueryRun& run, std::size_t read) const;

    /// Confirmed and DifferentPlate need compare() first and a Good picture; Confirmed also needs typed text equal to the queried
    /// plate and no jurisdiction typed other than the queried one. DifferentPlate and Unreadable need a note. read.verified is logged
    /// before the verdict stands. What it says of the machine is counted afterwards; a count that cannot be stored is lost, the verdict is
    /// not.
    [[nodiscard]] Outcome<Verification> judge(QueryRun& run, std::size_t read, Verdict verdict, const QString& note);

    /// Original bytes of the pictures of a judged read that passed every check; what is kept with it.
    [[nodiscard]] std::vector<std::pair<ImageKind, QByteArray>> checkedPictures(const QueryRun& run, std::size_t read) const;

    /// The session locks: pictures on their way are asked for again by resume().
    void suspend();
    void resume();

Q_SIGNALS:
    void logFailed(casebound::LogFault fault);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace casebound
