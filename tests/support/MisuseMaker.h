// The made-up office a quarter is written for, and the misuse planted in it.
#pragma once

#include "support/ActMaker.h"

#include <QRandomGenerator>

namespace casebound {

class ActOffice {
public:
    explicit ActOffice(quint32 seed);
    QRandomGenerator random;
    QDate firstDay{2026, 7, 1}, lastDay{2026, 10, 1}; ///< 92 days.

    [[nodiscard]] Instant at(QDate day, int minuteOfDay) const; ///< Local.
    [[nodiscard]] QString uuid();
    [[nodiscard]] QString freshPlate();
    [[nodiscard]] QString openCase(Matter matter, Instant since, std::optional<Instant> until = {});
    void hire(const QString& user, QDate trained = QDate(2026, 1, 5), QDate expires = QDate(2027, 1, 5));
    void declare(DeclaredPlate::Kind kind, const QString& user, const QString& plate);
    void watch(const QString& plate);
    void addAlert(const QString& caseNumber, Instant validated, std::uint64_t placeholder);
    void put(const LoggedAct& act) { m_made.push_back({.act = act}); }
    /// Belongs to a plant.
    void plant(std::size_t plant, const LoggedAct& act) { m_made.push_back({.act = act, .plant = int(plant)}); }
    [[nodiscard]] std::size_t newPlant(Indicator indicator, const QString& variant, bool misuse);
    [[nodiscard]] MadeQuarter finish();

    IndicatorFacts facts;

private:
    struct Made {
        LoggedAct act;
        int plant = -1;
    };
    std::vector<Made> m_made;
    std::vector<Plant> m_plants;
    QHash<QString, CaseFact> m_cases;
    int m_plate = 0, m_case = 0;
};

void plantMisuse(ActOffice& office);

} // namespace casebound
