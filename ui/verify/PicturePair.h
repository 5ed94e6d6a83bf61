// The plate picture, large, beside the vehicle, with what can be done to look at it better.
#pragma once

#include "service/VerificationService.h"

#include <QPointer>
#include <QWidget>

class QLabel;
class QToolButton;

namespace casebound {

class ImageView;

/// Remembers which picture it waits for: one that arrives late is not shown.
class PicturePair final : public QWidget {
    Q_OBJECT

public:
    explicit PicturePair(VerificationService& verification, QWidget* parent = nullptr);

    void show(QueryRun* run, qsizetype read);
    [[nodiscard]] ImageView* plate() const { return m_plate; }
    /// How the plate picture of the read shown fared; nothing while it loads.
    [[nodiscard]] std::optional<PictureState> plateState() const { return m_plateState; }
    /// Said over the picture where it cannot be confirmed; empty where it is good or still loading.
    [[nodiscard]] QString plateWords() const { return m_plateWords; }

Q_SIGNALS:
    void plateStateChanged();

private:
    void fetch(QueryRun& run, std::size_t read, ImageKind kind);
    QToolButton* tool(const QString& name, const QString& text, const QString& tip, bool checkable = false);

    VerificationService& m_verification;
    ImageView* m_plate;
    ImageView* m_vehicle;
    QLabel* m_view;
    std::optional<PictureState> m_plateState;
    QString m_plateWords;
    std::uint64_t m_turn = 0;
};

} // namespace casebound
