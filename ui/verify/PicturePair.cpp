#include "ui/verify/PicturePair.h"

#include "ui/FlowLayout.h"
#include "ui/Page.h"
#include "ui/Theme.h"
#include "ui/verify/ImageView.h"
#include "ui/verify/PictureWords.h"

#include <QLabel>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

namespace casebound {

PicturePair::PicturePair(VerificationService& verification, QWidget* parent)
    : QWidget(parent),
      m_verification(verification),
      m_plate(new ImageView(this)),
      m_vehicle(new ImageView(this)),
      m_view(new QLabel(this))
{
    setObjectName(QStringLiteral("pictures"));
    m_plate->setObjectName(QStringLiteral("plateImage"));
    m_plate->setAccessibleName(tr("Plate picture"));
    m_plate->setMinimumHeight(160);
    m_vehicle->setObjectName(QStringLiteral("vehicleImage"));
    m_vehicle->setAccessibleName(tr("Vehicle picture"));
    m_view->setObjectName(QStringLiteral("plateView"));
    Theme::setTone(m_view, Tone::Quiet);
    PageGuide::markPane(m_plate);

    auto* across = new QSplitter(Qt::Horizontal, this);
    across->setObjectName(QStringLiteral("picturesAcross"));
    across->setChildrenCollapsible(false);
    across->addWidget(m_plate);
    across->addWidget(m_vehicle);
    across->setStretchFactor(0, 3);
    across->setStretchFactor(1, 2);
    across->setSizes({600, 400});

    auto* tools = new FlowLayout(space::half, space::half);
    auto* in = tool(QStringLiteral("zoomIn"), tr("Zoom in"), tr("Zoom in (Z or +)"));
    auto* out = tool(QStringLiteral("zoomOut"), tr("Zoom out"), tr("Zoom out (Shift+Z or -)"));
    auto* whole = tool(QStringLiteral("zoomFit"), tr("Whole picture"), tr("Whole picture (0)"));
    auto* turn = tool(QStringLiteral("rotate"), tr("Rotate"), tr("Rotate by a quarter (R)"));
    auto* invert = tool(QStringLiteral("invert"), tr("Invert"), tr("Invert light and dark (I)"), true);
    auto* contrast = tool(QStringLiteral("contrast"), tr("Contrast"), tr("Raise the contrast (C)"), true);
    auto* reset = tool(QStringLiteral("resetView"), tr("Reset"), tr("The picture as it came (X)"));
    for (QToolButton* button : {in, out, whole, turn, invert, contrast, reset})
        tools->addWidget(button);
    m_view->setMinimumHeight(space::target); // in line with the buttons
    tools->addWidget(m_view);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::half);
    column->addWidget(across, 1);
    column->addLayout(tools);

    connect(in, &QToolButton::clicked, m_plate, &ImageView::zoomIn);
    connect(out, &QToolButton::clicked, m_plate, &ImageView::zoomOut);
    connect(whole, &QToolButton::clicked, m_plate, &ImageView::fit);
    connect(turn, &QToolButton::clicked, m_plate, &ImageView::rotate);
    connect(invert, &QToolButton::clicked, m_plate, &ImageView::setInverted);
    connect(contrast, &QToolButton::clicked, m_plate, &ImageView::setContrastRaised);
    connect(reset, &QToolButton::clicked, m_plate, &ImageView::reset);
    connect(m_plate, &ImageView::viewChanged, this, [this, in, out, whole, turn, invert, contrast, reset] {
        const bool some = m_plate->hasImage();
        for (QToolButton* button : {in, out, whole, turn, invert, contrast, reset})
            button->setEnabled(some);
        invert->setChecked(m_plate->isInverted());
        contrast->setChecked(m_plate->isContrastRaised());
        m_view->setText(some ? m_plate->viewText() : QString());
    });
    show(nullptr, -1);
}

QToolButton* PicturePair::tool(const QString& name, const QString& text, const QString& tip, bool checkable)
{
    auto* button = new QToolButton(this);
    button->setObjectName(name);
    button->setText(text);
    button->setToolTip(tip);
    button->setCheckable(checkable);
    button->setMinimumSize(space::target, space::target);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

void PicturePair::show(QueryRun* run, qsizetype read)
{
    ++m_turn;
    m_plateState.reset();
    m_plateWords.clear();
    if (!run || read < 0) {
        m_plate->setWords({});
        m_vehicle->setWords({});
        return;
    }
    fetch(*run, static_cast<std::size_t>(read), ImageKind::Plate);
    fetch(*run, static_cast<std::size_t>(read), ImageKind::Vehicle);
}

void PicturePair::fetch(QueryRun& run, std::size_t read, ImageKind kind)
{
    ImageView* view = kind == ImageKind::Plate ? m_plate : m_vehicle;
    QFuture<Picture> future = m_verification.picture(run, read, kind);
    const auto put = [this, view, kind](const Picture& picture) {
        const QString words = PictureWords::of(picture, kind);
        if (!picture.image.isNull())
            view->setImage(picture.image);
        else
            view->setWords(words);
        if (kind == ImageKind::Plate) {
            m_plateState = picture.state;
            m_plateWords = words;
            Q_EMIT plateStateChanged();
        }
    };
    if (future.isFinished() && future.resultCount() > 0) {
        put(future.result()); // read ahead: on the screen in the same turn
        return;
    }
    view->setWords(tr("Loading the picture"));
    future.then(this, [this, put, turn = m_turn](const Picture& picture) {
        if (turn == m_turn)
            put(picture);
    });
}

} // namespace casebound
