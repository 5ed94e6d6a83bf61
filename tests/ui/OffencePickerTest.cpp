#include "ui/OffencePicker.h"

#include "domain/Reference.h"
#include "ui/OffenceModel.h"

#include <QAbstractItemModelTester>
#include <QAbstractItemView>
#include <QComboBox>
#include <QCompleter>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace casebound;

class OffencePickerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void holdsEveryOffenceUnderItsReason()
    {
        const Reference& reference = Reference::builtIn();
        OffenceModel model(reference);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setMatter(Matter::Criminal);
        std::size_t expected = 0;
        for (const Reason& reason : reference.reasons()) {
            expected += reason.matter == Matter::Criminal ? reason.offences.size() : 0;
        }
        QCOMPARE(static_cast<std::size_t>(model.rowCount()), expected);
        const int row = model.rowOf(OffenceId(QStringLiteral("ml")), ReasonCode(QStringLiteral("financial")));
        QCOMPARE(model.index(row).data().toString(),
                 QStringLiteral("Financial crime / money laundering — Money laundering (general) (18 USC 1956, 1957)"));
    }

    void isOffUntilTheMatterIsKnown()
    {
        OffencePicker picker(Reference::builtIn());
        QVERIFY(!picker.combo()->isEnabled());
        QVERIFY(picker.choice().isEmpty());
    }

    void isCalledOffenceOrPriority()
    {
        OffencePicker picker(Reference::builtIn());
        picker.setMatter(Matter::Criminal);
        QCOMPARE(picker.combo()->accessibleName(), QStringLiteral("Offence"));
        picker.setMatter(Matter::Administrative);
        QCOMPARE(picker.combo()->accessibleName(), QStringLiteral("Priority"));
    }

    void anotherMatterClearsTheChoice()
    {
        OffencePicker picker(Reference::builtIn());
        picker.setMatter(Matter::Criminal);
        picker.setChoice({.offence = OffenceId(QStringLiteral("ml")), .reason = ReasonCode(QStringLiteral("financial"))});
        QVERIFY(!picker.choice().isEmpty());
        QSignalSpy changed(&picker, &OffencePicker::choiceChanged);
        picker.setMatter(Matter::Administrative);
        QVERIFY(picker.choice().isEmpty());
        QCOMPARE(changed.size(), 1);
    }

    void wordsThatLeaveOneEntryChooseIt()
    {
        OffencePicker picker(Reference::builtIn());
        picker.setMatter(Matter::Criminal);
        picker.show();
        QVERIFY(QTest::qWaitForWindowActive(&picker));
        QLineEdit* edit = picker.combo()->lineEdit();
        edit->setFocus();
        QTest::keyClicks(edit, QStringLiteral("financial general laundering 1956,"));
        picker.combo()->completer()->popup()->hide();
        Q_EMIT edit->editingFinished();
        QCOMPARE(picker.choice().offence, OffenceId(QStringLiteral("ml")));
    }

    void wordsThatFitNothingChooseNothing()
    {
        OffencePicker picker(Reference::builtIn());
        picker.setMatter(Matter::Criminal);
        picker.combo()->lineEdit()->setText(QStringLiteral("no such offence"));
        Q_EMIT picker.combo()->lineEdit()->editingFinished();
        QVERIFY(picker.choice().isEmpty());
        QCOMPARE(picker.typedText(), QStringLiteral("no such offence"));
    }

    void editingAfterwardsTakesTheChoiceBack()
    {
        OffencePicker picker(Reference::builtIn());
        picker.setMatter(Matter::Criminal);
        picker.setChoice({.offence = OffenceId(QStringLiteral("ml")), .reason = ReasonCode(QStringLiteral("financial"))});
        QSignalSpy changed(&picker, &OffencePicker::choiceChanged);
        picker.combo()->lineEdit()->setText(QStringLiteral("Financial"));
        QVERIFY(picker.choice().isEmpty());
        QCOMPARE(changed.size(), 1);
    }
};

QTEST_MAIN(OffencePickerTest)
#include "OffencePickerTest.moc"
