// Faults on command: each kind of failure the vendor contract names can be asked for by name, for a number of times.
#pragma once

#include "practice_vendor/Http.h"

#include <QString>
#include <QStringList>

#include <expected>
#include <optional>
#include <span>
#include <vector>

namespace casebound::practice {

/// Which calls a fault strikes. Queries is the POST, Reads the later pages.
enum class Route { Capabilities, Queries, Reads, Images, Alerts, Stream, Hits, Users, Audit };

enum class FaultKind {
    MalformedJson,
    MissingMember,
    IllTypedMember,
    NullMember,
    DoubledName,
    LoneSurrogate,
    DeepNesting,
    ByteOrderMark,
    BadTime,
    NotFinite,
    Oversized,
    Truncated,
    TruncatedChunked,
    WrongContentType,
    Encoded,
    Redirect,
    SlowBody,
    Status400,
    Status401,
    Status403,
    Status403NotPermitted,
    Status404,
    Status408,
    Status409,
    Status410,
    Status413,
    Status422,
    Status429,
    Status429Long,
    Status500,
    Status502,
    Status503,
    Status503Date,
    Status504,
    HangBeforeReceiving,
    HangAfterReceiving,
    DropBeforeReceiving,
    DropAfterReceiving,
    DuplicateIdentical,
    DuplicateDiffering,
    CountMismatch,
    MissingNext,
    RepeatedCursor,
    EmptyPageWithCursor,
    TooManyReads,
    ReadOutsideWindow,
    ReadInFuture,
    EmptyPlate,
    OtherQueryId,
    WrongOriginImage,
    ImageUrlQuery,
    ImageHashWrong,
    ImageHashMissing,
    ImageTooLarge,
    ImageNotAnImage,
    ImageOtherType,
    ClockSkew,
    OtherApiMajor,
    AuditUnknownQuery,
    AuditLostQuery,
    AuditOtherFields,
    UsersStranger,
    UsersLeftActive,
    StreamDrop,
    StreamDuplicate,
    StreamOutOfOrder,
    StreamBurst,
    StreamSplit,
    StreamUnknownEvent,
    StreamLongLine,
    StreamSilence,
    StreamIllFormed,
    StreamIdMismatch,
};

struct FaultInfo {
    FaultKind kind;
    const char* name;
    Route route;      ///< Where it strikes by default.
    const char* what; ///< For --help.
};

[[nodiscard]] std::span<const FaultInfo> allFaults();
[[nodiscard]] std::span<const std::pair<Route, const char*>> allRoutes();

/// What the answer was to, as far as spoiling it needs to know.
struct FaultContext {
    Route route = Route::Queries;
    int limit = 0;
    QString cursor; ///< Empty on a first page.
};

/// The faults that wait to strike. Not synchronised.
class FaultPlan {
public:
    /// NAME[:COUNT][@ROUTE]; the error says which part is not known.
    [[nodiscard]] std::expected<void, QString> arm(QStringView text);
    void clear() { m_armed.clear(); }
    [[nodiscard]] QStringList waiting() const;

    /// Takes one stroke of a kind for a route, if one waits.
    [[nodiscard]] bool take(FaultKind kind, Route route);
    /// Takes the stroke that spoils the answer, and spoils it; of planted discrepancies (audit-…, users-…) one of each. A fault that
    /// cannot strike this answer goes on waiting.
    void spoil(HttpAnswer& answer, const FaultContext& context);
    /// An answer that stands in for the real one, if such a fault waits: statuses and the redirect.
    [[nodiscard]] std::optional<HttpAnswer> instead(Route route);

private:
    struct Armed {
        const FaultInfo* fault;
        Route route;
        int left;
    };
    void used(std::size_t index);
    std::vector<Armed> m_armed;
};

} // namespace casebound::practice
