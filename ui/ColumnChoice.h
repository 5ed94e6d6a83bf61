// Which columns of a table a person wants to see, how wide and in which order: chosen at its header or from its menu, and remembered.
#pragma once

#include <QList>
#include <QObject>
#include <QString>

#include <optional>

class QMenu;
class QTableView;

namespace casebound {

/// One column, in the place where it stands.
struct ColumnLook {
    int column = 0; ///< Of the model.
    int width = 0;  ///< Pixels; where it is hidden, the one it had.
    bool hidden = false;

    bool operator==(const ColumnLook&) const = default;
};

/// "3:120 0:90 1:80:hidden", in the order they stand.
[[nodiscard]] QString toText(const QList<ColumnLook>& looks);
/// Nothing unless each of `count` columns stands there once, with a width a window can have, and at least one of them is to be seen.
[[nodiscard]] std::optional<QList<ColumnLook>> columnLooks(const QString& text, int count);

/// Lives with its table, and remembers (service/Settings) by its objectName or by a name that tables of one kind share. Only what a person does is remembered: not
/// what the program sets, nor what follows from the window's size.
class ColumnChoice final : public QObject {
    Q_OBJECT

public:
    /// Once model and columns' own widths are set. `always`: columns that cannot be hidden (one that must be seen, such as a verdict).
    /// The header has its menu for them; among the table's actions it stands as "Columns" (ui/ContextMenu shows it).
    static ColumnChoice* of(QTableView& table, QList<int> always = {}, const QString& name = {});
    /// One entry a column, and one for how they stood at first.
    [[nodiscard]] QMenu* menu() const { return m_menu; }

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    ColumnChoice(QTableView& table, QList<int> always, QString name);
    [[nodiscard]] QList<ColumnLook> now() const;
    void apply(const QList<ColumnLook>& looks);
    void restore();
    void remember();
    void fillMenu();

    QTableView& m_table;
    QMenu* m_menu;
    const QList<int> m_always;
    const QString m_name;
    QList<ColumnLook> m_first; ///< As the program set them.
    bool m_restoring = false;
};

} // namespace casebound
