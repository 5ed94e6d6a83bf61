// The vendor's alert list and its stream of hits, as the rest of the program sees them. net implements both.
#pragma once

#include "domain/AlertChange.h"
#include "domain/AlertHit.h"
#include "domain/Vendor.h"

#include <QFuture>

#include <expected>
#include <functional>
#include <memory>
#include <stop_token>
#include <vector>

namespace casebound {

/// An entry as the vendor has it. Texts are the vendor's.
struct VendorAlert {
    QString alertId, owner, plate, jurisdiction, caseNumber, reasonCode, reasonText;
    Instant expiresAt{};
    bool active = false;
    friend bool operator==(const VendorAlert&, const VendorAlert&) = default;
};

/// How the hits come in; ui says it in words.
enum class StreamLink {
    Off,
    Connecting,
    Live,    ///< The vendor sends them as they happen.
    Polling, ///< The vendor has no stream: asked every 30 s.
    Waiting, ///< The connection was lost; the next try comes by itself.
    Refused, ///< The vendor wants this person no more; no further try.
};

/// Called on the thread that opened the stream, never from within open(). None of them may destroy the stream.
struct AlertStreamSink {
    std::function<void(AlertHit hit)> hit; ///< In the order they came; the same hit may come again.
    /// One event, or one answer, was no good; the stream goes on. `detail` may hold the vendor's words.
    std::function<void(VendorFailure failure)> problem;
    std::function<void(StreamLink link)> link;
};

/// Destroying it ends the stream. Must not outlive its client.
class AlertStream {
public:
    virtual ~AlertStream() = default;
    [[nodiscard]] virtual StreamLink link() const = 0;
};

/// All calls return at once; futures finish on the caller's thread's event loop. Tries as for queries (VendorClient).
class AlertClient {
public:
    virtual ~AlertClient() = default;
    /// Only an audited change can be sent. PUT, or DELETE where the entry shall be gone (which is also done where it was gone already).
    /// Well only where the vendor's answer says the same entry in the same state. Outcome unknown: Unknown.
    [[nodiscard]] virtual QFuture<std::expected<void, VendorFailure>> send(AuditedAlertChange change, std::stop_token stop) = 0;
    /// The caller's own entries, all pages of them.
    [[nodiscard]] virtual QFuture<std::expected<std::vector<VendorAlert>, VendorFailure>> list(std::stop_token stop) = 0;

    /// How many hits before the last one a stream is taken up again: a vendor may send them out of order and break off between two.
    static constexpr int overlap = 32;
    /// Begins after that hit, or with all the vendor still has (14 days) where it is empty or unknown there. `streamed` false: polled.
    [[nodiscard]] virtual std::unique_ptr<AlertStream> open(const QString& afterHit, bool streamed, AlertStreamSink sink) = 0;
};

} // namespace casebound
