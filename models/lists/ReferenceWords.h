// The labels of the reference data in the window's language. The data themselves stay in the words of their source, and so do log, vendor and
// export: those go by ids. Names of states and countries are proper names, as plates print them, and are not translated.
#pragma once

#include <QString>

#include <span>

namespace casebound {

class ReferenceWords {
public:
    /// A label of an offence, a reason, its group or a purpose. One that nobody translated comes back as it is.
    [[nodiscard]] static QString of(const QString& label);
    /// Every label that translators are shown.
    [[nodiscard]] static std::span<const char* const> known();
};

} // namespace casebound
