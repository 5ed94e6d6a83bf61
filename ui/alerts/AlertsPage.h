// The Alerts page: plates the vendor looks out for, when each must be justified anew, and their hits (R8).
#pragma once

#include "service/Session.h"
#include "ui/Page.h"
#include "ui/PageServices.h"
#include "ui/ReadSheet.h"

#include <QTimer>

class QAction;
class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSortFilterProxyModel;
class QStackedWidget;
class QTableView;

namespace casebound {

class AlertHitModel;
class AlertService;
class AlertTableModel;
class DifferencesPanel;
class NoticeBar;
class Prompt;
struct AlertEntry;
struct AlertRow;
struct VendorFailure;

/// Lives on the window's thread, shorter than the session.
class AlertsPage final : public Page {
    Q_OBJECT

public:
    AlertsPage(Session& session, Prompt& prompt, QWidget* parent = nullptr);
    ~AlertsPage() override;

    void focusList();
    void focusHits();
    /// What can be copied and printed: the hits where the keyboard is among them, otherwise the list, as it is filtered and sorted.
    [[nodiscard]] std::optional<ReadSheet> sheet() const;

Q_SIGNALS:
    void verifyRequested(casebound::QueryRun* run, qsizetype read);
    void announced(const QString& sentence);
    /// The table of sheet() is to be copied; answered before the signal returns.
    void copyRequested();
    /// The hits stand on the screen.
    void hitsSeen();

protected:
    void showEvent(QShowEvent* event) override;

private:
    QWidget* makeList();
    QWidget* makeHits();
    void makeActions();
    void offerCopy(QTableView* table, const QString& objectName);
    void refresh();
    void follow();
    void sum(const std::vector<AlertRow>& rows);
    void add();
    void revalidate();
    void suspendOrResume();
    void remove();
    void import();
    void handOver();
    void verify();
    void markVisible();
    void ask(const QString& title, const QString& question, const QString& detail, std::function<Outcome<void>(const QString&)> deed,
             const QString& afterwards);
    void fail(const QString& title, const ServiceFailure& failure);
    void tellNotAccepted(const AlertEntry& entry, const VendorFailure& failure);
    [[nodiscard]] std::optional<AlertRow> chosen() const;
    [[nodiscard]] bool isChosenMine() const;

    Session& m_session;
    AlertService& m_alerts;
    PageServices m_services;
    Prompt& m_prompt;
    AlertTableModel* m_model;
    QSortFilterProxyModel* m_order;
    AlertHitModel* m_hitModel;
    QTableView* m_table = nullptr;
    QTableView* m_hits = nullptr;
    QTableView* m_copied = nullptr; ///< While copyRequested() is under way.
    QStackedWidget* m_tableOrEmpty = nullptr;
    QStackedWidget* m_hitsOrEmpty = nullptr;
    QLineEdit* m_find = nullptr;
    QCheckBox* m_everybody = nullptr;
    QLabel* m_link = nullptr;
    NoticeBar* m_notice = nullptr;
    DifferencesPanel* m_differences = nullptr;
    QPushButton* m_revalidate = nullptr;
    QPushButton* m_suspend = nullptr;
    QPushButton* m_remove = nullptr;
    QPushButton* m_handOver = nullptr;
    QPushButton* m_verify = nullptr;
    QTimer m_refresh, m_mark;
};

} // namespace casebound
