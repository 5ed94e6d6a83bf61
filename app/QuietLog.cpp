#include "app/QuietLog.h"

#include <QByteArray>
#include <QString>
#include <QtLogging>

#include <atomic>
#include <cstdio>

namespace casebound {

namespace {

std::atomic<bool> contentPossible = false;

const char* word(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg: return "debug";
    case QtInfoMsg: return "info";
    case QtWarningMsg: return "warning";
    case QtCriticalMsg: return "critical";
    case QtFatalMsg: return "fatal";
    }
    return "warning";
}

void handle(QtMsgType type, const QMessageLogContext& context, const QString& message)
{
    if (type == QtDebugMsg || type == QtInfoMsg)
        return;
    const char* category = context.category ? context.category : "default";
    if (contentPossible.load(std::memory_order_relaxed))
        std::fprintf(stderr, "casebound: %s in %s (text withheld)\n", word(type), category);
    else
        std::fprintf(stderr, "casebound: %s in %s: %s\n", word(type), category, message.toLocal8Bit().constData());
}

} // namespace

void installQuietLog()
{
    qInstallMessageHandler(handle);
}

void setContentPossible(bool possible)
{
    contentPossible.store(possible, std::memory_order_relaxed);
}

} // namespace casebound
