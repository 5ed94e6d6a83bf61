#include "ui/map/SpotList.h"

#include "ui/TableLook.h"
#include "ui/Theme.h"
#include "ui/WrapLabel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QLocale>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace casebound {

class SpotList::Model final : public QAbstractListModel {
public:
    Model(std::function<QString(qsizetype)> words, QObject* parent) : QAbstractListModel(parent), m_words(std::move(words)) {}
    void set(std::vector<std::uint32_t> reads)
    {
        beginResetModel();
        m_reads = std::move(reads);
        endResetModel();
    }
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_reads.size());
    }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override
    {
        if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
            return m_words(readAt(index.row()));
        return {};
    }
    [[nodiscard]] qsizetype readAt(int row) const { return m_reads[static_cast<std::size_t>(row)]; }
    [[nodiscard]] int rowOf(qsizetype read) const
    {
        const auto at = std::ranges::find(m_reads, static_cast<std::uint32_t>(read));
        return read < 0 || at == m_reads.end() ? -1 : static_cast<int>(at - m_reads.begin());
    }

private:
    std::function<QString(qsizetype)> m_words;
    std::vector<std::uint32_t> m_reads;
};

SpotList::SpotList(std::function<QString(qsizetype)> words, QWidget* parent)
    : QFrame(parent),
      m_model(new Model(std::move(words), this)),
      m_list(new QListView(this)),
      m_title(new WrapLabel({}, this))
{
    setObjectName(QStringLiteral("spotList"));
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_title->setObjectName(QStringLiteral("spotTitle"));
    m_title->setFont(Theme::strong(font()));
    m_title->setWordWrap(true);
    m_list->setObjectName(QStringLiteral("spotReads"));
    m_list->setAccessibleName(tr("Reads on this spot"));
    m_list->setModel(m_model);
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    copyNothingByKey(*m_list);
    auto* close = new QToolButton(this);
    close->setObjectName(QStringLiteral("spotClose"));
    close->setAutoRaise(true);
    close->setIcon(Theme::icon(QStringLiteral("close"), Tone::Neutral, palette()));
    close->setAccessibleName(tr("Close the list"));
    close->setToolTip(tr("Close the list (Esc)"));
    close->setMinimumSize(space::target, space::target);
    auto* head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(close, 0, Qt::AlignTop);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::unit, space::half, space::half, space::half);
    column->setSpacing(space::half);
    column->addLayout(head);
    column->addWidget(m_list, 1);
    setFocusProxy(m_list);
    connect(close, &QToolButton::clicked, this, &SpotList::closed);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& now) {
        if (now.isValid() && !m_selecting)
            Q_EMIT chosen(m_model->readAt(now.row()));
    });
    connect(m_list, &QListView::activated, this, [this](const QModelIndex& at) { Q_EMIT opened(m_model->readAt(at.row())); });
    hide();
}

void SpotList::show(std::vector<std::uint32_t> reads, std::size_t total, qsizetype selected)
{
    const std::size_t listed = reads.size();
    m_selecting = true;
    m_model->set(std::move(reads));
    m_selecting = false;
    const QString count = QLocale().toString(static_cast<qulonglong>(total));
    m_title->setText(listed < total
                         ? tr("%1 reads on this spot, the newest %2 listed").arg(count, QLocale().toString(static_cast<qulonglong>(listed)))
                         : tr("%1 reads on this spot").arg(count));
    QWidget::show();
    raise();
    select(selected);
    m_list->setFocus(Qt::OtherFocusReason);
}

void SpotList::select(qsizetype read)
{
    const int row = m_model->rowOf(read);
    m_selecting = true;
    m_list->setCurrentIndex(row < 0 ? QModelIndex() : m_model->index(row));
    m_selecting = false;
}

bool SpotList::lists(qsizetype read) const
{
    return m_model->rowOf(read) >= 0;
}

void SpotList::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closed();
    else
        QFrame::keyPressEvent(event);
}

} // namespace casebound
