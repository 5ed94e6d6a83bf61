#include "ui/verify/PictureWords.h"

#include "ui/Words.h"

namespace casebound {

QString PictureWords::of(const Picture& picture, ImageKind kind)
{
    if (picture.state == PictureState::Good)
        return {};
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

QString PictureWords::ofPictureAlone(const Picture& picture, ImageKind kind)
{
    const QString words = of(picture, kind);
    const qsizetype end = words.indexOf(QStringLiteral(". "));
    return picture.failure || end < 0 ? words : words.left(end + 1);
}

} // namespace casebound
