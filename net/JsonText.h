// Text as a JSON string, for the bodies that are written by hand.
#pragma once

#include <QByteArray>
#include <QString>

namespace casebound {

/// Quoted and escaped (RFC 8259).
void appendJsonText(QByteArray& out, const QString& text);

} // namespace casebound
