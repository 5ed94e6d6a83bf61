// How reads were read, as a table: by camera, contributor, jurisdiction or character pair (R13). A rate never stands without its sample.
#pragma once

#include "domain/ReadQuality.h"

#include <QAbstractTableModel>

namespace casebound {

/// Lives on the window's thread.
class QualityModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum class Group { Camera, Contributor, Jurisdiction, Pair };
    enum Column { KeyColumn, ComparedColumn, MisreadColumn, RateColumn, IntervalColumn, UnreadableColumn, ColumnCount };
    enum Role {
        SortRole = Qt::UserRole + 1, ///< For a sorting proxy: numbers where there are numbers; too few sort below every rate.
    };

    explicit QualityModel(QObject* parent = nullptr) : QAbstractTableModel(parent) {}
    void setQuality(ReadQuality quality);
    void setGroup(Group group);
    [[nodiscard]] Group group() const { return m_group; }

    /// "7.5 %"; too few: in words.
    [[nodiscard]] static QString rateText(const QualityRate& rate);
    /// "4.0–13.6 %"; empty where there are too few.
    [[nodiscard]] static QString intervalText(const QualityRate& rate);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Row {
        QString key;
        QualityRate rate;
    };
    void fill();
    [[nodiscard]] QString text(const Row& row, Column column) const;

    ReadQuality m_quality;
    Group m_group = Group::Camera;
    std::vector<Row> m_rows;
};

} // namespace casebound
