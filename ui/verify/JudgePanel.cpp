#include "ui/verify/JudgePanel.h"

#include "domain/VehicleNote.h"
#include "ui/FieldMessage.h"
#include "ui/Words.h"
#include "ui/search/JurisdictionField.h"
#include "ui/verify/ComparisonView.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace casebound {

JudgePanel::JudgePanel(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("judgePanel"));
    build();
    connect(m_plate, &QLineEdit::returnPressed, this, &JudgePanel::compareWanted);
    connect(m_jurisdiction->lineEdit(), &QLineEdit::returnPressed, this, &JudgePanel::compareWanted);
    connect(m_vehicle, &QLineEdit::returnPressed, this, &JudgePanel::compareWanted);
    connect(m_vehicle, &QLineEdit::textEdited, this, &JudgePanel::restateVehicle);
    connect(m_plate, &QLineEdit::textEdited, this, [this] { m_plateMessage->clear(); });
    connect(m_jurisdiction, &QComboBox::editTextChanged, this, [this] { m_jurisdictionMessage->clear(); });
    connect(m_compare, &QPushButton::clicked, this, &JudgePanel::compareWanted);
    connect(m_confirmed, &QPushButton::clicked, this, [this] { Q_EMIT verdictWanted(Verdict::Confirmed); });
    connect(m_different, &QPushButton::clicked, this, [this] { Q_EMIT verdictWanted(Verdict::DifferentPlate); });
    connect(m_unreadable, &QPushButton::clicked, this, [this] { Q_EMIT verdictWanted(Verdict::Unreadable); });
    connect(m_note, &QLineEdit::textEdited, this, [this] { m_noteMessage->clear(); });
    connect(m_note, &QLineEdit::returnPressed, this, [this] {
        if (m_noteFor)
            Q_EMIT verdictWanted(*m_noteFor);
    });
    connect(m_relevance, &QLineEdit::textEdited, this, [this] { m_relevanceMessage->clear(); });
    connect(m_relevance, &QLineEdit::returnPressed, this, &JudgePanel::keepWanted);
    connect(m_keep, &QPushButton::clicked, this, &JudgePanel::keepWanted);
    showRead({});
}

void JudgePanel::showRead(const State& state)
{
    m_noteFor.reset();
    m_plate->setText(state.revealed ? state.revealed->typedPlate : QString());
    m_jurisdiction->setKey(state.revealed ? state.revealed->typedJurisdiction : QString());
    m_note->setText(state.verification.note);
    m_relevance->clear();
    // Once a verdict stands, the note holds what was seen of the vehicle.
    if (state.read != m_state.read || state.verification.verdict != Verdict::Unverified)
        m_vehicle->clear();
    for (FieldMessage* message : {m_plateMessage, m_jurisdictionMessage, m_noteMessage, m_relevanceMessage})
        message->clear();
    update(state);
}

void JudgePanel::update(const State& state)
{
    m_state = state;
    restate();
}

QString JudgePanel::typedPlate() const
{
    return m_plate->text();
}

QString JudgePanel::typedJurisdiction() const
{
    return m_jurisdiction->keyOrText();
}

QString JudgePanel::note() const
{
    const QString note = m_note->text().trimmed(), vehicle = m_vehicle->text().simplified();
    if (vehicle.isEmpty())
        return note;
    const QString sentence = tr("Vehicle seen: %1.").arg(vehicle);
    return note.isEmpty() ? sentence : note + u' ' + sentence;
}

bool JudgePanel::hasReason() const
{
    return !m_note->text().trimmed().isEmpty();
}

QString JudgePanel::relevance() const
{
    return m_relevance->text().trimmed();
}

QString JudgePanel::whyNot(Verdict verdict) const
{
    if (!m_state.some)
        return tr("No read is shown.");
    if (m_state.kept)
        return tr("This read is kept for its case; its verdict stands.");
    if (verdict == Verdict::Unreadable)
        return {};
    if (!m_state.picture)
        return tr("The picture is still loading.");
    if (*m_state.picture != PictureState::Good)
        return tr("Without a sound picture a read can only be called unreadable.");
    if (!m_state.revealed)
        return tr("First type what the image shows, and compare.");
    if (verdict != Verdict::Confirmed)
        return {};
    if (m_state.revealed->typedPlate != m_state.revealed->queriedPlate)
        return tr("What you typed is not the plate asked for, so the read cannot be confirmed.");
    if (m_state.revealed->jurisdictionDiffers)
        return tr("The jurisdiction you saw is not the one asked for, so the read cannot be confirmed.");
    return {};
}

bool JudgePanel::allows(Verdict verdict) const
{
    return whyNot(verdict).isEmpty();
}

