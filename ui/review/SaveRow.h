// Where a result is saved, and as what.
#pragma once

#include "service/OversightFile.h"

#include <QWidget>

#include <functional>

class QComboBox;
class QLineEdit;
class QPushButton;

namespace casebound {

class FieldMessage;

class SaveRow final : public QWidget {
    Q_OBJECT

public:
    /// `make` gives the file's bytes in a format.
    SaveRow(std::function<std::optional<QByteArray>(OversightFormat)> make, QWidget* parent = nullptr);
    /// The name to propose, without its end.
    void propose(const QString& name);

Q_SIGNALS:
    void saved(const QString& path);

private:
    void save();
    void followFormat();
    std::function<std::optional<QByteArray>(OversightFormat)> m_make;
    QLineEdit* m_path;
    QComboBox* m_format;
    QPushButton* m_save;
    FieldMessage* m_message;
};

} // namespace casebound
