// How the map is rendered: by the graphics card where there is one, else by Qt's software renderer.
#pragma once

namespace casebound {

/// Software where no OpenGL context can be made (a QQuickWidget would end the program), and where OpenGL is itself emulated (llvmpipe: 14 ms
/// a frame against 6). Once, after the application object and before the first QML; QT_QUICK_BACKEND and QSG_RHI_BACKEND come first.
void chooseRenderer();

} // namespace casebound
