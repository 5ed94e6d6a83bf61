// Takes a file of plates into the alert list, for one case: every row is judged before any is added, and named where it is not (R8).
#pragma once

#include "service/AlertImport.h"
#include "ui/PageServices.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QTableWidget;

namespace casebound {

class AlertFields;
class FieldMessage;

class ImportAlertsDialog final : public QDialog {
    Q_OBJECT

public:
    ImportAlertsDialog(AlertService& alerts, PageServices services, QWidget* parent = nullptr);

Q_SIGNALS:
    void imported(int added);

private:
    void chooseFile();
    void act();
    void check();
    void showRows();
    void finish();
    [[nodiscard]] static QString wordsOf(const AlertCsvFault& fault);

    AlertService& m_alerts;
    AlertFields* m_fields;
    QLineEdit* m_file;
    FieldMessage* m_fileMessage;
    QTableWidget* m_rows;
    QLabel* m_count;
    QProgressBar* m_progress;
    FieldMessage* m_whole;
    QPushButton* m_act;
    AlertImport* m_import = nullptr;
};

} // namespace casebound
