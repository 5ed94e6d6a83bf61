// One entry of a review: what it says, why it is in the review, and the reviewer's word on it.
#pragma once

#include "service/ReviewService.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace casebound {

class FactList;
class FieldMessage;

class ItemPanel final : public QWidget {
    Q_OBJECT

public:
    explicit ItemPanel(const ReviewService& reviews, QWidget* parent = nullptr);

    void show(std::optional<std::uint64_t> entry);
    [[nodiscard]] std::optional<std::uint64_t> entry() const { return m_entry; }
    /// As if the button had been pressed; without a note where one is needed, the field asks for it.
    void press(ItemVerdict verdict);
    void refuse(const QString& words); ///< Next to the note.
    void noteMissing(const QString& words);

Q_SIGNALS:
    /// To look at what the vendor answered.
    void sealedAsked(std::uint64_t entry);
    void judged(std::uint64_t entry, casebound::ItemVerdict verdict, const QString& note);

private:
    void showFacts();
    const ReviewService& m_reviews;
    std::optional<std::uint64_t> m_entry;
    QLabel* m_none;
    FactList* m_facts;
    QLineEdit* m_note;
    FieldMessage* m_message;
    QPushButton* m_inOrder;
    QPushButton* m_question;
    QPushButton* m_refer;
    QPushButton* m_sealed;
};

} // namespace casebound
