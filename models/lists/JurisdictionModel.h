// Every plate jurisdiction of the reference data, to be found by code, name or alias.
#pragma once

#include "domain/Reference.h"

#include <QAbstractListModel>

namespace casebound {

/// Immutable; shows "Texas (US-TX)".
class JurisdictionModel final : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        KeyRole = Qt::UserRole + 1, ///< QString.
        SearchRole,                 ///< QString: "Texas (US-TX) TX …aliases": what a completer looks through.
    };
    explicit JurisdictionModel(const Reference& reference, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    /// What a person typed or chose, as the query gate takes it: the key where the text is a row of this model, else the text itself.
    [[nodiscard]] QString keyOrText(const QString& text) const;
    [[nodiscard]] QString display(const JurisdictionKey& key) const;

private:
    const Reference& m_reference;
};

} // namespace casebound
