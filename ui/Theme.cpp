#include "ui/Theme.h"

#include "service/Settings.h"
#include "ui/ControlStyle.h"

#include <QApplication>
#include <QFile>
#include <QFontDatabase>
#include <QIconEngine>
#include <QLabel>
#include <QPainter>
#include <QPointer>
#include <QStyleHints>
#include <QSvgRenderer>

namespace casebound {

namespace {

Appearance chosen = Appearance::FollowSystem;

struct Scale {
    QRgb window, base, alternate, button, text, quiet, line, frame, accent, onAccent, focus, hover;
    QRgb good, caution, bad, info, goodWash, cautionWash, badWash, infoWash;
};

constexpr Scale light{.window = 0xfff3f5f7,
                      .base = 0xffffffff,
                      .alternate = 0xfff7f9fa,
                      .button = 0xffffffff,
                      .text = 0xff1a2027,
                      .quiet = 0xff55606c,
                      .line = 0xffd5dbe1,
                      .frame = 0xff7d8894,
                      .accent = 0xff0b57a4,
                      .onAccent = 0xffffffff,
                      .focus = 0xff0b57a4,
                      .hover = 0xffecf1f6,
                      .good = 0xff17693c,
                      .caution = 0xff7d4e00,
                      .bad = 0xffab1f19,
                      .info = 0xff0b57a4,
                      .goodWash = 0xffe4f3ea,
                      .cautionWash = 0xfffdf1d7,
                      .badWash = 0xfffce8e6,
                      .infoWash = 0xffe3eefa};
constexpr Scale dark{.window = 0xff1c2127,
                     .base = 0xff15191e,
                     .alternate = 0xff1a1f25,
                     .button = 0xff272e36,
                     .text = 0xffe7ebef,
                     .quiet = 0xffa9b4bf,
                     .line = 0xff353e48,
                     .frame = 0xff6f7c8a,
                     .accent = 0xff2a72bd,
                     .onAccent = 0xffffffff,
                     .focus = 0xff7ab8f5,
                     .hover = 0xff303943,
                     .good = 0xff6fce98,
                     .caution = 0xffe9b949,
                     .bad = 0xffff9c93,
                     .info = 0xff86c0f8,
                     .goodWash = 0xff17352a,
                     .cautionWash = 0xff3a2f14,
                     .badWash = 0xff452321,
                     .infoWash = 0xff182f47};
constexpr Scale contrast{.window = 0xff000000,
                         .base = 0xff000000,
                         .alternate = 0xff000000,
                         .button = 0xff000000,
                         .text = 0xffffffff,
                         .quiet = 0xffffffff,
                         .line = 0xffffffff,
                         .frame = 0xffffffff,
                         .accent = 0xffffe24a,
                         .onAccent = 0xff000000,
                         .focus = 0xffffe24a,
                         .hover = 0xff333333,
                         .good = 0xff7dffb0,
                         .caution = 0xffffe24a,
                         .bad = 0xffffaaa5,
                         .info = 0xffa6d4ff,
                         .goodWash = 0xff000000,
                         .cautionWash = 0xff000000,
                         .badWash = 0xff000000,
                         .infoWash = 0xff000000};

const Scale& scaleFor(const QPalette& palette)
{
    if (palette.color(QPalette::Highlight).rgb() == contrast.accent) {
        return contrast;
    }
    return Theme::isDark(palette) ? dark : light;
}

QPalette paletteOf(const Scale& scale)
{
    QPalette palette;
    const auto set = [&](QPalette::ColorRole role, QRgb colour) { palette.setColor(role, QColor(colour)); };
    set(QPalette::Window, scale.window);
    set(QPalette::WindowText, scale.text);
    set(QPalette::Base, scale.base);
    set(QPalette::AlternateBase, scale.alternate);
    set(QPalette::Text, scale.text);
    set(QPalette::PlaceholderText, scale.quiet);
    set(QPalette::Button, scale.button);
    set(QPalette::ButtonText, scale.text);
    set(QPalette::BrightText, scale.bad);
    set(QPalette::Highlight, scale.accent);
    set(QPalette::Accent, scale.accent);
    set(QPalette::HighlightedText, scale.onAccent);
    set(QPalette::Link, scale.info);
    set(QPalette::LinkVisited, scale.info);
    set(QPalette::ToolTipBase, scale.text);
    set(QPalette::ToolTipText, scale.base);
    set(QPalette::Light, scale.base);
    set(QPalette::Midlight, scale.line);
    set(QPalette::Mid, scale.line);
    set(QPalette::Dark, scale.frame);
    set(QPalette::Shadow, scale.frame);
    // Disabled words stay readable: 4.5 : 1 in the quiet colour, and the control's frame goes instead.
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        palette.setColor(QPalette::Disabled, role, QColor(scale.quiet));
    }
    palette.setColor(QPalette::Disabled, QPalette::Base, QColor(scale.window));
    palette.setColor(QPalette::Disabled, QPalette::Button, QColor(scale.window));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, QColor(scale.line));
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, QColor(scale.text));
    return palette;
}

/// Draws an SVG of resources/icons in one colour at whatever size is asked.
class ToneIcon final : public QIconEngine {
public:
    explicit ToneIcon(QByteArray svg) : m_svg(std::move(svg)) {}
    void paint(QPainter* painter, const QRect& rect, QIcon::Mode, QIcon::State) override { QSvgRenderer(m_svg).render(painter, rect); }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(0, 0), size), mode, state);
        return pixmap;
    }
    [[nodiscard]] QIconEngine* clone() const override { return new ToneIcon(m_svg); }

private:
    QByteArray m_svg;
};

