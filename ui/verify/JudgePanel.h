// Type what the picture shows, compare, judge, keep: the lower half of Verify.
#pragma once

#include "service/QueryRun.h"
#include "service/VerificationService.h"

#include <QWidget>

#include <optional>

class QLabel;
class QLineEdit;
class QPushButton;

namespace casebound {

class ComparisonView;
class FieldMessage;
class JurisdictionField;

/// Shows a state and reports wishes; asks no service anything.
class JudgePanel final : public QWidget {
    Q_OBJECT

public:
    struct State {
        bool some = false;                   ///< A read is shown.
        qsizetype read = -1;                 ///< Which.
        std::optional<PictureState> picture; ///< Nothing while it loads.
        QString pictureWords;
        std::optional<Revealed> revealed;
        Verification verification;
        bool kept = false;
        QString facts;               ///< Age, time, camera, place.
        QString vehicle;             ///< As the machine says it, in words; empty where it says nothing.
        QStringList vehicleFeatures; ///< Its parts.
    };
    explicit JudgePanel(QWidget* parent = nullptr);

    /// Another read: fields are emptied, or filled with what was typed for it before.
    void showRead(const State& state);
    /// The same read, changed.
    void update(const State& state);
    [[nodiscard]] QString typedPlate() const;
    [[nodiscard]] QString typedJurisdiction() const;
    /// With what was noted of the vehicle, where it was.
    [[nodiscard]] QString note() const;
    /// Something stands in the note's own field: what was noted of the vehicle gives no reason for a verdict on the plate.
    [[nodiscard]] bool hasReason() const;
    [[nodiscard]] QString relevance() const;
    /// Whether the panel's button for it is enabled.
    [[nodiscard]] bool allows(Verdict verdict) const;
    /// Why a verdict cannot be given now; empty where it can.
    [[nodiscard]] QString whyNot(Verdict verdict) const;

    void focusTyping();
    /// Puts the focus into the note and says what for; Enter there asks for the verdict again.
    void askNote(Verdict verdict);
    void markPlate(const QString& words);
    void markJurisdiction(const QString& words);
    void markRelevance(const QString& words);
    void tell(const QString& words);

Q_SIGNALS:
    void compareWanted();
    void verdictWanted(casebound::Verdict verdict);
    void keepWanted();

private:
    void build();
    void restate();
    void restateVehicle();

    State m_state;
    std::optional<Verdict> m_noteFor;
    QLabel* m_facts;
    QLineEdit* m_plate;
    FieldMessage* m_plateMessage;
    JurisdictionField* m_jurisdiction;
    FieldMessage* m_jurisdictionMessage;
    QLineEdit* m_vehicle;
    QLabel* m_vehicleWords;
    QPushButton* m_compare;
    ComparisonView* m_comparison;
    QPushButton* m_confirmed;
    QPushButton* m_different;
    QPushButton* m_unreadable;
    QLabel* m_why;
    QLineEdit* m_note;
    FieldMessage* m_noteMessage;
    QLineEdit* m_relevance;
    FieldMessage* m_relevanceMessage;
    QPushButton* m_keep;
    QLabel* m_keepWords;
};

} // namespace casebound
