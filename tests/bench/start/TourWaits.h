// How long an input waits for the window's thread while the whole tour runs, seen from outside: window managers ask a window whether it
// still answers (_NET_WM_PING, Extended Window Manager Hints 1.5), and the answer comes from the thread that handles keys and clicks.
#pragma once

#include <QByteArray>
#include <QProcessEnvironment>
#include <QString>

#include <optional>
#include <vector>

/// Milliseconds from each question to its answer, in the order asked; one question after the other. Runs `casebound --training --tour`
/// on the display, which needs a window manager. Nothing where the tour did not get through.
[[nodiscard]] std::optional<std::vector<double>> waitsInTheTour(const QString& casebound, const QByteArray& display,
                                                                const QProcessEnvironment& environment);
