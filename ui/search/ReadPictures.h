// The selected read's pictures and facts, beside the tables.
#pragma once

#include "ui/PageServices.h"

#include <QPointer>
#include <QWidget>

class QLabel;
class QPushButton;

namespace casebound {

class ImageView;

/// Fetches through VerificationService, so that Verify finds the pictures decoded. Shows nothing of the machine's text.
class ReadPictures final : public QWidget {
    Q_OBJECT

public:
    explicit ReadPictures(PageServices services, QWidget* parent = nullptr);

    /// read -1: nothing selected.
    void show(QueryRun* run, qsizetype read);

Q_SIGNALS:
    void verifyWanted();

private:
    void fetch(ImageKind kind, ImageView* view);

    PageServices m_services;
    QPointer<QueryRun> m_run;
    qsizetype m_read = -1;
    std::uint64_t m_turn = 0; ///< A picture that arrives after another read was selected is not shown.
    QLabel* m_title;
    ImageView* m_plate;
    ImageView* m_vehicle;
    QLabel* m_facts;
    QPushButton* m_verify;
};

} // namespace casebound
