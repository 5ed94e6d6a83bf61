// Where the sources and the built programs are. Only Paths.cpp is compiled with these paths: every other object of the tests is the same in
// every clone, so that a compiler cache serves the next one.
#pragma once

#include <QString>

namespace casebound::test {

/// A file of the sources; `path` is relative to the checkout.
[[nodiscard]] QString sourceFile(const QString& path);
/// A program of ours in the build folder.
[[nodiscard]] QString builtProgram(const QString& name);
/// A program of the tests, or what they leave, in the build folder.
[[nodiscard]] QString builtForTests(const QString& path);

} // namespace casebound::test
