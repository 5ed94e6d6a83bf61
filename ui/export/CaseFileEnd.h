// Under the kept reads of a case: how long they stay, their export, and for a supervisor what is due for disposal.
#pragma once

#include "domain/Case.h"

#include <QWidget>

#include <optional>

class QPushButton;

namespace casebound {

class CaseDisposal;
class CaseExport;
class Clock;
class Prompt;
class WrapLabel;

class CaseFileEnd final : public QWidget {
    Q_OBJECT

public:
    /// The services outlive it.
    CaseFileEnd(CaseExport& exports, CaseDisposal& disposal, const Clock& clock, Prompt& prompt, QWidget* parent = nullptr);

    void setCase(const std::optional<CaseRecord>& subject);
    /// Why nothing of the case is shown, where that is not because nothing was kept; empty otherwise.
    [[nodiscard]] QString whyEmpty() const;
    void openExport();   ///< The wizard, for the case shown.
    void openDisposal(); ///< The list, for whom the role table lets.

Q_SIGNALS:
    void announced(const QString& sentence);

private:
    void refresh();

    CaseExport& m_exports;
    CaseDisposal& m_disposal;
    const Clock& m_clock;
    Prompt& m_prompt;
    std::optional<CaseRecord> m_subject;
    WrapLabel* m_retention;
    QPushButton* m_export;
    QPushButton* m_due;
};

} // namespace casebound
