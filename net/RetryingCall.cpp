#include "net/RetryingCall.h"

#include "net/MediaType.h"
#include "net/VendorJson.h"

#include <QTimer>

namespace casebound {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t longestProblem = 64 * 1024;

[[nodiscard]] VendorFault faultOf(int status, const QString& code)
{
    switch (status) {
    case 401: return VendorFault::SessionEnded;
    case 403: return code == "not_permitted"_L1 ? VendorFault::NotPermitted : VendorFault::SessionEnded;
    case 404:
    case 410: return VendorFault::Gone;
    case 408:
    case 429:
    case 503: return VendorFault::Busy;
    case 409: return VendorFault::Conflict;
    case 495:
    case 496: return VendorFault::ClientCertificate; // front-end servers say so when they miss or dislike ours
    default: break;
    }
    if (status >= 500 && status <= 599)
        return VendorFault::VendorError;
    return status >= 400 && status <= 499 ? VendorFault::Rejected : VendorFault::Malformed;
}

[[nodiscard]] std::optional<LinkState> linkAfter(VendorFault fault)
{
    switch (fault) {
    case VendorFault::TlsRefused:
    case VendorFault::ClientCertificate:
    case VendorFault::SessionEnded: return LinkState::Refused;
    case VendorFault::Unreachable:
    case VendorFault::Unknown:
    case VendorFault::TimedOut: return LinkState::NotConnected;
    case VendorFault::Rejected:
    case VendorFault::NotPermitted:
    case VendorFault::Gone:
    case VendorFault::Conflict:
    case VendorFault::Busy:
    case VendorFault::VendorError:
    case VendorFault::Malformed:
    case VendorFault::Inconsistent:
    case VendorFault::TooLarge:
    case VendorFault::Truncated:
    case VendorFault::WrongOrigin: return LinkState::Connected;
    case VendorFault::Cancelled: return std::nullopt;
    }
    return std::nullopt;
}

} // namespace

VendorFailure failureOf(const HttpAnswer& answer)
{
    VendorProblem problem;
    if (answer.body.size() <= longestProblem && (isProblemJson(answer.contentType) || isJson(answer.contentType)))
        problem = parseProblem(answer.body);
    return {.fault = faultOf(answer.status, problem.code), .httpStatus = answer.status, .detail = problem.words(), .retryAt = {}};
}

RetryingCall::RetryingCall(Parts parts, HttpRequest request, Nature nature, std::stop_token stop, Done done)
    : m_parts(std::move(parts)),
      m_request(std::move(request)),
      m_nature(nature),
      m_stop(std::move(stop)),
      m_done(std::move(done))
{
}

RetryingCall::~RetryingCall()
{
    m_onStop.reset(); // waits for a callback that is running on another thread
    if (m_transfer)
        m_parts.transport.abandon(m_transfer);
}

void RetryingCall::attempt()
{
    m_pausing = false;
    m_onStop.reset();
    ++m_tries;
    m_parts.link(m_tries == 1 ? LinkState::Connecting : LinkState::Retrying);
    m_parts.transport.send(m_request, m_stop, [this](HttpResult result) { answered(std::move(result)); }, &m_transfer);
}

VendorFailure RetryingCall::meaningOf(const HttpFailure& failure) const
{
    VendorFailure meaning{.fault = failure.fault, .httpStatus = 0, .detail = failure.detail, .retryAt = {}, .tls = failure.tls};
    if (failure.fault == VendorFault::Unknown && !doesSomething())
        meaning.fault = failure.timedOut ? VendorFault::TimedOut : VendorFault::Unreachable;
    return meaning;
}

void RetryingCall::answered(HttpResult result)
{
    m_transfer = 0;
    if (m_stop.stop_requested()) {
        end(std::unexpected(VendorFailure{.fault = VendorFault::Cancelled}));
        return;
    }
    if (!result) {
        const VendorFault fault = result.error().fault;
        const bool unanswered = fault == VendorFault::Unknown;
        m_mayHaveArrived = m_mayHaveArrived || (unanswered && doesSomething());
        const bool repeat = unanswered || (fault == VendorFault::Unreachable && (m_mayHaveArrived || m_nature == Nature::Page));
        if (repeat)
            again(meaningOf(result.error()), {});
        else
            end(std::unexpected(meaningOf(result.error())));
        return;
    }
    m_parts.link(LinkState::Connected);
    if (result->status == 200 || (m_nature == Nature::Change && (result->status == 201 || result->status == 204)))
        end(std::move(*result));
    else if (RetryPolicy::isRetryable(result->status))
        again(failureOf(*result), result->retryAfter);
    else
        end(std::unexpected(failureOf(*result)));
}

void RetryingCall::again(VendorFailure failure, const QByteArray& retryAfter)
{
    const RetryPolicy::Decision decision = m_parts.policy.decide(m_tries, retryAfter);
    if (const auto* giveUp = std::get_if<RetryPolicy::GiveUp>(&decision)) {
        failure.retryAt = giveUp->retryAt;
        end(std::unexpected(std::move(failure)));
        return;
    }
    m_parts.link(LinkState::Retrying);
    m_pausing = true;
    QTimer::singleShot(std::get<RetryPolicy::Again>(decision).pause, this, &RetryingCall::attempt);
    // While a try is under way the transport sees the stop itself.
    m_onStop.emplace(m_stop, [this] {
        QMetaObject::invokeMethod(
            this,
            [this] {
                if (m_pausing)
                    cancel();
            },
            Qt::QueuedConnection);
    });
}

void RetryingCall::end(VendorResult<HttpAnswer> result)
{
    if (!m_done)
        return;
    m_pausing = false;
    if (!result) {
        VendorFailure& failure = result.error();
        switch (failure.fault) {
        case VendorFault::Unreachable:
        case VendorFault::TlsRefused:
        case VendorFault::ClientCertificate:
        case VendorFault::Busy:
        case VendorFault::VendorError:
            // An earlier try may have been carried out; that a later one was not does not undo it.
            if (m_mayHaveArrived)
                failure.fault = VendorFault::Unknown;
            break;
        case VendorFault::Unknown:
        case VendorFault::Rejected:
        case VendorFault::NotPermitted:
        case VendorFault::SessionEnded:
        case VendorFault::Gone:
        case VendorFault::Conflict:
        case VendorFault::Malformed:
        case VendorFault::Inconsistent:
        case VendorFault::TooLarge:
        case VendorFault::Truncated:
        case VendorFault::WrongOrigin:
        case VendorFault::TimedOut:
        case VendorFault::Cancelled: break;
        }
        m_parts.link(linkAfter(failure.fault));
    }
    Done done = std::exchange(m_done, nullptr);
    done(std::move(result));
}

} // namespace casebound
