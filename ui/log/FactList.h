// Facts, one below the other: what it is, and what it says. The value carries both for a screen reader.
#pragma once

#include <QWidget>

class QGridLayout;
class QLabel;

namespace casebound {

/// Facts of reads and of people's work cannot be marked with the mouse: copying them so would pass the log. Fingerprints and paths can.
enum class FactsOf { Reads, Office };

class FactList final : public QWidget {
    Q_OBJECT

public:
    explicit FactList(QWidget* parent = nullptr, FactsOf of = FactsOf::Reads);
    /// A row; an empty value hides it. The object name is the value's.
    void put(const QString& objectName, const QString& what, const QString& value);

private:
    QGridLayout* m_grid;
    FactsOf m_of;
};

} // namespace casebound
