// The review of a period of the audit log, for supervisors (R10): entries, sample, indicators, and the signature.
#pragma once

#include "lists/AuditEntryModel.h"
#include "ui/Page.h"

#include <QTimer>

#include <functional>

class QComboBox;
class QLayout;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QTableView;

namespace casebound {

class DateField;
class EntryFilters;
class FieldMessage;
class IndicatorTable;
class ItemPanel;
class NoticeBar;

/// Lives shorter than the service.
class ReviewPage final : public Page {
    Q_OBJECT

public:
    /// `practicePassphrase` is shown where training has one.
    ReviewPage(ReviewService& reviews, const QString& practicePassphrase, QWidget* parent = nullptr);
    ~ReviewPage() override;

    /// Where work goes on: an open review is gone on with.
    void enter();
    /// A button beside the others, for what else oversight can do.
    void offer(const QString& objectName, const QString& words, std::function<void()> act);

Q_SIGNALS:
    void announced(const QString& sentence);
    void sealedAsked(const QString& review, std::uint64_t entry);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    // ReviewPageLayout.cpp
    [[nodiscard]] QWidget* makeTop();
    [[nodiscard]] QWidget* makeEntries();
    [[nodiscard]] QWidget* makeSide(const QString& practicePassphrase);

    void refresh();
    void refreshList();
    void refreshEntries();
    void openNew();
    void choose(int row);
    void startReading();
    void readOn();
    void draw();
    void pause();
    void judge(std::uint64_t entry, ItemVerdict verdict, const QString& note);
    void goToOpen(int from);
    void sign();
    void fail(const ReviewRefusal& refusal);

    ReviewService& m_reviews;
    AuditEntryModel* m_model;
    QTimer m_reading;
    std::vector<Review> m_list;
    std::optional<std::vector<std::uint64_t>> m_alone; ///< An indicator's entries.

    NoticeBar* m_order;
    NoticeBar* m_due;
    NoticeBar* m_notice;
    NoticeBar* m_only;
    QComboBox* m_choice = nullptr;
    QLabel* m_since = nullptr;
    DateField* m_until = nullptr;
    FieldMessage* m_untilMessage = nullptr;
    QPushButton* m_new = nullptr;
    QPushButton* m_draw = nullptr;
    QPushButton* m_pause = nullptr;
    QLayout* m_offers = nullptr;
    QWidget* m_lastOffer = nullptr;
    QProgressBar* m_progress = nullptr;
    QLabel* m_state = nullptr;
    EntryFilters* m_filters = nullptr;
    QTableView* m_table = nullptr;
    QLabel* m_count = nullptr;
    IndicatorTable* m_indicators = nullptr;
    ItemPanel* m_item = nullptr;
    QLineEdit* m_pin = nullptr;
    FieldMessage* m_pinMessage = nullptr;
    QPushButton* m_sign = nullptr;
};

} // namespace casebound
