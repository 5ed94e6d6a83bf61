// The permanent bar on top: which case, what matter, what limit, who asks and for whom.
#pragma once

#include "domain/OfficeProfile.h"
#include "ui/CaseContext.h"

#include <QWidget>

class QLabel;

namespace casebound {

class Icon;

class CaseBar final : public QWidget {
    Q_OBJECT

public:
    CaseBar(const CaseContext& context, const RosterUser& user, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    struct Part {
        QWidget* box = nullptr;
        Icon* icon = nullptr;
        QLabel* value = nullptr;
        QString iconName;
    };
    Part addPart(const QString& objectName, const QString& caption, const QString& iconName);
    static void put(const Part& part, const QString& words, bool given);
    void refresh();
    void recolour();

    const CaseContext& m_context;
    QList<Part> m_parts;
    Part m_case, m_matter, m_limit, m_user, m_behalf;
};

} // namespace casebound
