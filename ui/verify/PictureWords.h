// Why a picture is not there, in words.
#pragma once

#include "service/VerificationService.h"

#include <QCoreApplication>

namespace casebound {

/// Translated through the context "PictureWords".
class PictureWords {
    Q_DECLARE_TR_FUNCTIONS(PictureWords)

public:
    /// Empty where the picture is good. The plate picture decides what may be said of a read; the vehicle's only helps.
    [[nodiscard]] static QString of(const Picture& picture, ImageKind kind);
    /// One or two sentences: why these bytes are no picture.
    [[nodiscard]] static QString of(PictureFault fault);
    /// The first sentence only, where nothing is judged yet: the others say what may be decided without the picture.
    [[nodiscard]] static QString ofPictureAlone(const Picture& picture, ImageKind kind);
};

} // namespace casebound
