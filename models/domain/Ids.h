// Strong text identifiers: a case number cannot be passed where a user id is meant.
#pragma once

#include "domain/Clock.h"

#include <QHashFunctions>
#include <QString>
#include <QUuid>

#include <compare>

namespace casebound {

/// An opaque identifier. Empty means "not given". Compares by code unit; value type, thread-agnostic.
template <class Tag>
class TextId {
public:
    TextId() = default;
    explicit TextId(QString text) : m_text(std::move(text)) {}
    [[nodiscard]] const QString& text() const { return m_text; }
    [[nodiscard]] bool isEmpty() const { return m_text.isEmpty(); }
    friend bool operator==(const TextId&, const TextId&) = default;
    friend std::strong_ordering operator<=>(const TextId& a, const TextId& b) { return QString::compare(a.m_text, b.m_text) <=> 0; }
    friend size_t qHash(const TextId& id, size_t seed = 0) noexcept { return ::qHash(id.m_text, seed); }

private:
    QString m_text;
};

using CaseNumber = TextId<struct CaseNumberTag>;           ///< As the office writes it, trimmed, 3–64 characters.
using UserId = TextId<struct UserIdTag>;                   ///< Roster id of a person.
using JurisdictionKey = TextId<struct JurisdictionKeyTag>; ///< "US-TX"; two-letter codes are not unique (plates.json).
using OffenceId = TextId<struct OffenceIdTag>;             ///< Row id of limitations.json.
using ReasonCode = TextId<struct ReasonCodeTag>;           ///< Item id of reasons.json (criminal reason or administrative priority).
using PurposeId = TextId<struct PurposeIdTag>;             ///< query_purpose id of reasons.json.

/// UUID v7 (RFC 9562), made on this side for every query; the vendor's idempotency key.
class QueryId {
public:
    QueryId() = default;
    explicit QueryId(QUuid uuid) : m_uuid(uuid) {}
    /// From the milliseconds of `now` and 74 random bits of the system's generator.
    [[nodiscard]] static QueryId create(Instant now = SystemClock().now());
    [[nodiscard]] QString text() const { return m_uuid.toString(QUuid::WithoutBraces); }
    [[nodiscard]] bool isNull() const { return m_uuid.isNull(); }
    friend bool operator==(const QueryId&, const QueryId&) = default;
    friend size_t qHash(const QueryId& id, size_t seed = 0) noexcept { return ::qHash(id.m_uuid, seed); }

private:
    QUuid m_uuid;
};

} // namespace casebound