void JudgePanel::restate()
{
    const bool open = m_state.some && !m_state.kept;
    const bool looked = m_state.picture == PictureState::Good || m_state.picture == PictureState::HashMissing;
    const bool typing = open && looked && !m_state.revealed;
    m_facts->setText(m_state.facts);
    m_facts->setVisible(!m_state.facts.isEmpty());
    // What was typed blind stays as typed: changing it after the machine's text is known would be worth nothing.
    m_plate->setReadOnly(m_state.revealed.has_value());
    m_plate->setEnabled(open && (looked || m_state.revealed));
    m_jurisdiction->setEnabled(typing);
    m_compare->setEnabled(typing);

    QString hint;
    if (m_state.some && !m_state.revealed) {
        if (!m_state.picture)
            hint = tr("The picture is still loading.");
        else if (!m_state.pictureWords.isEmpty())
            hint = m_state.pictureWords;
        else
            hint = tr("Type what you see, without guessing. Only then the machine’s text is shown.");
    }
    m_comparison->show(m_state.revealed, hint);

    restateVehicle();

    m_confirmed->setEnabled(allows(Verdict::Confirmed));
    m_different->setEnabled(allows(Verdict::DifferentPlate));
    m_unreadable->setEnabled(allows(Verdict::Unreadable));
    const Verdict verdict = m_state.verification.verdict;
    QString why;
    if (m_state.some && verdict != Verdict::Unverified)
        why = tr("Verdict: %1.").arg(Words::of(verdict)) + (m_state.kept ? u' ' + tr("Kept for the case.") : QString());
    else if (m_state.some && (m_state.revealed || (m_state.picture && !looked)))
        why = whyNot(Verdict::Confirmed);
    Theme::setTone(m_why, verdict == Verdict::Unverified ? Tone::Quiet : Words::tone(verdict));
    m_why->setText(why);
    m_why->setVisible(!why.isEmpty());
    m_note->setEnabled(open);

    const bool judged = verdict != Verdict::Unverified;
    m_relevance->setEnabled(open && judged);
    m_keep->setEnabled(open && judged);
    if (!m_state.some)
        m_keepWords->clear();
    else if (m_state.kept)
        m_keepWords->setText(tr("Kept. It is in the case file."));
    else if (!judged)
        m_keepWords->setText(tr("A read can be kept once it has a verdict. What is not kept is discarded with the query."));
    else if (verdict == Verdict::Confirmed)
        m_keepWords->setText(tr("Say what it means for the case. What is not kept is discarded with the query."));
    else
        m_keepWords->setText(tr("This read is not confirmed. It can be kept only as contrary to the case, such as exculpatory, and is "
                                "marked so everywhere, exports included."));
}

void JudgePanel::restateVehicle()
{
    const QString noted = m_vehicle->text().simplified();
    m_vehicle->setEnabled(m_state.some && !m_state.kept && m_state.verification.verdict == Verdict::Unverified);
    QString words;
    if (m_state.revealed && !noted.isEmpty()) {
        const QStringList missing = vehicleNotMentioned(m_state.vehicleFeatures, noted);
        if (m_state.vehicle.isEmpty())
            words = tr("You noted of the vehicle: %1. The machine says nothing of it.").arg(noted);
        else if (missing.isEmpty())
            words = tr("You noted of the vehicle: %1. The machine says: %2.").arg(noted, m_state.vehicle);
        else
            words = tr("You noted of the vehicle: %1. The machine says: %2. Not in your note: %3.")
                        .arg(noted, m_state.vehicle, missing.join(tr(", ", "between parts of a list")));
        Theme::setTone(m_vehicleWords, missing.isEmpty() ? Tone::Quiet : Tone::Caution);
    }
    m_vehicleWords->setText(words);
    m_vehicleWords->setVisible(!words.isEmpty());
}

void JudgePanel::focusTyping()
{
    if (m_plate->isEnabled() && !m_plate->isReadOnly())
        m_plate->setFocus(Qt::OtherFocusReason);
    else if (m_unreadable->isEnabled())
        m_note->setFocus(Qt::OtherFocusReason);
}

void JudgePanel::askNote(Verdict verdict)
{
    m_noteFor = verdict;
    m_noteMessage->show(tr("“%1” needs a note: say what you saw. Then press Enter.").arg(Words::of(verdict)));
    m_note->setFocus(Qt::OtherFocusReason);
}

void JudgePanel::markPlate(const QString& words)
{
    m_plateMessage->show(words);
    m_plate->setFocus(Qt::OtherFocusReason);
}

void JudgePanel::markJurisdiction(const QString& words)
{
    m_jurisdictionMessage->show(words);
    m_jurisdiction->setFocus(Qt::OtherFocusReason);
}

void JudgePanel::markRelevance(const QString& words)
{
    m_relevanceMessage->show(words);
    m_relevance->setFocus(Qt::OtherFocusReason);
}

void JudgePanel::tell(const QString& words)
{
    Theme::setTone(m_why, Tone::Caution);
    m_why->setText(words);
    m_why->setVisible(!words.isEmpty());
}

} // namespace casebound
