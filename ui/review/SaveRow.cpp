#include "ui/review/SaveRow.h"

#include "ui/ComboName.h"
#include "ui/FieldMessage.h"
#include "ui/Theme.h"

#include <QComboBox>
#include <QDir>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace casebound {

SaveRow::SaveRow(std::function<std::optional<QByteArray>(OversightFormat)> make, QWidget* parent)
    : QWidget(parent),
      m_make(std::move(make)),
      m_path(new QLineEdit(this)),
      m_format(new QComboBox(this)),
      m_save(new QPushButton(tr("Save"), this)),
      m_message(new FieldMessage(m_path, this))
{
    m_path->setObjectName(QStringLiteral("savePath"));
    m_path->setAccessibleName(tr("Save to"));
    m_save->setObjectName(QStringLiteral("saveFile"));
    m_format->setObjectName(QStringLiteral("saveFormat"));
    for (const OversightFormat format : {OversightFormat::Csv, OversightFormat::Json, OversightFormat::Pdf})
        m_format->addItem(oversightSuffix(format).toUpper(), static_cast<int>(format));
    nameCombo(m_format, tr("Format"));
    auto* label = new QLabel(tr("Save to"), this);
    label->setBuddy(m_path);
    auto* row = new QHBoxLayout;
    row->setSpacing(space::unit);
    row->addWidget(m_path, 1);
    row->addWidget(m_format);
    row->addWidget(m_save);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::half);
    column->addWidget(label);
    column->addLayout(row);
    column->addWidget(m_message);
    connect(m_save, &QPushButton::clicked, this, &SaveRow::save);
    connect(m_path, &QLineEdit::textEdited, m_message, &FieldMessage::clear);
    connect(m_format, &QComboBox::currentIndexChanged, this, &SaveRow::followFormat);
}

void SaveRow::propose(const QString& name)
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    m_path->setText(QDir(QDir(folder).exists() ? folder : QDir::homePath()).filePath(name + QStringLiteral(".csv")));
    followFormat();
}

void SaveRow::followFormat()
{
    static const QRegularExpression end(QStringLiteral("\\.(csv|json|pdf)$"));
    QString path = m_path->text();
    path.replace(end, QLatin1Char('.') + oversightSuffix(static_cast<OversightFormat>(m_format->currentData().toInt())));
    m_path->setText(path);
    m_message->clear();
}

void SaveRow::save()
{
    const QString path = QDir::fromNativeSeparators(m_path->text().trimmed());
    const auto done = writeOversightFile(path, m_make(static_cast<OversightFormat>(m_format->currentData().toInt())));
    if (done) {
        m_message->show(tr("Saved."), Tone::Good);
        Q_EMIT saved(path);
        return;
    }
    const auto words = [&] {
        switch (done.error()) {
        case OversightFileProblem::BadPath: return tr("This is no file in a folder that exists. Nothing was written. Name another place.");
        case OversightFileProblem::Exists: return tr("There is a file of this name. Nothing was written over it. Choose another name.");
        case OversightFileProblem::CannotWrite: return tr("The file could not be written. Nothing is left there. Choose another folder.");
        case OversightFileProblem::CannotMake: return tr("The PDF could not be made. Nothing was written. Save it as CSV or JSON.");
        }
        return QString();
    };
    m_message->show(words());
    m_path->setFocus(Qt::OtherFocusReason);
}

} // namespace casebound
