#include "ui/search/JurisdictionField.h"

#include "lists/JurisdictionModel.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QLineEdit>
#include <QWheelEvent>

namespace casebound {

namespace {

/// Looks through SearchRole, puts the shown text into the field.
class PlaceCompleter final : public QCompleter {
public:
    using QCompleter::QCompleter;
    QString pathFromIndex(const QModelIndex& index) const override { return index.data(Qt::DisplayRole).toString(); }
};

} // namespace

JurisdictionField::JurisdictionField(QWidget* parent) : QComboBox(parent), m_model(new JurisdictionModel(Reference::builtIn(), this))
{
    setEditable(true);
    setInsertPolicy(QComboBox::NoInsert);
    setModel(m_model);
    setCurrentIndex(-1);
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(14);
    setMaxVisibleItems(12);
    setFocusPolicy(Qt::StrongFocus);
    lineEdit()->setPlaceholderText(tr("Code or name"));
    lineEdit()->setMaxLength(64);
    auto* completer = new PlaceCompleter(m_model, this);
    completer->setCompletionRole(JurisdictionModel::SearchRole);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    completer->setCompletionMode(QCompleter::PopupCompletion);
    setCompleter(completer);
    // Left with an unambiguous code: the place's name shows that it was understood.
    connect(lineEdit(), &QLineEdit::editingFinished, this, [this, completer] {
        if (completer->popup()->isVisible() || currentText().trimmed().isEmpty())
            return;
        if (const auto key = Reference::builtIn().findJurisdiction(keyOrText()))
            setKey(key->text());
    });
}

QString JurisdictionField::keyOrText() const
{
    return m_model->keyOrText(currentText());
}

void JurisdictionField::setKey(const QString& key)
{
    const int row = findData(key, JurisdictionModel::KeyRole, Qt::MatchExactly | Qt::MatchCaseSensitive);
    setCurrentIndex(row);
    if (row < 0)
        setEditText(key);
    else
        lineEdit()->setCursorPosition(0);
}

void JurisdictionField::wheelEvent(QWheelEvent* event)
{
    event->ignore(); // scrolls the form; never changes what was chosen
}

} // namespace casebound
