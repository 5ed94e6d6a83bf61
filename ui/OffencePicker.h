// Offence (criminal) or priority (administrative): one combo box that filters as you type, and the limit that follows from the choice.
#pragma once

#include "domain/Ids.h"
#include "domain/Matter.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QLabel;

namespace casebound {

class OffenceModel;
class WordFilter;
class Reference;

/// What is chosen: criminal matters name an offence and the reason it stands under, administrative ones a priority alone.
struct OffenceChoice {
    OffenceId offence;
    ReasonCode reason;
    [[nodiscard]] bool isEmpty() const { return reason.isEmpty(); }
    friend bool operator==(const OffenceChoice&, const OffenceChoice&) = default;
};

/// The label stands outside: give it labelText() and combo() as buddy, and again after labelChanged().
class OffencePicker final : public QWidget {
    Q_OBJECT

public:
    explicit OffencePicker(const Reference& reference, QWidget* parent = nullptr);

    void setMatter(std::optional<Matter> matter); ///< Clears the choice when the matter changes; nothing: disabled.
    [[nodiscard]] std::optional<Matter> matter() const { return m_matter; }
    /// Empty while the typed text names no entry.
    [[nodiscard]] OffenceChoice choice() const;
    /// An unknown choice clears.
    void setChoice(const OffenceChoice& choice);
    [[nodiscard]] QString typedText() const;

    [[nodiscard]] QString labelText() const; ///< "Offence" or "Priority"; also the accessible name.
    [[nodiscard]] QComboBox* combo() const { return m_combo; }

Q_SIGNALS:
    void choiceChanged();
    void labelChanged();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void refilter(const QString& typed);
    void settle();
    void tellLimit();

    const Reference& m_reference;
    std::optional<Matter> m_matter;
    OffenceModel* m_model;
    WordFilter* m_filter;
    QComboBox* m_combo;
    QLabel* m_name = nullptr;
    QLabel* m_limit;
    OffenceChoice m_last;
    bool m_changing = false; ///< Several things change at once; told when all of them have.
};

} // namespace casebound
