// A supervisor gives somebody's alert entry to another officer, who then has to justify it (R8).
#pragma once

#include "service/AlertService.h"

#include <QDialog>

class QComboBox;
class QPlainTextEdit;

namespace casebound {

class FieldMessage;

class HandOverDialog final : public QDialog {
    Q_OBJECT

public:
    HandOverDialog(AlertService& alerts, const AlertEntry& entry, const OfficeProfile& profile, const UserId& self,
                   QWidget* parent = nullptr);

Q_SIGNALS:
    void done(const casebound::AlertEntry& made);

private:
    void submit();

    AlertService& m_alerts;
    AlertEntry m_entry;
    QComboBox* m_receiver;
    QPlainTextEdit* m_why;
    FieldMessage* m_receiverMessage;
    FieldMessage* m_whyMessage;
    FieldMessage* m_whole;
};

} // namespace casebound
