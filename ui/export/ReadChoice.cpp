#include "ui/export/ReadChoice.h"

#include "ui/FlowLayout.h"
#include "ui/ReadCopier.h"
#include "ui/TableLook.h"
#include "ui/Theme.h"
#include "ui/Words.h"
#include "ui/WrapLabel.h"
#include "ui/export/ExportWords.h"

#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QVBoxLayout>

namespace casebound {

ChoiceModel::ChoiceModel(std::vector<CaseItem> items, const std::vector<std::int64_t>& leftOut, QObject* parent)
    : QAbstractListModel(parent),
      m_items(std::move(items)),
      m_leftOut(leftOut.begin(), leftOut.end())
{
}

std::vector<std::int64_t> ChoiceModel::leftOut() const
{
    return {m_leftOut.begin(), m_leftOut.end()};
}

void ChoiceModel::tickAll(bool on)
{
    if (m_items.empty())
        return;
    m_leftOut.clear();
    for (const CaseItem& item : m_items) {
        if (!on)
            m_leftOut.insert(item.row);
    }
    Q_EMIT dataChanged(index(0), index(rowCount() - 1), {Qt::CheckStateRole});
}

int ChoiceModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_items.size());
}

QVariant ChoiceModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const CaseItem& item = m_items[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        //: A kept read in the list of what goes into an export. %1: plate, %2: date and time, %3: such as "UNVERIFIED".
        return tr("%1, %2, %3").arg(item.plate, Words::time(item.capturedAt), ReadCopier::standing(item.verdict, !item.exact));
    case Qt::CheckStateRole: return m_leftOut.contains(item.row) ? Qt::Unchecked : Qt::Checked;
    default: return {};
    }
}

Qt::ItemFlags ChoiceModel::flags(const QModelIndex& index) const
{
    return QAbstractListModel::flags(index) | Qt::ItemIsUserCheckable;
}

bool ChoiceModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (!index.isValid() || role != Qt::CheckStateRole)
        return false;
    const std::int64_t row = m_items[static_cast<std::size_t>(index.row())].row;
    if (value.toInt() == Qt::Checked)
        m_leftOut.erase(row);
    else
        m_leftOut.insert(row);
    Q_EMIT dataChanged(index, index, {Qt::CheckStateRole});
    return true;
}

ReadChoice::ReadChoice(std::vector<CaseItem> items, const std::vector<std::int64_t>& leftOut, QWidget* parent)
    : QDialog(parent),
      m_model(new ChoiceModel(std::move(items), leftOut, this)),
      m_list(new QListView(this)),
      m_count(new WrapLabel({}, this))
{
    setObjectName(QStringLiteral("readChoice"));
    setWindowTitle(tr("Casebound – Reads of the export"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    auto* label = new QLabel(tr("&Kept reads"), this);
    m_list->setObjectName(QStringLiteral("choiceList"));
    m_list->setAccessibleName(tr("Kept reads"));
    m_list->setModel(m_model);
    m_list->setUniformItemSizes(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    copyNothingByKey(*m_list);
    label->setBuddy(m_list);
    auto* hint = new WrapLabel(tr("Space ticks. What you leave out stays in the case file; that it was left out, and how much, is said in "
                                  "the export and in the audit log."),
                               this);
    Theme::setTone(hint, Tone::Quiet);
    m_count->setObjectName(QStringLiteral("choiceCount"));
    const auto button = [this](const QString& words, const char* objectName) {
        auto* made = new QPushButton(words, this);
        made->setObjectName(QLatin1StringView(objectName));
        made->setAutoDefault(false);
        return made;
    };
    auto* all = button(tr("Tick all"), "tickAll");
    auto* none = button(tr("Tick none"), "tickNone");
    auto* accept = button(tr("Use this choice"), "useChoice");
    auto* cancel = button(tr("Cancel"), "cancelChoice");
    accept->setDefault(true);
    auto* row = new FlowLayout(space::unit, space::unit);
    for (QPushButton* one : {all, none, accept, cancel})
        row->addWidget(one);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::wide, space::wide, space::wide, space::gap);
    column->setSpacing(space::unit);
    column->addWidget(label);
    column->addWidget(m_list, 1);
    column->addWidget(hint);
    column->addWidget(m_count);
    column->addLayout(row);
    resize(560, 480);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &ReadChoice::follow);
    connect(all, &QPushButton::clicked, m_model, [this] { m_model->tickAll(true); });
    connect(none, &QPushButton::clicked, m_model, [this] { m_model->tickAll(false); });
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(accept, &QPushButton::clicked, this, [this] {
        Q_EMIT chosen(m_model->leftOut());
        QDialog::accept();
    });
    if (m_model->rowCount() > 0)
        m_list->setCurrentIndex(m_model->index(0));
    m_list->setFocus(Qt::OtherFocusReason);
    follow();
}

void ReadChoice::follow()
{
    m_count->setText(ExportWords::ofChoice(m_model->rowCount() - m_model->left(), m_model->left()));
    m_count->setAccessibleName(m_count->text());
}

} // namespace casebound
