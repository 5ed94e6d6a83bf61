#include "app/RenderChoice.h"

#include <QDir>
#include <QGuiApplication>
#include <QOffscreenSurface>
#include <QOpenGLContext>
#include <QOpenGLFunctions>
#include <QQuickWindow>

namespace casebound {

namespace {

bool hasRealOpenGl()
{
    // Without a device file there is no card, and asking would load the emulation.
    if (QDir(QStringLiteral("/dev/dri")).entryList({QStringLiteral("card*"), QStringLiteral("renderD*")}, QDir::System).isEmpty())
        return false;
    QOpenGLContext context;
    if (!context.create())
        return false;
    QOffscreenSurface surface;
    surface.setFormat(context.format());
    surface.create();
    if (!surface.isValid() || !context.makeCurrent(&surface))
        return false;
    const QByteArray renderer(reinterpret_cast<const char*>(context.functions()->glGetString(GL_RENDERER)));
    context.doneCurrent();
    for (const char* emulated : {"llvmpipe", "softpipe", "swrast", "SwiftShader", "Software"})
        if (renderer.contains(emulated))
            return false;
    return !renderer.isEmpty();
}

} // namespace

void chooseRenderer()
{
    if (qEnvironmentVariableIsSet("QT_QUICK_BACKEND") || qEnvironmentVariableIsSet("QSG_RHI_BACKEND"))
        return;
    QQuickWindow::setGraphicsApi(hasRealOpenGl() ? QSGRendererInterface::OpenGL : QSGRendererInterface::Software);
}

} // namespace casebound
