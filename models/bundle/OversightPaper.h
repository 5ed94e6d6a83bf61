// What oversight hands out, on paper: a title, some sentences, a table. English, as every format of an export is.
#pragma once

#include "domain/Clock.h"

#include <QByteArray>
#include <QStringList>

#include <optional>
#include <vector>

namespace casebound {

struct OversightPaper {
    QString title;
    QStringList paragraphs, headings;
    std::vector<QStringList> rows;
    Instant at{};
    bool training = false;
};

/// PDF/A-1b. Nothing where it could not be made. Needs a QGuiApplication.
[[nodiscard]] std::optional<QByteArray> oversightPdf(const OversightPaper& paper);

} // namespace casebound
