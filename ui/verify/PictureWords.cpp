#include "ui/verify/PictureWords.h"

#include "ui/Words.h"

namespace casebound {

QString PictureWords::of(const Picture& picture, ImageKind kind)
{
    if (picture.state == PictureState::Good)
        return {};
    if (picture.fault) {
        const QString why = of(*picture.fault);
        return kind == ImageKind::Plate ? tr("%1 The read can only be called unreadable.").arg(why) : why;
    }
    if (kind == ImageKind::Plate)
        return picture.failure && picture.state != PictureState::Gone ? Words::of(*picture.failure).whole() : Words::of(picture.state);
    if (picture.failure && picture.state != PictureState::Gone)
        return tr("The vehicle picture could not be fetched.");
    switch (picture.state) {
    case PictureState::Good: return {};
    case PictureState::Missing: return tr("The vendor sent no vehicle picture.");
    case PictureState::Gone: return tr("The vendor no longer has the vehicle picture.");
    case PictureState::HashMissing: return tr("The vendor did not say which vehicle picture belongs to this read.");
    case PictureState::HashDiffers: return tr("This is not the vehicle picture the vendor announced, so it is not shown.");
    case PictureState::Undecodable: return tr("The vehicle picture is damaged and cannot be shown.");
    }
    return {};
}

QString PictureWords::of(PictureFault fault)
{
    switch (fault) {
    case PictureFault::TooManyBytes: return tr("The picture is larger than 8 MB and was not opened.");
    case PictureFault::OtherFormat: return tr("The picture is neither JPEG nor PNG and was not opened.");
    case PictureFault::TooManyPixels:
        return tr("By its own account the picture has no size, or more than any plate camera takes. It was not opened.");
    case PictureFault::Damaged: return tr("The picture is damaged or cut short and is not shown.");
    case PictureFault::TooCostly: return tr("The picture would take more memory or time than a picture is given. It was not opened.");
    case PictureFault::TookTooLong: return tr("Opening the picture took too long and was given up.");
    case PictureFault::Crashed:
        return tr("The picture broke the closed-off program that opens pictures. Nothing else was touched; the next picture opens again.");
    case PictureFault::NoHelper:
        return tr("The closed-off program that opens pictures (casebound-picture) does not start, so no picture is shown. Tell your "
                  "administrator.");
    case PictureFault::NoSandbox:
        return tr("This computer does not let the program that opens pictures close itself off (seccomp), so no picture is shown. Tell "
                  "your administrator.");
    }
    return {};
}

QString PictureWords::ofPictureAlone(const Picture& picture, ImageKind kind)
{
    const QString words = of(picture, kind);
    const qsizetype end = words.indexOf(QStringLiteral(". "));
    return picture.failure || end < 0 ? words : words.left(end + 1);
}

} // namespace casebound
