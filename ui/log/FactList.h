// Facts, one below the other: what it is, and what it says. The value carries both for a screen reader.
#pragma once

#include <QWidget>

class QGridLayout;
class QLabel;

namespace casebound {

class FactList final : public QWidget {
    Q_OBJECT

public:
    explicit FactList(QWidget* parent = nullptr);
    /// A row; an empty value hides it. The object name is the value's.
    void put(const QString& objectName, const QString& what, const QString& value);

private:
    QGridLayout* m_grid;
};

} // namespace casebound
