#include "ui/ClipboardGuard.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>

namespace casebound {

ClipboardGuard::ClipboardGuard(std::chrono::milliseconds stays, QObject* parent) : QObject(parent)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(stays);
    connect(&m_timer, &QTimer::timeout, this, &ClipboardGuard::clearNow);
    connect(QGuiApplication::clipboard(), &QClipboard::changed, this, [this](QClipboard::Mode mode) {
        const QClipboard* clipboard = QGuiApplication::clipboard();
        const bool ours = mode == QClipboard::Selection ? clipboard->ownsSelection() : clipboard->ownsClipboard();
        const QMimeData* data = ours ? clipboard->mimeData(mode) : nullptr;
        if (data && (data->hasImage() || !clipboard->text(mode).isEmpty())) {
            m_timer.start();
        }
    });
}

ClipboardGuard::~ClipboardGuard()
{
    if (QGuiApplication::instance()) {
        clearNow();
    }
}

void ClipboardGuard::clearNow()
{
    m_timer.stop();
    QClipboard* clipboard = QGuiApplication::clipboard();
    if (clipboard->ownsClipboard()) {
        clipboard->clear(QClipboard::Clipboard);
    }
    if (clipboard->supportsSelection() && clipboard->ownsSelection()) {
        clipboard->clear(QClipboard::Selection);
    }
}

} // namespace casebound
