// The open queries and the reads of one of them: state, Reads, Near matches, pictures. One selection drives all.
#pragma once

#include "ui/PageServices.h"
#include "ui/ReadSheet.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QSplitter;
class QStackedWidget;

namespace casebound {

class DayFilter;
class NoticeBar;
class Prompt;
class ReadPictures;
class ReadTableModel;
class ReadTableView;
class RunMap;

/// Holds no results: they are the runs', and go with them.
class ResultsView final : public QWidget {
    Q_OBJECT

public:
    ResultsView(PageServices services, Prompt& prompt, QWidget* parent = nullptr);
    ~ResultsView() override;

    void showRun(QueryRun* run);
    [[nodiscard]] QueryRun* run() const { return m_run; }
    /// The table that has the keyboard, else the reads of the plate.
    [[nodiscard]] std::optional<ReadSheet> sheet() const;
    /// A failure that belongs to no run (the log refused, …).
    void tellFailure(const QString& words);

Q_SIGNALS:
    void runShown(casebound::QueryRun* run);
    void verifyRequested(casebound::QueryRun* run, qsizetype read);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void build();
    void runStarted(QueryRun* run);
    void runEnding(QueryRun* run);
    void closeRun();
    void chosen(int row);
    void tellState();
    void tellCounts();
    void tellTime();
    void select(qsizetype read);
    void open(qsizetype read);
    void firstRow();
    void followFilters();

    PageServices m_services;
    Prompt& m_prompt;
    QPointer<QueryRun> m_run;
    qsizetype m_selected = -1;
    bool m_selecting = false;
    ReadTableModel* m_exactModel;
    ReadTableModel* m_nearModel;
    QWidget* m_head;
    QComboBox* m_runs;
    QPushButton* m_close;
    NoticeBar* m_state;
    NoticeBar* m_receipt;
    QLabel* m_expiry;
    QStackedWidget* m_stack;
    QWidget* m_empty;
    QSplitter* m_across;
    QSplitter* m_down;
    QLabel* m_exactTitle;
    QStackedWidget* m_exactStack;
    ReadTableView* m_exactTable;
    QLabel* m_none;
    QWidget* m_nearGroup;
    QLabel* m_nearTitle;
    ReadTableView* m_nearTable;
    QSplitter* m_side;
    ReadPictures* m_pictures;
    RunMap* m_map;
    DayFilter* m_days;
    QCheckBox* m_nearPlaces;
    QTimer m_minute;
};

} // namespace casebound
