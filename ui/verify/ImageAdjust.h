// Inverting and raising contrast for the eye. Pure: the picture that is judged stays as it came.
#pragma once

#include <QImage>

namespace casebound {

/// The picture itself where nothing is asked. Contrast: stretched between the 2nd and 98th percentile of brightness.
[[nodiscard]] QImage adjustPicture(const QImage& picture, bool invert, bool contrast);

} // namespace casebound
