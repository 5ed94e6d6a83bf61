#include "app/Tour.h"

#include "ui/OffenceModel.h"
#include "ui/map/MapPane.h"
#include "ui/verify/ImageView.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDateTime>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QTableView>
#include <QTextEdit>

#include <cstdio>

namespace casebound {

using namespace Qt::StringLiterals;

namespace {

/// As wide as an office screen; smaller screens keep the window within themselves.
constexpr QSize officeDesk(1440, 900);
constexpr auto patience = std::chrono::seconds(60);
/// A plate of the practice town that shows one of every oddity (resources/practice/town.json, "showcase").
const auto tourPlate = u"PMX4810"_s;
const auto tourReason = u"Vehicle named in the sealed manifest of the practice smuggling case"_s;

bool enabled(const QString& name)
{
    const QWidget* widget = TourScript::find(name);
    return widget != nullptr && widget->isEnabled();
}

int rows(const QString& table)
{
    const auto* view = TourScript::find<QTableView>(table);
    return view == nullptr || view->model() == nullptr ? 0 : view->model()->rowCount();
}

void trigger(const QString& action)
{
    for (QWidget* window : QApplication::topLevelWidgets()) {
        if (auto* found = window->findChild<QAction*>(action); found != nullptr && window->isVisible()) {
            found->trigger();
            return;
        }
    }
}

/// The combo's entry with this data, or else with this code: texts are the language's.
void choose(const QString& combo, const QString& data)
{
    if (auto* box = TourScript::find<QComboBox>(combo)) {
        const int byData = box->findData(data);
        box->setCurrentIndex(byData >= 0 ? byData : box->findData(data, OffenceModel::CodeRole));
        Q_EMIT box->activated(box->currentIndex());
    }
}

} // namespace

Tour::Tour(const QDir& folder) : m_folder(folder), m_script(patience)
{
    m_caseNumber = u"PM-%1"_s.arg(QDateTime::currentDateTimeUtc().toString(u"yyMMdd-HHmmss"_s));
    connect(&m_script, &TourScript::finished, this, [](bool everyPictureWritten) { QApplication::exit(everyPictureWritten ? 0 : 1); });
    connect(&m_script, &TourScript::stuck, this, [](const QString& name) {
        std::fprintf(stderr, "casebound: the tour is stuck: \"%s\" did not come. The pictures up to there were written.\n",
                     qUtf8Printable(name));
        QApplication::exit(1);
    });
}

std::expected<std::unique_ptr<Tour>, QString> Tour::create(const QString& folder)
{
    QDir directory(folder);
    if (!directory.mkpath(u"."_s)) {
        return std::unexpected(u"%1 cannot be made, so the tour has nowhere to put its pictures. Nothing was started."_s.arg(folder));
    }
    return std::unique_ptr<Tour>(new Tour(directory));
}

void Tour::start()
{
    signIn();
    openCase();
    refusal();
    search();
    verify();
    alerts();
    caseFile();
    exportCase();
    course();
    lockAndLeave();
    review();
    quality();
    m_script.start();
}

void Tour::step(const QString& name, std::function<bool()> ready, std::function<void()> act)
{
    m_script.add({.name = name, .ready = std::move(ready), .act = std::move(act)});
}

void Tour::press(const QString& button)
{
    step(
        u"button "_s + button, [button] { return enabled(button); },
        [button] {
            if (auto* widget = TourScript::find<QAbstractButton>(button)) {
                widget->click();
            }
        });
}

void Tour::picture(const QString& file, const QString& top)
{
    // A step of its own: the turn of the event loop until the next one lets layouts and late paints be done.
    step(u"window for "_s + file, [top] { return TourScript::find(top) != nullptr; }, [] {});
    step(file, {}, [this, file, top] {
        QWidget* widget = TourScript::find(top);
        m_script.picture(widget == nullptr ? nullptr : widget->window(), m_folder.filePath(file + u".png"_s));
    });
}

void Tour::signIn()
{
    picture(u"sign-in"_s, u"practiseAgent"_s);
    press(u"practiseAgent"_s);
    picture(u"banner"_s, u"bannerText"_s);
    acceptConditions();
    picture(u"search-empty"_s, u"searchPage"_s);
}

void Tour::acceptConditions()
{
    step(
        u"conditions of use"_s, [] { return TourScript::find(u"bannerText"_s) != nullptr; },
        [] {
            if (const auto* text = TourScript::find<QTextEdit>(u"bannerText"_s)) {
                text->verticalScrollBar()->setValue(text->verticalScrollBar()->maximum());
            }
        });
    press(u"accept"_s);
    step(
        u"main window"_s, [] { return TourScript::find(u"mainWindow"_s) != nullptr; },
        [] { TourScript::find(u"mainWindow"_s)->resize(officeDesk); });
}

void Tour::openCase()
{
    step(u"open a case"_s, [] { return TourScript::find(u"mainWindow"_s) != nullptr; }, [] { trigger(u"actionOpenCase"_s); });
    step(
        u"case number"_s, [] { return TourScript::find(u"caseNumber"_s) != nullptr; },
        [this] {
            TourScript::type(TourScript::find(u"caseNumber"_s), m_caseNumber);
            TourScript::type(TourScript::find(u"caseTitle"_s), u"Practice: untaxed goods at the harbour"_s);
            if (auto* matter = TourScript::find<QComboBox>(u"caseMatter"_s)) {
                matter->setCurrentIndex(0);
            }
            choose(u"offence"_s, u"contraband"_s);
        });
    picture(u"open-case"_s, u"openCaseDialog"_s);
    press(u"openCaseAccept"_s);
}

void Tour::fillCase(const QString& number)
{
    TourScript::type(TourScript::find(u"case"_s), number);
    TourScript::press(TourScript::find(u"case"_s), Qt::Key_Tab);
}

void Tour::refusal()
{
    step(u"to the search page"_s, [] { return TourScript::find(u"openCaseDialog"_s) == nullptr; }, [] { trigger(u"actionPage1"_s); });
    step(
        u"a search that must be refused"_s, [] { return TourScript::find(u"plate"_s) != nullptr; },
        [this] {
            fillCase(m_caseNumber);
            choose(u"purpose"_s, u"track_goods"_s);
            TourScript::type(TourScript::find(u"reason"_s), u"investigation"_s);
            TourScript::type(TourScript::find(u"plate"_s), u"PMX*"_s);
            TourScript::type(TourScript::find(u"jurisdiction"_s), u"NB"_s);
        });
    press(u"searchButton"_s);
    picture(u"search-refused"_s, u"searchPage"_s);
}

void Tour::search()
{
    step(
        u"a search that is in order"_s, [] { return TourScript::find(u"plate"_s) != nullptr; },
        [] {
            TourScript::type(TourScript::find(u"reason"_s), tourReason);
            TourScript::type(TourScript::find(u"plate"_s), tourPlate);
            TourScript::type(TourScript::find(u"jurisdiction"_s), u"Texas"_s);
        });
    step(
        u"the whole window the limit allows"_s, [] { return TourScript::find(u"windowLimit"_s) != nullptr; },
        [] {
            if (auto* widest = TourScript::find<QAbstractButton>(u"windowLimit"_s)) {
                widest->click();
            }
        });
    press(u"searchButton"_s);
    step(
        u"reads"_s, [] { return rows(u"reads"_s) > 0; },
        [] {
            if (auto* table = TourScript::find<QTableView>(u"reads"_s)) {
                table->setFocus();
                table->selectRow(0);
            }
        });
    map();
    step(
        u"the read's pictures"_s,
        [] {
            const auto isShown = [](const QString& name) {
                const auto* view = TourScript::find<ImageView>(name);
                return view != nullptr && view->hasImage();
            };
            return isShown(u"plateThumb"_s) && isShown(u"vehicleThumb"_s);
        },
        [] {});
    picture(u"search-results"_s, u"reads"_s);
}

void Tour::map()
{
    step(
        u"a map that is drawn"_s,
        [] {
            const auto* pane = TourScript::find<MapPane>(u"mapPane"_s);
            return pane != nullptr && pane->isWhole();
        },
        [] {});
}

void Tour::verify()
{
    press(u"verifyButton"_s);
    picture(u"verify-before"_s, u"whatTheImageShows"_s);
    step(
        u"blind transcription"_s, [] { return enabled(u"whatTheImageShows"_s); },
        [] {
            TourScript::type(TourScript::find(u"whatTheImageShows"_s), tourPlate);
            TourScript::type(TourScript::find(u"jurisdictionShown"_s), u"Texas"_s);
        });
    press(u"compare"_s);
    picture(u"verify-after"_s, u"comparison"_s);
    press(u"confirmed"_s);
    step(
        u"relevance"_s, [] { return enabled(u"relevance"_s); },
        [] { TourScript::type(TourScript::find(u"relevance"_s), u"Places the vehicle at the harbour road on the day of the delivery"_s); });
    press(u"keep"_s);
    picture(u"verify-kept"_s, u"verifyPage"_s);
}

void Tour::alerts()
{
    step(u"to the alerts"_s, {}, [] { trigger(u"actionPage3"_s); });
    picture(u"alerts-empty"_s, u"alertsPage"_s);
    press(u"addAlertButton"_s);
    step(
        u"an alert"_s, [] { return TourScript::find(u"alertPlate"_s) != nullptr; },
        [] {
            TourScript::type(TourScript::find(u"alertPlate"_s), tourPlate);
            TourScript::type(TourScript::find(u"alertJurisdiction"_s), u"US-TX"_s);
            if (auto* purpose = TourScript::find<QComboBox>(u"alertPurpose"_s)) {
                purpose->setCurrentIndex(0);
            }
            if (auto* reason = TourScript::find<QPlainTextEdit>(u"alertReason"_s)) {
                reason->setPlainText(tourReason);
            }
        });
    picture(u"alert-add"_s, u"addAlert"_s);
    press(u"addAlertAccept"_s);
    step(u"the practice vendor's first hit"_s, [] { return rows(u"hitList"_s) > 0; }, [] {});
    picture(u"alerts"_s, u"alertsPage"_s);
}

void Tour::caseFile()
{
    step(u"to the case file"_s, {}, [] { trigger(u"actionPage4"_s); });
    step(
        u"kept read"_s, [] { return rows(u"keptReads"_s) > 0; },
        [] {
            if (auto* table = TourScript::find<QTableView>(u"keptReads"_s)) {
                table->selectRow(0);
            }
        });
    map();
    picture(u"case-file"_s, u"caseFilePage"_s);
}

void Tour::exportCase()
{
    press(u"exportCase"_s);
    picture(u"export-contents"_s, u"exportWizard"_s);
    press(u"exportNext"_s);
    step(
        u"recipients"_s, [] { return TourScript::find(u"recipients"_s) != nullptr; },
        [] {
            if (auto* list = TourScript::find<QListWidget>(u"recipients"_s)) {
                for (int row = 0; row < list->count(); ++row) {
                    list->item(row)->setCheckState(Qt::Checked);
                }
            }
        });
    picture(u"export-recipients"_s, u"exportWizard"_s);
    press(u"exportNext"_s);
    step(
        u"where to"_s, [] { return TourScript::find(u"caseExportTarget"_s) != nullptr; },
        [this] { TourScript::type(TourScript::find(u"caseExportTarget"_s), m_folder.absoluteFilePath(m_caseNumber + u".zip.p7m"_s)); });
    picture(u"export-summary"_s, u"exportWizard"_s);
    press(u"exportNext"_s);
    picture(u"export-done"_s, u"caseExportHash"_s);
    press(u"exportCancel"_s);
    step(u"the wizard is closed"_s, [] { return TourScript::find(u"exportWizard"_s) == nullptr; }, [] {});
}

void Tour::course()
{
    step(u"to the course"_s, {}, [] { trigger(u"actionPage5"_s); });
    picture(u"course"_s, u"coursePage"_s);
    press(u"beginCourse"_s);
    step(
        u"the course's first read"_s,
        [] {
            const QWidget* field = TourScript::find(u"whatTheImageShows"_s);
            return field != nullptr && field->isEnabled();
        },
        [] {});
    picture(u"course-read"_s, u"coursePage"_s);
}

void Tour::lockAndLeave()
{
    step(u"lock"_s, {}, [] { trigger(u"actionLock"_s); });
    picture(u"locked"_s, u"lockScreen"_s);
}

/// What the agent did is reviewed by a supervisor.
void Tour::review()
{
    press(u"lockSignOut"_s);
    press(u"practiseSupervisor"_s);
    acceptConditions();
    toPage(u"reviewPage"_s);
    press(u"newReview"_s);
    press(u"drawSample"_s);
    picture(u"review"_s, u"auditEntries"_s);
}

/// What the agent typed from a picture is counted there.
void Tour::quality()
{
    toPage(u"qualityPage"_s);
    step(
        u"a read that was compared"_s, [] { return rows(u"qualityTable"_s) > 0; },
        [] {
            if (auto* table = TourScript::find<QTableView>(u"qualityTable"_s)) {
                table->selectRow(0);
            }
        });
    picture(u"quality"_s, u"qualityPage"_s);
}

/// Which digit a page has differs from role to role.
void Tour::toPage(const QString& page)
{
    step(u"to "_s + page, {}, [page] {
        for (int digit = 1; digit < 10 && TourScript::find(page) == nullptr; ++digit) {
            trigger(u"actionPage%1"_s.arg(digit));
        }
    });
}

} // namespace casebound
