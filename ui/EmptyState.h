// What stands where there is nothing yet: a quiet picture, what is so, and what to do.
#pragma once

#include <QWidget>

class QLabel;

namespace casebound {

class Icon;

class EmptyState final : public QWidget {
    Q_OBJECT

public:
    EmptyState(const QString& iconName, const QString& headline, const QString& sentence, QWidget* parent = nullptr);
    [[nodiscard]] QLabel* sentence() const { return m_sentence; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void recolour();
    QString m_iconName;
    Icon* m_icon;
    QLabel* m_sentence;
};

} // namespace casebound
