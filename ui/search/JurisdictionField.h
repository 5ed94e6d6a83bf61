// The place that issued a plate: typed as code, name or alias, or chosen.
#pragma once

#include <QComboBox>

namespace casebound {

class JurisdictionModel;

/// An editable combo box. The completer looks through key, name, code and aliases, wherever the typed words stand.
class JurisdictionField final : public QComboBox {
    Q_OBJECT

public:
    explicit JurisdictionField(QWidget* parent = nullptr);

    /// The key where an entry was chosen or typed in full, else what was typed: the rule that judges it is the query gate's.
    [[nodiscard]] QString keyOrText() const;
    void setKey(const QString& key);

protected:
    void wheelEvent(QWheelEvent* event) override;

private:
    JurisdictionModel* m_model;
};

} // namespace casebound
