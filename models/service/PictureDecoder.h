// Foreign bytes become pixels elsewhere: in a process that may do nothing but that.
#pragma once

#include "domain/PictureFault.h"

#include <QByteArray>
#include <QFuture>
#include <QImage>

#include <expected>

namespace casebound {

using DecodedPicture = std::expected<QImage, PictureFault>;

/// Calls come from the window's thread and return at once. Futures finish on any thread; every call gets its answer, a fault where there
/// is no other. Pictures are opaque or premultiplied, 32 bits a pixel.
class PictureDecoder {
public:
    virtual ~PictureDecoder() = default;
    [[nodiscard]] virtual QFuture<DecodedPicture> decode(QByteArray bytes) = 0;
};

} // namespace casebound
