// Decodes in the test's own process, as casebound-picture does in its own: services are tested without a sandbox around them.
#pragma once

#include "picture/PictureDecode.h"
#include "service/PictureDecoder.h"

#include <optional>

namespace casebound {

class DirectDecoder final : public PictureDecoder {
public:
    std::optional<PictureFault> fault; ///< Answers every picture with it.
    int asked = 0;

    [[nodiscard]] QFuture<DecodedPicture> decode(QByteArray bytes) override
    {
        ++asked;
        const auto answer = [&]() -> DecodedPicture {
            if (fault)
                return std::unexpected(*fault);
            const auto decoded = decodePicture(bytes);
            return decoded ? DecodedPicture(strip(*decoded, 0, decoded->height())) : DecodedPicture(std::unexpected(decoded.error()));
        };
        return QtFuture::makeReadyValueFuture(answer());
    }
};

} // namespace casebound
