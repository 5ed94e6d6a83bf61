// Qt's PDF made what ISO 19005-1 level B asks for.
#pragma once

#include "domain/Clock.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace casebound {

struct PdfFacts {
    QString title, producer;
    Instant at{};
};

/// Takes out what Qt writes and PDF/A-1 forbids (colour spaces of DeviceCMYK that no page uses), writes document information and XMP
/// metadata that say the same, and no object streams. Nothing where libqpdf cannot read the file.
[[nodiscard]] std::optional<QByteArray> archivePdf(const QByteArray& pdf, const PdfFacts& facts);

} // namespace casebound
