// A matter referred to OPR (R10): what a review judged Refer, as a package for one receiver.
#pragma once

#include "service/ReferralService.h"

#include <QDialog>

class QLineEdit;
class QPushButton;

namespace casebound {

class FieldMessage;
class NoticeBar;

class ReferralDialog final : public QDialog {
    Q_OBJECT

public:
    /// The service outlives it.
    ReferralDialog(ReferralService& referrals, QString review, const QString& practicePassphrase, QWidget* parent = nullptr);

private:
    void start();
    void showResult(const ReferralResult& result);
    ReferralService& m_referrals;
    QString m_review;
    QLineEdit* m_certificate;
    FieldMessage* m_certificateMessage;
    QLineEdit* m_target;
    FieldMessage* m_targetMessage;
    QLineEdit* m_pin;
    FieldMessage* m_pinMessage;
    QPushButton* m_make;
    NoticeBar* m_notice;
};

} // namespace casebound
