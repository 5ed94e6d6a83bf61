// The pages on the left: one click, the arrow keys, or Ctrl+1 …
#pragma once

#include "ui/Page.h"

#include <QListWidget>

namespace casebound {

class PageList final : public QListWidget {
    Q_OBJECT

public:
    explicit PageList(QWidget* parent = nullptr);
    void addPage(PageId id);
    void setCurrent(PageId id);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {sizeHint().width(), 3 * 40}; }

Q_SIGNALS:
    void chosen(casebound::PageId id);

protected:
    void changeEvent(QEvent* event) override;

private:
    void recolour();
};

} // namespace casebound
