// Reads and maps on paper: every page says whose they are, that a read is a lead, and in training that all of it is made up.
#pragma once

#include <QCoreApplication>
#include <QImage>
#include <QStringList>

#include <vector>

class QPagedPaintDevice;

namespace casebound {

/// Black on white whatever the window's appearance.
class ReadPaper {
    Q_DECLARE_TR_FUNCTIONS(ReadPaper)

public:
    struct Cover {
        QString title;
        QString made; ///< When and by whom.
        bool training = false;
    };
    /// The first column is printed bold. False where the device cannot be painted on; nothing was printed then.
    [[nodiscard]] static bool table(QPagedPaintDevice& device, const Cover& cover, const QStringList& head,
                                    const std::vector<QStringList>& rows);
    [[nodiscard]] static bool map(QPagedPaintDevice& device, const Cover& cover, const QImage& picture);
    /// More rows than anybody reads on paper: the days above the table narrow them.
    static constexpr std::size_t mostRows = 2'000;
};

} // namespace casebound
