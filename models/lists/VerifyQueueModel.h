// The order in which a run's reads are looked at: unverified first. Gives nothing of the machine's text (R6).
#pragma once

#include "service/VerificationService.h"

#include <QAbstractTableModel>
#include <QPointer>
#include <QTimeZone>

#include <vector>

namespace casebound {

/// Lives on the window's thread. The order is taken when the run is set; a judged read stays where it is, so that nobody loses their place.
class VerifyQueueModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { TimeColumn, KindColumn, VerdictColumn, ColumnCount };
    enum Role {
        ReadRole = Qt::UserRole + 1, ///< qlonglong: index into run()->reads().
        VerdictRole,                 ///< int of Verdict.
        KeptRole,                    ///< bool.
    };
    explicit VerifyQueueModel(const VerificationService& verification, QObject* parent = nullptr);

    void setRun(QueryRun* run);
    [[nodiscard]] QueryRun* run() const { return m_run; }
    void setTimeZone(const QTimeZone& zone) { m_zone = zone; }
    [[nodiscard]] std::size_t readAt(int row) const { return m_reads[static_cast<std::size_t>(row)]; }
    [[nodiscard]] int rowOf(std::size_t read) const;
    [[nodiscard]] int unverified() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    const VerificationService& m_verification;
    QPointer<QueryRun> m_run;
    QTimeZone m_zone;
    std::vector<std::size_t> m_reads;
};

} // namespace casebound
