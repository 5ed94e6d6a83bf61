// What every window shares: sizes, contrast, refused fields, wrapping words, the question's dialog, the training mark.
#include "ui/FieldMessage.h"
#include "ui/PromptDialog.h"
#include "ui/Theme.h"
#include "ui/TrainingMark.h"
#include "ui/WindowPrompt.h"
#include "ui/WrapLabel.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QTest>
#include <QVBoxLayout>

#include <cmath>

using namespace casebound;

namespace {

double luminance(const QColor& colour)
{
    const auto part = [](double v) { return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4); };
    return 0.2126 * part(colour.redF()) + 0.7152 * part(colour.greenF()) + 0.0722 * part(colour.blueF());
}

double contrast(const QColor& a, const QColor& b)
{
    const double la = luminance(a), lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

} // namespace

class ControlsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { Theme::apply(*qApp, Appearance::Light); }

    void everyControlIsLargeEnoughToHit()
    {
        QCheckBox check(QStringLiteral("x"));
        QRadioButton radio(QStringLiteral("x"));
        QSpinBox spin;
        QDateEdit date;
        QComboBox combo;
        QLineEdit line;
        QPushButton button(QStringLiteral("x"));
        for (const QWidget* control : std::initializer_list<const QWidget*>{&check, &radio, &spin, &date, &combo, &line, &button}) {
            QVERIFY2(control->sizeHint().height() >= space::target, control->metaObject()->className());
            QVERIFY2(control->minimumSizeHint().height() >= space::target, control->metaObject()->className());
        }
    }

    void everyToneCanBeReadOnEveryGround_data()
    {
        QTest::addColumn<int>("appearance");
        QTest::addColumn<double>("least");
        QTest::newRow("light") << static_cast<int>(Appearance::Light) << 4.5;
        QTest::newRow("dark") << static_cast<int>(Appearance::Dark) << 4.5;
        QTest::newRow("high contrast") << static_cast<int>(Appearance::HighContrast) << 7.0;
    }
    void everyToneCanBeReadOnEveryGround()
    {
        QFETCH(int, appearance);
        QFETCH(double, least);
        Theme::apply(*qApp, static_cast<Appearance>(appearance));
        const QPalette palette = QApplication::palette();
        for (const Tone tone : {Tone::Neutral, Tone::Quiet, Tone::Good, Tone::Caution, Tone::Bad, Tone::Info}) {
            const QColor words = Theme::text(tone, palette);
            for (const QColor& ground : {palette.color(QPalette::Window), palette.color(QPalette::Base),
                                         palette.color(QPalette::AlternateBase), Theme::wash(tone, palette)}) {
                QVERIFY2(contrast(words, ground) >= least, qPrintable(words.name() + QStringLiteral(" on ") + ground.name()));
            }
        }
        QVERIFY(contrast(palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight)) >= 4.5);
        QVERIFY(contrast(Theme::frame(palette), palette.color(QPalette::Window)) >= 3.0);
        QVERIFY(contrast(palette.color(QPalette::Disabled, QPalette::Text), palette.color(QPalette::Window)) >= 4.5);
    }

    void anEmptyBoxIsSeenInEveryAppearance_data()
    {
        QTest::addColumn<int>("appearance");
        QTest::newRow("light") << static_cast<int>(Appearance::Light);
        QTest::newRow("dark") << static_cast<int>(Appearance::Dark);
        QTest::newRow("high contrast") << static_cast<int>(Appearance::HighContrast);
    }
    void anEmptyBoxIsSeenInEveryAppearance()
    {
        QFETCH(int, appearance);
        Theme::apply(*qApp, static_cast<Appearance>(appearance));
        QCheckBox box;
        QRadioButton choice;
        for (QAbstractButton* button : {static_cast<QAbstractButton*>(&box), static_cast<QAbstractButton*>(&choice)}) {
            button->resize(40, 40);
            const QImage image = button->grab().toImage();
            double most = 0;
            for (int x = 0; x < image.width(); ++x)
                most = std::max(most, contrast(image.pixelColor(x, image.height() / 2), button->palette().color(QPalette::Window)));
            QVERIFY2(most >= 2.9, qPrintable(QString::number(most))); // smoothing takes a little of 3 : 1
        }
    }

    void aRefusedFieldIsDescribedInWords()
    {
        QLineEdit field;
        field.setObjectName(QStringLiteral("plate"));
        FieldMessage message(&field);
        message.setHint(QStringLiteral("Exact plate only."));
        QVERIFY(message.isHidden());
        message.show(QStringLiteral("Type the whole plate."));
        QVERIFY(!message.isHidden());
        QCOMPARE(field.accessibleDescription(), QStringLiteral("Type the whole plate. Exact plate only."));
        QVERIFY(field.property(Theme::refusedProperty).toBool());
        message.clear();
        QVERIFY(message.isHidden());
        QCOMPARE(field.accessibleDescription(), QStringLiteral("Exact plate only."));
        QVERIFY(!field.property(Theme::refusedProperty).toBool());
    }

    void wrappedWordsKeepAllTheirLines()
    {
        QWidget window;
        auto* column = new QVBoxLayout(&window);
        auto* label =
            new WrapLabel(QStringLiteral("one two three four five six seven eight nine ten eleven twelve thirteen fourteen"), &window);
        column->addWidget(label);
        window.resize(160, 20);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QTRY_VERIFY(label->height() >= label->heightForWidth(label->width()));
        QVERIFY(label->height() > 2 * label->fontMetrics().height());
    }

    void aNeededNoteCannotBeLeftOut()
    {
        WindowPrompt prompt;
        QWidget window;
        window.show();
        std::optional<QString> given;
        int answers = 0;
        prompt.askNote(&window,
                       {.text = {.title = {}, .text = QStringLiteral("Close?"), .accept = QStringLiteral("Close case")},
                        .label = QStringLiteral("Note")},
                       [&](std::optional<QString> note) {
                           given = std::move(note);
                           ++answers;
                       });
        auto* dialog = window.findChild<PromptDialog*>();
        QVERIFY(dialog);
        auto* accept = dialog->findChild<QPushButton*>(QStringLiteral("promptAccept"));
        auto* note = dialog->findChild<QPlainTextEdit*>(QStringLiteral("promptNote"));
        QCOMPARE(note->accessibleName(), QStringLiteral("Note"));
        note->setPlainText(QStringLiteral("   "));
        accept->click();
        QCOMPARE(answers, 0);
        QVERIFY(note->accessibleDescription().contains(QStringLiteral("Nothing was changed")));
        note->setPlainText(QStringLiteral(" Solved. "));
        accept->click();
        QCOMPARE(answers, 1);
        QCOMPARE(given, QStringLiteral("Solved."));
    }

    void aDangerousQuestionDefaultsToNo()
    {
        PromptDialog dialog({.title = {}, .text = QStringLiteral("Sign out?"), .accept = QStringLiteral("Sign out"), .dangerous = true},
                            PromptDialog::Buttons::AcceptAndRefuse, nullptr);
        QVERIFY(dialog.findChild<QPushButton*>(QStringLiteral("promptRefuse"))->isDefault());
        QVERIFY(!dialog.findChild<QPushButton*>(QStringLiteral("promptAccept"))->isDefault());
    }

    void everyWindowCarriesTheTrainingMark()
    {
        const TrainingMarks marks;
        QWidget window;
        auto* column = new QVBoxLayout(&window);
        auto* content = new QPushButton(QStringLiteral("x"));
        column->addWidget(content);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        auto* mark = window.findChild<TrainingMark*>();
        QVERIFY(mark && mark->isVisible());
        QCOMPARE(mark->accessibleName(), QStringLiteral("TRAINING – made-up data"));
        QVERIFY(!mark->geometry().intersects(content->geometry()));
        window.hide();
        window.show();
        QCOMPARE(window.findChildren<TrainingMark*>().size(), 1);
        PromptDialog dialog({.title = {}, .text = QStringLiteral("?")}, PromptDialog::Buttons::AcceptAlone, nullptr);
        dialog.show();
        QVERIFY(dialog.findChild<TrainingMark*>());
    }
};

QTEST_MAIN(ControlsTest)
#include "ControlsTest.moc"