/// Recolours a label when its palette changes.
class ToneKeeper final : public QObject {
public:
    ToneKeeper(QLabel* label, Tone tone) : QObject(label), m_label(label), m_tone(tone)
    {
        setObjectName(QStringLiteral("toneKeeper"));
        label->installEventFilter(this);
        colour();
    }
    void setTone(Tone tone)
    {
        m_tone = tone;
        colour();
    }
    bool eventFilter(QObject*, QEvent* event) override
    {
        if (event->type() == QEvent::PaletteChange) {
            colour();
        }
        return false;
    }

private:
    void colour()
    {
        const QColor words = Theme::text(m_tone, QGuiApplication::palette());
        QPalette palette = m_label->palette();
        if (palette.color(QPalette::WindowText) == words) {
            return;
        }
        palette.setColor(QPalette::WindowText, words);
        palette.setColor(QPalette::Text, words);
        m_label->setPalette(palette);
    }
    QLabel* m_label;
    Tone m_tone;
};

} // namespace

void Theme::apply(QApplication& application, Appearance appearance)
{
    chosen = appearance;
    static QPointer<ControlStyle> style;
    if (!style) {
        style = new ControlStyle;
        application.setStyle(style);
        QObject::connect(application.styleHints(), &QStyleHints::colorSchemeChanged, &application, [] {
            if (chosen == Appearance::FollowSystem) {
                apply(*qApp, Appearance::FollowSystem);
            }
        });
    }
    switch (appearance) {
    case Appearance::FollowSystem:
        application.setPalette(paletteOf(application.styleHints()->colorScheme() == Qt::ColorScheme::Dark ? dark : light));
        break;
    case Appearance::Light: application.setPalette(paletteOf(light)); break;
    case Appearance::Dark: application.setPalette(paletteOf(dark)); break;
    case Appearance::HighContrast: application.setPalette(paletteOf(contrast)); break;
    }
}

Appearance Theme::appearance()
{
    return chosen;
}

Appearance Theme::savedAppearance()
{
    const int saved = Settings::get(Settings::appearance);
    return saved >= 0 && saved <= static_cast<int>(Appearance::HighContrast) ? static_cast<Appearance>(saved) : Appearance::FollowSystem;
}

QColor Theme::text(Tone tone, const QPalette& palette)
{
    const Scale& scale = scaleFor(palette);
    switch (tone) {
    case Tone::Neutral: return QColor(scale.text);
    case Tone::Quiet: return QColor(scale.quiet);
    case Tone::Good: return QColor(scale.good);
    case Tone::Caution: return QColor(scale.caution);
    case Tone::Bad: return QColor(scale.bad);
    case Tone::Info: return QColor(scale.info);
    }
    return {};
}

QColor Theme::wash(Tone tone, const QPalette& palette)
{
    const Scale& scale = scaleFor(palette);
    switch (tone) {
    case Tone::Neutral:
    case Tone::Quiet: return QColor(scale.alternate);
    case Tone::Good: return QColor(scale.goodWash);
    case Tone::Caution: return QColor(scale.cautionWash);
    case Tone::Bad: return QColor(scale.badWash);
    case Tone::Info: return QColor(scale.infoWash);
    }
    return {};
}

QColor Theme::line(const QPalette& palette)
{
    return QColor(scaleFor(palette).line);
}

QColor Theme::frame(const QPalette& palette)
{
    return QColor(scaleFor(palette).frame);
}

QColor Theme::focus(const QPalette& palette)
{
    return QColor(scaleFor(palette).focus);
}

QColor Theme::hover(const QPalette& palette)
{
    return QColor(scaleFor(palette).hover);
}

bool Theme::isDark(const QPalette& palette)
{
    return palette.color(QPalette::Window).lightness() < 128;
}

QIcon Theme::icon(const QString& name, Tone tone, const QPalette& palette)
{
    return icon(name, text(tone, palette));
}

QIcon Theme::icon(const QString& name, const QColor& colour)
{
    QFile file(QStringLiteral(":/casebound/icons/%1.svg").arg(name));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    QByteArray svg = file.readAll();
    svg.replace("currentColor", colour.name().toLatin1());
    return QIcon(new ToneIcon(svg));
}

QString Theme::iconName(Tone tone)
{
    switch (tone) {
    case Tone::Neutral:
    case Tone::Quiet: return QStringLiteral("note");
    case Tone::Good: return QStringLiteral("check");
    case Tone::Caution: return QStringLiteral("warning");
    case Tone::Bad: return QStringLiteral("error");
    case Tone::Info: return QStringLiteral("info");
    }
    return {};
}

QFont Theme::title(const QFont& base)
{
    QFont font = base;
    font.setPointSizeF(base.pointSizeF() * 1.6);
    font.setWeight(QFont::DemiBold);
    return font;
}

QFont Theme::heading(const QFont& base)
{
    QFont font = base;
    font.setPointSizeF(base.pointSizeF() * 1.2);
    font.setWeight(QFont::DemiBold);
    return font;
}

QFont Theme::strong(const QFont& base)
{
    QFont font = base;
    font.setWeight(QFont::DemiBold);
    return font;
}

QFont Theme::plate(const QFont& base)
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPointSizeF(base.pointSizeF());
    font.setWeight(QFont::DemiBold);
    return font;
}

void Theme::setTone(QLabel* label, Tone tone)
{
    if (auto* keeper = dynamic_cast<ToneKeeper*>(label->findChild<QObject*>(QStringLiteral("toneKeeper"), Qt::FindDirectChildrenOnly))) {
        keeper->setTone(tone);
        return;
    }
    new ToneKeeper(label, tone);
}

} // namespace casebound
