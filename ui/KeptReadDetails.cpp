#include "ui/KeptReadDetails.h"

#include "lists/ReadText.h"
#include "ui/ComboName.h"
#include "ui/PicturePane.h"
#include "ui/Theme.h"
#include "ui/Words.h"
#include "ui/WrapLabel.h"
#include "ui/verify/PictureWords.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

namespace casebound {

namespace {

QString nameOf(ImageKind kind)
{
    switch (kind) {
    case ImageKind::Plate: return KeptReadDetails::tr("Plate picture");
    case ImageKind::Vehicle: return KeptReadDetails::tr("Vehicle picture");
    case ImageKind::Other: return KeptReadDetails::tr("Other picture");
    }
    return {};
}

} // namespace

KeptReadDetails::KeptReadDetails(VerificationService& verification, QWidget* parent)
    : QWidget(parent),
      m_verification(verification),
      m_picture(new PicturePane(this)),
      m_which(new QComboBox(this)),
      m_mark(new WrapLabel({}, this)),
      m_lines(new QWidget(this)),
      m_grid(nullptr)
{
    setObjectName(QStringLiteral("keptReadDetails"));
    m_picture->setObjectName(QStringLiteral("keptPicture"));
    m_picture->setAccessibleName(tr("Picture of the read"));
    m_which->setObjectName(QStringLiteral("whichPicture"));
    nameCombo(m_which, tr("Picture shown"));
    m_mark->setObjectName(QStringLiteral("contraryMark"));
    m_mark->setFont(Theme::strong(font()));

    auto* area = new QScrollArea(this);
    area->setObjectName(QStringLiteral("keptLines"));
    area->setAccessibleName(tr("Details of the read"));
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setWidget(m_lines);
    m_lines->setAutoFillBackground(false);
    area->viewport()->setAutoFillBackground(false);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::unit);
    column->addWidget(m_picture, 2);
    column->addWidget(m_which);
    column->addWidget(m_mark);
    column->addWidget(area, 3);
    connect(m_which, &QComboBox::currentIndexChanged, this, &KeptReadDetails::showPicture);
    clear();
}

void KeptReadDetails::clear()
{
    ++m_turn;
    m_read = {};
    m_which->clear();
    m_which->hide();
    m_mark->hide();
    delete m_grid;
    m_grid = nullptr;
    qDeleteAll(m_lines->findChildren<QWidget*>(Qt::FindDirectChildrenOnly));
    m_picture->showWords(tr("Choose a read to see its picture."));
}

void KeptReadDetails::show(const KeptRead& kept, Instant now, const QString& places)
{
    clear();
    m_read = kept;
    for (const auto& [kind, bytes] : m_read.images) {
        m_which->addItem(nameOf(kind));
    }
    m_which->setVisible(m_read.images.size() > 1);
    showPicture();

    if (kept.contrary) {
        m_mark->setText(tr("Contrary to the lead: kept although not confirmed"));
        Theme::setTone(m_mark, Tone::Caution);
        m_mark->show();
    }
    m_grid = new QGridLayout(m_lines);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(space::gap);
    m_grid->setVerticalSpacing(space::half + 2);
    m_grid->setColumnStretch(1, 1);
    const Verification& judged = kept.verification;
    addLine(tr("Verdict"), Words::of(judged.verdict));
    addLine(tr("Plate as seen"), judged.typedPlate.isEmpty() ? tr("not readable") : judged.typedPlate);
    addLine(tr("Jurisdiction as seen"), ReadText::jurisdiction(judged.typedJurisdiction));
    addLine(tr("Captured"), ReadText::timeInFull(kept.read.capturedAt, QTimeZone::systemTimeZone()));
    addLine(tr("Age"), ReadText::age(kept.read.capturedAt, now));
    addLine(tr("Camera"), ReadText::camera(kept.read.cameraId, kept.read.camera));
    addLine(tr("Place"), kept.read.location ? ReadText::place(kept.read.location->address, true, kept.read.location->latitude,
                                                              kept.read.location->longitude)
                                            : ReadText::notGiven());
    addLine(tr("Sensitive places"), places);
    addLine(tr("Vehicle"), ReadText::vehicle(kept.read.make, kept.read.model, kept.read.color, kept.read.body));
    addLine(tr("Machine’s text"), kept.read.plate);
    addLine(tr("Relevance"), kept.relevance);
    addLine(tr("Note"), judged.note);
    //: %1: roster id of a person, %2: date and time.
    addLine(tr("Kept by"), tr("%1, %2").arg(kept.keptBy.text(), Words::time(kept.keptAt)));
    m_grid->setRowStretch(m_grid->rowCount(), 1);
}

void KeptReadDetails::addLine(const QString& caption, const QString& words)
{
    if (words.isEmpty()) {
        return;
    }
    const int row = m_grid->rowCount();
    auto* name = new QLabel(caption, m_lines);
    Theme::setTone(name, Tone::Quiet);
    auto* value = new WrapLabel(words, m_lines);
    m_grid->addWidget(name, row, 0, Qt::AlignTop);
    m_grid->addWidget(value, row, 1, Qt::AlignTop);
}

void KeptReadDetails::showPicture()
{
    ++m_turn;
    const int at = m_which->currentIndex();
    if (at < 0 || static_cast<std::size_t>(at) >= m_read.images.size()) {
        m_picture->showWords(tr("No picture was kept with this read."));
        return;
    }
    const auto& [kind, bytes] = m_read.images[static_cast<std::size_t>(at)];
    m_picture->showWords(tr("Loading the picture"));
    //: Description of a picture. %1: "Plate picture", %2: what a person read from it.
    const QString description = tr("%1; read as %2").arg(nameOf(kind), m_read.verification.typedPlate);
    m_verification.keptPicture(bytes).then(this, [this, description, turn = m_turn](const DecodedPicture& decoded) {
        if (turn != m_turn)
            return;
        if (decoded)
            m_picture->show(*decoded, description);
        else
            m_picture->showWords(PictureWords::of(decoded.error()));
    });
}

} // namespace casebound
