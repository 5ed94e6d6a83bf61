#include "app/TourScript.h"

#include <QApplication>
#include <QComboBox>
#include <QImage>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPixmap>
#include <QSaveFile>
#include <QWidget>

#include <cstdio>

namespace casebound {

using namespace Qt::StringLiterals;

namespace {

constexpr auto pollEvery = std::chrono::milliseconds(30);

void sendKey(QWidget* target, int key, Qt::KeyboardModifiers modifiers, const QString& text)
{
    QKeyEvent down(QEvent::KeyPress, key, modifiers, text);
    QApplication::sendEvent(target, &down);
    QKeyEvent up(QEvent::KeyRelease, key, modifiers, text);
    QApplication::sendEvent(target, &up);
}

} // namespace

TourScript::TourScript(std::chrono::milliseconds patience, QObject* parent) : QObject(parent), m_patience(patience)
{
    m_timer.setInterval(pollEvery);
    connect(&m_timer, &QTimer::timeout, this, &TourScript::poll);
}

void TourScript::start()
{
    m_since = std::chrono::steady_clock::now();
    m_timer.start();
}

void TourScript::poll()
{
    if (m_next == m_steps.size()) {
        m_timer.stop();
        m_writers.waitForDone();
        Q_EMIT finished(!m_unwritten);
        return;
    }
    Step& step = m_steps[m_next];
    if (step.ready && !step.ready()) {
        if (std::chrono::steady_clock::now() - m_since > m_patience) {
            m_timer.stop();
            Q_EMIT stuck(step.name);
        }
        return;
    }
    ++m_next;
    m_since = std::chrono::steady_clock::now();
    step.act();
}

QWidget* TourScript::find(const QString& objectName)
{
    for (QWidget* widget : QApplication::allWidgets()) {
        if (widget->objectName() == objectName && widget->isVisible()) {
            return widget;
        }
    }
    return nullptr;
}

QWidget* TourScript::window(const QString& title)
{
    for (QWidget* widget : QApplication::topLevelWidgets()) {
        if (widget->isVisible() && widget->windowTitle().startsWith(title)) {
            return widget;
        }
    }
    return nullptr;
}

void TourScript::type(QWidget* field, const QString& text)
{
    if (auto* combo = qobject_cast<QComboBox*>(field); combo != nullptr && combo->isEditable()) {
        field = combo->lineEdit();
    }
    field->setFocus();
    sendKey(field, Qt::Key_A, Qt::ControlModifier, {});
    sendKey(field, Qt::Key_Delete, Qt::NoModifier, {});
    for (const QChar character : text) {
        sendKey(field, 0, Qt::NoModifier, QString(character));
    }
}

void TourScript::press(QWidget* target, int key, Qt::KeyboardModifiers modifiers)
{
    sendKey(target, key, modifiers, {});
}

void TourScript::picture(QWidget* window, const QString& path)
{
    m_writers.start([this, picture = window == nullptr ? QImage() : window->grab().toImage(), path] {
        QSaveFile file(path);
        if (file.open(QIODevice::WriteOnly) && picture.save(&file, "PNG") && file.commit())
            return;
        std::fprintf(stderr, "casebound: %s could not be written.\n", qUtf8Printable(path));
        m_unwritten = true;
    });
}

} // namespace casebound
