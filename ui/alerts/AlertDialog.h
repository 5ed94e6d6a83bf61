// Adds one entry to the alert list, or justifies one anew (R8).
#pragma once

#include "service/AlertService.h"
#include "ui/PageServices.h"

#include <QDialog>

class QPlainTextEdit;
class QPushButton;
class QVBoxLayout;

namespace casebound {

class AlertFields;
class DateField;
class FieldMessage;

class AddAlertDialog final : public QDialog {
    Q_OBJECT

public:
    AddAlertDialog(AlertService& alerts, PageServices services, QWidget* parent = nullptr);

Q_SIGNALS:
    void added(const casebound::AlertEntry& entry);

private:
    void submit();

    AlertService& m_alerts;
    AlertFields* m_fields;
    FieldMessage* m_whole;
};

class RevalidateAlertDialog final : public QDialog {
    Q_OBJECT

public:
    RevalidateAlertDialog(AlertService& alerts, const AlertEntry& entry, QWidget* parent = nullptr);

Q_SIGNALS:
    void done(const casebound::AlertEntry& entry);

private:
    void submit();

    AlertService& m_alerts;
    AlertEntry m_entry;
    QPlainTextEdit* m_reason;
    FieldMessage* m_reasonMessage;
    DateField* m_expires;
    FieldMessage* m_expiresMessage;
    FieldMessage* m_whole;
};

/// Heading, a quiet sentence, the content, and the two buttons of a dialog about alerts. The accepting one is returned.
QPushButton* layAlertDialog(QDialog& dialog, const QString& heading, const QString& intro, QWidget* content, FieldMessage* whole,
                            const QString& accept);

} // namespace casebound
