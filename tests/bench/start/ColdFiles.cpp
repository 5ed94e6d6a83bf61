#include "bench/start/ColdFiles.h"

#include "support/Paths.h"

#include <QDirIterator>
#include <QFile>
#include <QStandardPaths>

#include <fcntl.h>

using namespace Qt::StringLiterals;

namespace {

void forget(const QString& path)
{
    if (QFile file(path); file.open(QIODevice::ReadOnly))
        ::posix_fadvise(file.handle(), 0, 0, POSIX_FADV_DONTNEED);
}

} // namespace

void forgetFiles()
{
    QString libraries;
    for (const QString& folder :
         {u"/usr/lib"_s, u"/usr/share/fonts"_s, u"/usr/share/fontconfig"_s, u"/usr/share/mime"_s, u"/usr/share/icons"_s,
          u"/usr/share/keepassxc"_s, u"/usr/share/qt6"_s, u"/usr/share/qt5"_s, u"/usr/share/X11"_s, u"/etc"_s}) {
        QDirIterator files(folder, QDir::Files | QDir::NoSymLinks, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next();
            forget(path);
            if (path.contains(u"/libQt5Core.so"_s))
                libraries = path;
        }
    }
    forget(casebound::test::builtProgram(u"casebound"_s));
    forget(casebound::test::builtProgram(u"casebound-practice-vendor"_s));
    forget(QStandardPaths::findExecutable(u"keepassxc"_s));
    if (QFile core(libraries); core.open(QIODevice::ReadOnly))
        (void)core.readAll();
}
