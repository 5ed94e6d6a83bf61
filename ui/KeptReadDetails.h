// One kept read in full: its pictures, and everything said about it, in words.
#pragma once

#include "domain/Case.h"

#include <QWidget>

class QComboBox;
class QGridLayout;
class QLabel;

namespace casebound {

class PicturePane;
class VerificationService;

class KeptReadDetails final : public QWidget {
    Q_OBJECT

public:
    /// The service outlives it.
    explicit KeptReadDetails(VerificationService& verification, QWidget* parent = nullptr);
    /// `places`: the notice of a read near a sensitive place (PlaceText), or nothing.
    void show(const KeptRead& kept, Instant now, const QString& places = {});
    void clear();

private:
    void addLine(const QString& caption, const QString& words);
    void showPicture();

    VerificationService& m_verification;
    std::uint64_t m_turn = 0; ///< A picture that is decoded after another was chosen is not shown.
    PicturePane* m_picture;
    QComboBox* m_which;
    QLabel* m_mark;
    QWidget* m_lines;
    QGridLayout* m_grid;
    KeptRead m_read;
};

} // namespace casebound
