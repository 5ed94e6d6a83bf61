#include "ui/search/ReadPictures.h"

#include "lists/PlaceText.h"
#include "lists/ReadText.h"
#include "ui/Theme.h"
#include "ui/WrapLabel.h"
#include "ui/verify/ImageView.h"
#include "ui/verify/PictureWords.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace casebound {

ReadPictures::ReadPictures(PageServices services, QWidget* parent)
    : QWidget(parent),
      m_services(services),
      m_title(new QLabel(tr("Pictures"), this)),
      m_plate(new ImageView(this)),
      m_vehicle(new ImageView(this)),
      m_facts(new WrapLabel({}, this)),
      m_verify(new QPushButton(tr("Verify"), this))
{
    setObjectName(QStringLiteral("readPictures"));
    m_title->setFont(Theme::heading(font()));
    m_plate->setObjectName(QStringLiteral("plateThumb"));
    m_plate->setAccessibleName(tr("Plate picture"));
    m_vehicle->setObjectName(QStringLiteral("vehicleThumb"));
    m_vehicle->setAccessibleName(tr("Vehicle picture"));
    m_facts->setObjectName(QStringLiteral("readFacts"));
    m_facts->setWordWrap(true);
    m_facts->setTextFormat(Qt::PlainText);
    m_verify->setObjectName(QStringLiteral("verifyButton"));
    m_verify->setToolTip(tr("Check this read by eye (Enter in the table)"));
    m_verify->setAutoDefault(false);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::unit, 0, 0, 0);
    column->setSpacing(space::unit);
    auto* head = new QHBoxLayout;
    head->setSpacing(space::unit);
    head->addWidget(m_title, 1);
    head->addWidget(m_verify);
    column->addLayout(head);
    auto* pair = new QHBoxLayout;
    pair->setSpacing(space::unit);
    pair->addWidget(m_plate, 1);
    pair->addWidget(m_vehicle, 1);
    column->addLayout(pair, 1);
    column->addWidget(m_facts);
    connect(m_verify, &QPushButton::clicked, this, &ReadPictures::verifyWanted);
    show(nullptr, -1);
}

void ReadPictures::show(QueryRun* run, qsizetype read)
{
    m_run = run;
    m_read = read;
    ++m_turn;
    const bool some = run && read >= 0 && static_cast<std::size_t>(read) < run->reads().size();
    m_verify->setEnabled(some);
    if (!some) {
        m_plate->setWords(tr("Select a read to see its pictures."));
        m_vehicle->setWords({});
        m_facts->clear();
        return;
    }
    const ReadSet& reads = run->reads();
    const ReadRow& row = reads.row(static_cast<std::size_t>(read));
    const Instant captured{std::chrono::microseconds(row.capturedAt)};
    QStringList facts{
        tr("%1, %2 old").arg(ReadText::timeInFull(captured, QTimeZone::systemTimeZone()), ReadText::age(captured, m_services.clock.now())),
        ReadText::verdict(run->verification(static_cast<std::size_t>(read)).verdict)};
    // Camera and place stand in the table, and under the map.
    if (row.hasLocation) {
        const GeoPoint at{.latitude = row.latitude, .longitude = row.longitude};
        if (const QString near = PlaceText::withNote(nearPlaces(m_services.profile.sensitivePlaces, at), {}); !near.isEmpty())
            facts.append(near);
    }
    m_facts->setText(facts.join(QStringLiteral(" · ")));
    fetch(ImageKind::Plate, m_plate);
    fetch(ImageKind::Vehicle, m_vehicle);
}

void ReadPictures::fetch(ImageKind kind, ImageView* view)
{
    QFuture<Picture> future = m_services.verification.picture(*m_run, static_cast<std::size_t>(m_read), kind);
    if (!future.isFinished())
        view->setWords(tr("Loading the picture"));
    future.then(this, [this, turn = m_turn, view, kind](const Picture& picture) {
        if (turn != m_turn)
            return;
        if (!picture.image.isNull())
            view->setImage(picture.image);
        else
            view->setWords(PictureWords::ofPictureAlone(picture, kind));
    });
}

} // namespace casebound
