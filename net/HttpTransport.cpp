#include "net/HttpTransport.h"

#include "net/HttpTransfer.h"

#include <QPointer>
#include <QSocketNotifier>

#include <unistd.h>

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
    bool wantsRead = false, wantsWrite = false; ///< A notifier nobody wants any more is put to sleep when it next fires.
    bool isConnection = false;                  ///< We are told when it closes; of libcurl's other sockets we are not.
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
        self.m_curlDue = milliseconds < 0 ? std::nullopt : std::optional(Clock::now() + std::chrono::milliseconds(milliseconds));
        if (self.m_curlDue && !self.m_acting)
            self.wakeFor(*self.m_curlDue);
        return 0;
    }

    static int opened(void* user, curl_socket_t socket, curlsocktype)
    {
        static_cast<HttpTransport*>(user)->m_notifiers[socket].isConnection = true;
        return CURL_SOCKOPT_OK;
    }

    /// The moment at which the number of a connection's socket becomes free for another.
    static int close(void* user, curl_socket_t socket)
    {
        static_cast<HttpTransport*>(user)->m_notifiers.erase(socket);
        return ::close(socket);
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
    connect(&m_timer, &QTimer::timeout, this, &HttpTransport::woken);
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

void HttpTransport::send(HttpRequest request, std::stop_token stop, Done done, TransferId* idOut)
{
    const TransferId id = m_nextId++;
    if (idOut)
        *idOut = id;
    if (stop.stop_requested()) {
        done(std::unexpected(HttpFailure{.fault = VendorFault::Cancelled, .timedOut = false, .detail = {}}));
        return;
    }
    auto transfer = std::make_unique<HttpTransfer>(*this, std::move(request), id, std::move(stop), std::move(done));
    CURL* easy = transfer->easy();
    m_acting = true; // libcurl asks to be called at once, which happens below
    const bool added = m_multi && transfer->prepare() && curl_multi_add_handle(m_multi, easy) == CURLM_OK;
    m_acting = false;
    if (!added) {
        transfer->resolve(
            std::unexpected(HttpFailure{.fault = VendorFault::Unreachable, .timedOut = false, .detail = u"libcurl refused the request"_s}));
        return;
    }
    wakeFor(transfer->idleDue(Clock::now()));
    m_transfers.emplace(easy, std::move(transfer));
    act(CURL_SOCKET_TIMEOUT, 0); // begins now rather than at the next turn of the event loop
}

void HttpTransport::abandon(TransferId id)
{
    if (HttpTransfer* transfer = find(id))
        (void)take(transfer->easy());
}

void* HttpTransport::takeHandle()
{
    if (!m_spare.empty()) {
        void* easy = m_spare.back();
        m_spare.pop_back();
        return easy;
    }
    CURL* easy = curl_easy_init();
    bool ok = easy && HttpTransfer::dress(easy, m_policy);
    ok = ok && curl_easy_setopt(easy, CURLOPT_SOCKOPTFUNCTION, &Callbacks::opened) == CURLE_OK &&
         curl_easy_setopt(easy, CURLOPT_SOCKOPTDATA, this) == CURLE_OK &&
         curl_easy_setopt(easy, CURLOPT_CLOSESOCKETFUNCTION, &Callbacks::close) == CURLE_OK &&
         curl_easy_setopt(easy, CURLOPT_CLOSESOCKETDATA, this) == CURLE_OK;
    if (!ok) {
        curl_easy_cleanup(easy);
        return nullptr;
    }
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
    HttpTransfer::undress(easy); // nothing of one request is left for the next
    m_spare.push_back(easy);
}

void HttpTransport::watch(int socket, int what)
{
    if (what == CURL_POLL_REMOVE && !(m_notifiers.contains(socket) && m_notifiers[socket].isConnection)) {
        m_notifiers.erase(socket);
        return;
    }
    // Between two queries libcurl lets go of a connection it keeps open. Making notifiers anew, or even putting them to sleep and
    // waking them, costs a warm query some microseconds; so they stay as they are until they fire unwanted, or the socket closes.
    Notifiers& notifiers = m_notifiers[socket];
    const auto want = [&](std::unique_ptr<QSocketNotifier, Notifiers::Later>& notifier, QSocketNotifier::Type type, int event, bool on) {
        if (!on)
            return;
        if (!notifier) {
            notifier.reset(new QSocketNotifier(socket, type));
            connect(notifier.get(), &QSocketNotifier::activated, this, [this, socket, event] { ready(socket, event); });
        } else if (!notifier->isEnabled()) {
            notifier->setEnabled(true);
        }
    };
    notifiers.wantsRead = what == CURL_POLL_IN || what == CURL_POLL_INOUT;
    notifiers.wantsWrite = what == CURL_POLL_OUT || what == CURL_POLL_INOUT;
    want(notifiers.read, QSocketNotifier::Read, CURL_CSELECT_IN, notifiers.wantsRead);
    want(notifiers.write, QSocketNotifier::Write, CURL_CSELECT_OUT, notifiers.wantsWrite);
}

void HttpTransport::ready(int socket, int event)
{
    const auto at = m_notifiers.find(socket);
    if (at == m_notifiers.end())
        return;
    Notifiers& notifiers = at->second;
    if (event == CURL_CSELECT_IN ? notifiers.wantsRead : notifiers.wantsWrite)
        act(socket, event);
    else
        (event == CURL_CSELECT_IN ? notifiers.read : notifiers.write)->setEnabled(false);
}

void HttpTransport::act(int socket, int events)
{
    int running = 0;
    m_acting = true;
    curl_multi_socket_action(m_multi, socket, events, &running);
    m_acting = false;
    if (m_curlDue)
        wakeFor(*m_curlDue);
    collect();
}

void HttpTransport::wakeFor(Clock::time_point due)
{
    // Deadlines mostly move away. The timer is left as it is then, and looks again when it fires: starting it for every query and
    // every packet would cost more than the packet.
    if (m_timerDue && *m_timerDue <= due)
        return;
    m_timerDue = due;
    m_timer.start(std::max(std::chrono::ceil<std::chrono::milliseconds>(due - Clock::now()), std::chrono::milliseconds(0)));
}

void HttpTransport::woken()
{
    m_timerDue.reset();
    const QPointer<HttpTransport> self(this);
    const Clock::time_point now = Clock::now();
    lookForSilence(now);
    if (!self)
        return;
    if (m_curlDue && *m_curlDue <= now) {
        m_curlDue.reset(); // libcurl sets the next one
        act(CURL_SOCKET_TIMEOUT, 0);
    } else if (m_curlDue) {
        wakeFor(*m_curlDue);
    }
}

void HttpTransport::lookForSilence(Clock::time_point now)
{
    std::vector<TransferId> silent;
    for (const auto& [easy, transfer] : m_transfers) {
        const Clock::time_point due = transfer->idleDue(now);
        if (due <= now)
            silent.push_back(transfer->id());
        else
            wakeFor(due);
    }
    const QPointer<HttpTransport> self(this);
    for (const TransferId id : silent) {
        if (HttpTransfer* transfer = self ? find(id) : nullptr)
            finish(transfer->easy(), std::unexpected(transfer->idleFailure()));
    }
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
    const QPointer<HttpTransport> self(this);
    for (const auto& [easy, code] : done) {
        if (!self)
            return;
        const auto at = m_transfers.find(easy);
        if (at != m_transfers.end())
            finish(easy, at->second->result(code));
    }
}

std::unique_ptr<HttpTransfer> HttpTransport::take(void* easy)
{
    auto node = m_transfers.extract(easy);
    if (node.empty())
        return nullptr;
    curl_multi_remove_handle(m_multi, easy);
    giveBack(node.mapped()->releaseHandle());
    return std::move(node.mapped());
}

void HttpTransport::finish(void* easy, HttpResult result)
{
    if (const std::unique_ptr<HttpTransfer> transfer = take(easy))
        transfer->resolve(std::move(result)); // which may destroy this transport
}

HttpTransfer* HttpTransport::find(TransferId id) const
{
    for (const auto& [easy, transfer] : m_transfers) {
        if (transfer->id() == id)
            return transfer.get();
    }
    return nullptr;
}

void HttpTransport::stopped(TransferId id)
{
    if (HttpTransfer* transfer = find(id))
        finish(transfer->easy(), std::unexpected(HttpFailure{.fault = VendorFault::Cancelled, .timedOut = false, .detail = {}}));
}

} // namespace casebound
