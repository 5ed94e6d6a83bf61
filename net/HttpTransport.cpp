#include "net/HttpTransport.h"

#include "net/HttpTransfer.h"

#include <QSocketNotifier>

namespace casebound {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t mostSpare = 4;

} // namespace

/// Deleted later, because a notifier may be the one whose signal is being handled.
struct HttpTransport::Notifiers {
    struct Later {
        void operator()(QSocketNotifier* notifier) const
        {
            notifier->setEnabled(false);
            notifier->deleteLater();
        }
    };
    std::unique_ptr<QSocketNotifier, Later> read, write;
};

struct HttpTransport::Callbacks {
    static int socket(CURL*, curl_socket_t socket, int what, void* user, void*)
    {
        static_cast<HttpTransport*>(user)->watch(socket, what);
        return 0;
    }

    static int timer(CURLM*, long milliseconds, void* user)
    {
        auto& self = *static_cast<HttpTransport*>(user);
        if (milliseconds < 0)
            self.m_timer.stop();
        else
            self.m_timer.start(std::chrono::milliseconds(milliseconds));
        return 0;
    }
};

HttpTransport::HttpTransport(VendorOrigin origin, TlsPolicy policy, QObject* parent)
    : QObject(parent),
      m_origin(std::move(origin)),
      m_policy(std::move(policy))
{
    static const CURLcode ready = curl_global_init(CURL_GLOBAL_DEFAULT);
    m_multi = ready == CURLE_OK ? curl_multi_init() : nullptr;
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, [this] { act(CURL_SOCKET_TIMEOUT, 0); });
    if (!m_multi)
        return;
    curl_multi_setopt(m_multi, CURLMOPT_SOCKETFUNCTION, &Callbacks::socket);
    curl_multi_setopt(m_multi, CURLMOPT_SOCKETDATA, this);
    curl_multi_setopt(m_multi, CURLMOPT_TIMERFUNCTION, &Callbacks::timer);
    curl_multi_setopt(m_multi, CURLMOPT_TIMERDATA, this);
    curl_multi_setopt(m_multi, CURLMOPT_PIPELINING, static_cast<long>(CURLPIPE_MULTIPLEX));
    curl_multi_setopt(m_multi, CURLMOPT_MAX_HOST_CONNECTIONS, 6L);
}

HttpTransport::~HttpTransport()
{
    while (!m_transfers.empty())
        finish(m_transfers.begin()->first, std::unexpected(HttpFailure{.fault = VendorFault::Cancelled, .timedOut = false, .detail = {}}));
    for (void* easy : m_spare)
        curl_easy_cleanup(easy);
    if (m_multi)
        curl_multi_cleanup(m_multi); // calls back to drop the notifiers of pooled connections
}

QFuture<HttpResult> HttpTransport::send(HttpRequest request, std::stop_token stop)
{
    const bool cancelled = stop.stop_requested();
    auto transfer = std::make_unique<HttpTransfer>(*this, std::move(request), m_nextId++, std::move(stop));
    QFuture<HttpResult> future = transfer->future();
    if (cancelled) {
        transfer->resolve(std::unexpected(HttpFailure{.fault = VendorFault::Cancelled, .timedOut = false, .detail = {}}));
        return future;
    }
    CURL* easy = transfer->easy();
    if (!m_multi || !transfer->prepare() || curl_multi_add_handle(m_multi, easy) != CURLM_OK) {
        transfer->resolve(
            std::unexpected(HttpFailure{.fault = VendorFault::Unreachable, .timedOut = false, .detail = u"libcurl refused the request"_s}));
        return future;
    }
    m_transfers.emplace(easy, std::move(transfer));
    act(CURL_SOCKET_TIMEOUT, 0); // begins now rather than at the next turn of the event loop
    return future;
}

void* HttpTransport::takeHandle()
{
    if (m_spare.empty())
        return curl_easy_init();
    void* easy = m_spare.back();
    m_spare.pop_back();
    return easy;
}

void HttpTransport::giveBack(void* easy)
{
    if (!easy)
        return;
    if (m_spare.size() >= mostSpare) {
        curl_easy_cleanup(easy);
        return;
    }
    curl_easy_reset(easy); // nothing of one request is left for the next
    m_spare.push_back(easy);
}

void HttpTransport::watch(int socket, int what)
{
    // Between two queries libcurl lets go of a connection it keeps open. Its notifiers sleep until then: making them anew costs
    // a warm query some microseconds, and asleep they watch nothing, even if the number is given to another socket.
    Notifiers& notifiers = m_notifiers[socket];
    const auto want = [&](std::unique_ptr<QSocketNotifier, Notifiers::Later>& notifier, QSocketNotifier::Type type, int event, bool on) {
        if (!notifier && on) {
            notifier.reset(new QSocketNotifier(socket, type));
            connect(notifier.get(), &QSocketNotifier::activated, this, [this, socket, event] { act(socket, event); });
        }
        if (notifier)
            notifier->setEnabled(on);
    };
    want(notifiers.read, QSocketNotifier::Read, CURL_CSELECT_IN, what == CURL_POLL_IN || what == CURL_POLL_INOUT);
    want(notifiers.write, QSocketNotifier::Write, CURL_CSELECT_OUT, what == CURL_POLL_OUT || what == CURL_POLL_INOUT);
}

void HttpTransport::act(int socket, int events)
{
    int running = 0;
    curl_multi_socket_action(m_multi, socket, events, &running);
    collect();
}

void HttpTransport::collect()
{
    // First every message, then the consequences: a continuation may send again or destroy what it likes.
    std::vector<std::pair<void*, CURLcode>> done;
    int left = 0;
    while (const CURLMsg* message = curl_multi_info_read(m_multi, &left)) {
        if (message->msg == CURLMSG_DONE)
            done.emplace_back(message->easy_handle, message->data.result);
    }
    for (const auto& [easy, code] : done) {
        const auto at = m_transfers.find(easy);
        if (at != m_transfers.end())
            finish(easy, at->second->result(code));
    }
}

void HttpTransport::finish(void* easy, HttpResult result)
{
    auto node = m_transfers.extract(easy);
    if (node.empty())
        return;
    curl_multi_remove_handle(m_multi, easy);
    giveBack(node.mapped()->releaseHandle()); // now: what follows may destroy this transport
    node.mapped()->resolve(std::move(result));
}

HttpTransfer* HttpTransport::find(quint64 id) const
{
    for (const auto& [easy, transfer] : m_transfers) {
        if (transfer->id() == id)
            return transfer.get();
    }
    return nullptr;
}

void HttpTransport::stopped(quint64 id)
{
    if (HttpTransfer* transfer = find(id))
        finish(transfer->easy(), std::unexpected(HttpFailure{.fault = VendorFault::Cancelled, .timedOut = false, .detail = {}}));
}

void HttpTransport::idleExpired(quint64 id)
{
    if (HttpTransfer* transfer = find(id))
        finish(transfer->easy(), std::unexpected(transfer->idleFailure()));
}

} // namespace casebound
