// What a supervisor signs when they decide on an exception, and the file in which it travels to another desk: RFC 8785 JSON, signed with
// the supervisor's own credential (detached CMS). docs/review.md describes it.
#pragma once

#include "crypto/Certificate.h"
#include "domain/Approval.h"

#include <QByteArray>

#include <expected>
#include <optional>
#include <utility>

namespace casebound {

inline constexpr qsizetype largestApprovalFile = 64 << 10;

enum class ApprovalFileProblem {
    TooLarge,
    Malformed,     ///< Not one of ours, or a member missing, unknown or out of bounds.
    Newer,         ///< Of a later version of the format.
    OtherLog,      ///< Made for another workstation's log.
    UnknownSigner, ///< Decided by nobody who is a supervisor on the roster, or whose certificate it does not hold.
    Own,           ///< Decided by the person who asked.
    Altered,       ///< The signature is not of that supervisor, or of other bytes.
};

/// `origin` is that of the log the request stands in.
[[nodiscard]] QByteArray writeApprovalRequest(const ApprovalRequest& request, const QString& origin);
struct ApprovalRequestFile {
    ApprovalRequest request;
    QString origin;
};
/// Strict and bounded: exactly what writeApprovalRequest() makes.
[[nodiscard]] std::expected<ApprovalRequestFile, ApprovalFileProblem> parseApprovalRequest(QByteArrayView bytes);

/// The bytes that are signed.
[[nodiscard]] QByteArray writeApprovalStatement(const ApprovalRequest& request, const ApprovalDecision& decision, const QString& origin);
struct ApprovalStatement {
    ApprovalRequest request;
    ApprovalDecision decision;
    QString origin;
};
[[nodiscard]] std::expected<ApprovalStatement, ApprovalFileProblem> parseApprovalStatement(QByteArrayView bytes);

/// Statement and signature in one file.
[[nodiscard]] QByteArray writeApprovalFile(QByteArrayView statement, QByteArrayView signature);
/// The statement's bytes and the signature (DER); neither is judged.
[[nodiscard]] std::expected<std::pair<QByteArray, QByteArray>, ApprovalFileProblem> parseApprovalFile(QByteArrayView bytes);

} // namespace casebound
