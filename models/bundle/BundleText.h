// Foreign text made fit for each format of an export. What cannot be seen is shown as [U+202E]; nothing is left out and nothing is cut.
#pragma once

#include "bundle/BundleContent.h"

#include <QByteArray>
#include <QString>

namespace casebound {

enum class Lines { Keep, Join }; ///< Join: a line break becomes " ⏎ ".

/// Control, directional, zero-width and unassigned characters and broken surrogates in square brackets.
[[nodiscard]] QString visible(const QString& text, Lines lines = Lines::Join);
/// For XML and HTML, in elements and in quoted attributes.
[[nodiscard]] QByteArray markup(const QString& text, Lines lines = Lines::Join);
/// A cell, quoted where it must be. A cell that a spreadsheet would take for a formula (= + - @, full-width forms of them, tab, carriage
/// return, also after spaces or quotes) gets an apostrophe before it.
[[nodiscard]] QByteArray csvCell(const QString& text);
[[nodiscard]] QByteArray csvRow(const QStringList& cells);
/// A JSON string, quotes included; whatever is not printable ASCII or plain text is escaped, so the original comes back.
[[nodiscard]] QByteArray jsonText(const QString& text);

/// 2026-11-20T15:04:05Z
[[nodiscard]] QString timeText(Instant at);
[[nodiscard]] QString decimal(double value, int digits);
[[nodiscard]] QString verdictWord(Verdict verdict);
/// "verified" or "unverified": the word every format carries.
[[nodiscard]] QString verificationWord(const KeptRead& kept);
/// "relevant" or "contrary".
[[nodiscard]] QString keptAsWord(const KeptRead& kept);
/// One line for headings and map labels: "UNVERIFIED, CONTRARY – the picture shows a different plate".
[[nodiscard]] QString statusLine(const KeptRead& kept);
/// "search" or "alert hit".
[[nodiscard]] QString sourceWord(const BundleRead& read);
[[nodiscard]] QString matterWord(Matter matter);
[[nodiscard]] QString placesText(const std::vector<PlaceNotice>& places);

/// A picture of a kept read as it lies in the bundle: "data/images/<sha256>.jpg". Only pictures that were kept with the read.
struct BundlePicture {
    QString name; ///< "<sha256>.jpg"
    ImageKind kind = ImageKind::Other;
    QByteArray sha256;
};
[[nodiscard]] std::vector<BundlePicture> picturesOf(const KeptRead& kept, bool vehicleImages);
[[nodiscard]] QString imageName(const QByteArray& sha256, ImageType type);
[[nodiscard]] QString imageKindWord(ImageKind kind);

inline constexpr char leadNotice[] = "A read is a lead, not a basis for action. No reads is not proof of absence.";

} // namespace casebound
