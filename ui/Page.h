// What the main window knows of a page: its name, its help, its panes, and where its work goes on.
#pragma once

#include "domain/RoleTable.h"

#include <QList>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QWidget>

#include <functional>

namespace casebound {

/// The pages, in the order of the page list and of Ctrl+1 … Only those that exist are listed.
enum class PageId { Search, Verify, Alerts, CaseFile, Review, Office, Quality, Course };

/// What F1 shows for a page. `source` names the pages of DHS/ICE/PIA-039 the rules come from.
struct HelpTopic {
    QStringList paragraphs;
    QString source;
};

/// Its height does not follow from its width: where it did, showing one page would break the lines of every label of every page anew, each
/// width several times. Words that need more room ask for it themselves (WrapLabel).
class Page : public QWidget {
    Q_OBJECT

public:
    using QWidget::QWidget;
    [[nodiscard]] bool hasHeightForWidth() const override { return false; }
};

/// A page of the page list. The widget lives as long as the main window.
struct PageEntry {
    PageId id = PageId::Search;
    QWidget* widget = nullptr;
    std::function<void()> enter; ///< Puts the focus where work goes on; empty: the widget itself.
};

/// Names, help and panes of pages.
class PageGuide final : public QObject {
    Q_OBJECT

public:
    /// English and accessible names of the pages: Search, Verify, Alerts, Case file, Review, Office, OCR quality, Course.
    [[nodiscard]] static QString nameOf(PageId id);
    [[nodiscard]] static HelpTopic helpOf(PageId id);
    /// What the role table must allow for the page to be there.
    [[nodiscard]] static Action actionOf(PageId id);

    /// Marks a widget (form, table, picture …) as a pane F6 goes to; it takes the focus itself or through its focus proxy.
    static void markPane(QWidget* widget, bool is = true);
    /// The visible, enabled panes below `page`, in reading order of the widget tree; the page itself where it marks none.
    [[nodiscard]] static QList<QWidget*> panesOf(QWidget* page);
};

} // namespace casebound
