#include "app/StartRefusal.h"

#include "ui/Words.h"

#include <QApplication>
#include <QIcon>
#include <QMessageBox>

namespace casebound {

void StartRefusal::show(const ProfileProblem& problem)
{
    const FailureWords words = Words::of(problem);
    QMessageBox box(QMessageBox::Critical, tr("Casebound – Office profile refused"), words.happened, QMessageBox::Close);
    box.setObjectName(QStringLiteral("startRefusal"));
    box.setTextFormat(Qt::PlainText); // it may name what somebody wrote into the file
    box.setInformativeText(words.consequence + QLatin1Char(' ') + tr("The refusal is written to the log at the next sign-in."));
    box.setWindowIcon(QIcon(QStringLiteral(":/casebound/icons/casebound.svg")));
    QObject::connect(&box, &QMessageBox::finished, qApp, [] { QCoreApplication::exit(); });
    box.open();
    QApplication::exec(); // the program's only loop: there is no other window
}

} // namespace casebound
