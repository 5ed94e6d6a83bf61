// The search form between two starts of the program: a crash costs nobody what they had typed. Results are never kept that way.
#pragma once

#include "domain/Query.h"
#include "store/DraftTable.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace casebound {

/// The form as bytes. Dates are no part of it: every form begins at the narrowest window, and each widening is an act of its own (R4).
[[nodiscard]] QByteArray toBytes(const QueryDraft& draft);
/// Nothing where the bytes are not such a form.
[[nodiscard]] std::optional<QueryDraft> draftFrom(const QByteArray& bytes);

/// On the window's thread; belongs to the session. A form that cannot be written is not worth an error: the person has it before them.
class DraftService final : public QObject {
    Q_OBJECT

public:
    DraftService(DraftTable& table, UserId person, const Clock& clock);
    ~DraftService() override;

    /// What was typed when the program ended the last time without being told to; at most a week old.
    [[nodiscard]] std::optional<QueryDraft> found() const;
    /// Written within two seconds. A form that says nothing but its case is forgotten.
    void keep(const QueryDraft& draft);
    /// It was sent or thrown away, or the person signs out.
    void forget();
    /// Now, as nothing can be written while the session is locked.
    void suspend();

private:
    void write();

    DraftTable& m_table;
    const UserId m_person;
    const Clock& m_clock;
    std::optional<QByteArray> m_waiting; ///< Empty bytes: to be removed.
    QTimer m_timer;
};

} // namespace casebound
