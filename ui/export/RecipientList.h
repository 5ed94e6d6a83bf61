// Whom an export is encrypted to: people of the office to tick, and certificates from files.
#pragma once

#include "service/ExportRecipients.h"

#include <QWidget>

#include <vector>

class QCheckBox;
class QFileDialog;
class QLabel;
class QListWidget;
class QPushButton;

namespace casebound {

class Clock;
class FieldMessage;
class NoticeBar;

class RecipientList final : public QWidget {
    Q_OBJECT

public:
    RecipientList(std::vector<ExportRecipient> office, const Clock& clock, QWidget* parent = nullptr);

    [[nodiscard]] std::vector<ExportRecipient> chosen() const;
    /// Without recipients: the person says that this is meant.
    [[nodiscard]] bool isPlainAcknowledged() const;
    /// Recipients, or the acknowledgement; otherwise says what is missing, and takes the focus there.
    [[nodiscard]] bool accept();
    /// Adds every certificate of a file and ticks it; otherwise says why not.
    void addFile(const QString& path);
    void focusList();

private:
    void add(const ExportRecipient& recipient, bool ticked);
    void chooseFile();
    void follow();

    const Clock& m_clock;
    std::vector<ExportRecipient> m_recipients; ///< Row by row.
    QListWidget* m_list;
    QLabel* m_fingerprint;
    QPushButton* m_add;
    FieldMessage* m_addMessage;
    NoticeBar* m_warning;
    QCheckBox* m_plain;
    FieldMessage* m_plainMessage;
};

} // namespace casebound
