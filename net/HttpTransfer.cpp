#include "net/HttpTransfer.h"

#include <algorithm>
#include <cstring>

#include <openssl/ssl.h>

namespace casebound {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t parserPadding = 64; ///< SIMDJSON_PADDING: the JSON reader then needs no copy of the body.

[[nodiscard]] std::string_view trimmed(std::string_view text)
{
    const auto blank = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
    while (!text.empty() && blank(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && blank(text.back()))
        text.remove_suffix(1);
    return text;
}

[[nodiscard]] bool same(std::string_view a, std::string_view b)
{
    return QByteArrayView(a).compare(QByteArrayView(b), Qt::CaseInsensitive) == 0;
}

} // namespace

struct HttpTransfer::Callbacks {
    static std::size_t write(char* data, std::size_t size, std::size_t count, void* user)
    {
        auto& self = *static_cast<HttpTransfer*>(user);
        const std::size_t bytes = size * count;
        if (self.isStreamed()) {
            self.alive();
            self.m_request.stream(self.m_answer.contentType, {data, bytes});
            return bytes;
        }
        std::string& body = self.m_answer.body;
        if (bytes > self.m_request.bodyLimit - std::min(body.size(), self.m_request.bodyLimit))
            return self.refuse(VendorFault::TooLarge, "the body is over the limit"_L1);
        if (body.capacity() < body.size() + bytes + parserPadding)
            body.reserve(std::max(body.size() * 2, body.size() + bytes + parserPadding));
        body.append(data, bytes);
        self.alive();
        if (self.m_request.progress)
            self.m_request.progress(body.size());
        return bytes;
    }

    static std::size_t header(char* data, std::size_t size, std::size_t count, void* user)
    {
        auto& self = *static_cast<HttpTransfer*>(user);
        self.alive();
        return self.header({data, size * count}) ? size * count : 0;
    }

    static CURLcode context(CURL*, void* context, void* user)
    {
        auto& self = *static_cast<HttpTransfer*>(user);
        self.m_notes = std::make_shared<TlsNotes>();
        return self.m_transport.policy().apply(static_cast<SSL_CTX*>(context), self.m_notes) ? CURLE_OK : CURLE_SSL_CERTPROBLEM;
    }

    /// The connection stands, nothing of the request has left: the last moment to refuse the server.
    static int beforeRequest(void* user, char*, char*, int, int)
    {
        auto& self = *static_cast<HttpTransfer*>(user);
        if (self.m_transport.policy().wantsMutual() && self.m_notes && !self.m_notes->certificateAsked) {
            self.refuse(VendorFault::TlsRefused, "the server asked for no client certificate"_L1);
            self.m_refusal->tls = TlsRefusal::NotMutual;
            return CURL_PREREQFUNC_ABORT;
        }
        self.m_connected = true;
        self.alive();
        return CURL_PREREQFUNC_OK;
    }
};

HttpTransfer::HttpTransfer(HttpTransport& transport, HttpRequest request, HttpTransport::TransferId id, std::stop_token stop,
                           HttpTransport::Done done)
    : m_transport(transport),
      m_request(std::move(request)),
      m_id(id),
      m_easy(transport.takeHandle()),
      m_done(std::move(done)),
      m_stop(std::move(stop))
{
}

HttpTransfer::~HttpTransfer()
{
    m_onStop.reset(); // waits for a callback that is running on another thread
    if (m_easy)
        curl_easy_cleanup(m_easy);
    curl_slist_free_all(m_headers);
}

bool HttpTransfer::dress(CURL* easy, const TlsPolicy& policy)
{
    bool ok = true;
    const auto set = [&](CURLoption option, auto value) { ok = curl_easy_setopt(easy, option, value) == CURLE_OK && ok; };
    set(CURLOPT_PROTOCOLS_STR, "https");
    set(CURLOPT_REDIR_PROTOCOLS_STR, "https");
    set(CURLOPT_PATH_AS_IS, 1L);
    set(CURLOPT_FOLLOWLOCATION, 0L);
    set(CURLOPT_PROXY, ""); // not even the environment's
    set(CURLOPT_NOPROXY, "*");
    set(CURLOPT_HTTPAUTH, static_cast<long>(CURLAUTH_NONE));
    set(CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED));
    set(CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_2TLS));
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_NOPROGRESS, 1L);
    set(CURLOPT_TCP_NODELAY, 1L);
    set(CURLOPT_BUFFERSIZE, 256L * 1024);
    set(CURLOPT_USERAGENT, "Casebound/" CASEBOUND_VERSION);

    set(CURLOPT_SSL_VERIFYPEER, 1L);
    set(CURLOPT_SSL_VERIFYHOST, 2L);
    set(CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    set(CURLOPT_CAINFO, static_cast<char*>(nullptr)); // the policy's own store takes their place
    set(CURLOPT_CAPATH, static_cast<char*>(nullptr));
    set(CURLOPT_SSL_SESSIONID_CACHE, 0L);
    set(CURLOPT_SSL_CTX_FUNCTION, &Callbacks::context);
    if (!policy.pins().isEmpty())
        set(CURLOPT_PINNEDPUBLICKEY, policy.pins().constData());

    set(CURLOPT_WRITEFUNCTION, &Callbacks::write);
    set(CURLOPT_HEADERFUNCTION, &Callbacks::header);
    set(CURLOPT_PREREQFUNCTION, &Callbacks::beforeRequest);
    return ok;
}

void HttpTransfer::undress(CURL* easy)
{
    void* const nothing = nullptr;
    for (const CURLoption option : {CURLOPT_SSL_CTX_DATA, CURLOPT_WRITEDATA, CURLOPT_HEADERDATA, CURLOPT_PREREQDATA, CURLOPT_ERRORBUFFER,
                                    CURLOPT_POSTFIELDS, CURLOPT_CUSTOMREQUEST, CURLOPT_HTTPHEADER, CURLOPT_URL})
        curl_easy_setopt(easy, option, nothing);
    curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(-1));
    curl_easy_setopt(easy, CURLOPT_HTTPGET, 1L);
}

bool HttpTransfer::prepare()
{
    if (!m_easy || !m_request.target.startsWith('/'))
        return false;
    bool ok = true;
    const auto set = [&](CURLoption option, auto value) { ok = curl_easy_setopt(m_easy, option, value) == CURLE_OK && ok; };

    m_url = m_transport.origin().text() + m_request.target;
    set(CURLOPT_URL, m_url.constData());
    set(CURLOPT_ERRORBUFFER, m_error.data());
    for (const CURLoption option : {CURLOPT_SSL_CTX_DATA, CURLOPT_WRITEDATA, CURLOPT_HEADERDATA, CURLOPT_PREREQDATA})
        set(option, static_cast<void*>(this));
    set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(m_request.timeouts.connect.count()));
    set(CURLOPT_TIMEOUT_MS, static_cast<long>(m_request.timeouts.total.count()));

    const auto addHeader = [&](const QByteArray& line) {
        curl_slist* longer = line.contains('\r') || line.contains('\n') ? nullptr : curl_slist_append(m_headers, line.constData());
        ok = ok && longer;
        m_headers = longer ? longer : m_headers;
    };
    addHeader("Accept-Encoding: identity");
    addHeader("Expect:");
    for (const QByteArray& line : m_request.headers)
        addHeader(line);
    switch (m_request.method) {
    case HttpRequest::Method::Get: set(CURLOPT_HTTPGET, 1L); break;
    case HttpRequest::Method::Delete: set(CURLOPT_CUSTOMREQUEST, "DELETE"); break;
    case HttpRequest::Method::Put: set(CURLOPT_CUSTOMREQUEST, "PUT"); [[fallthrough]];
    case HttpRequest::Method::Post:
        set(CURLOPT_POST, 1L);
        set(CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(m_request.body.size()));
        set(CURLOPT_POSTFIELDS, m_request.body.constData());
        addHeader("Content-Type: " + m_request.contentType);
        break;
    }
    set(CURLOPT_HTTPHEADER, m_headers);

    if (m_stop.stop_possible()) {
        m_onStop.emplace(m_stop, [transport = &m_transport, id = m_id] {
            QMetaObject::invokeMethod(transport, [transport, id] { transport->stopped(id); }, Qt::QueuedConnection);
        });
    }
    return ok;
}

std::chrono::steady_clock::time_point HttpTransfer::idleDue(std::chrono::steady_clock::time_point now) const
{
    // While the connection is made its own limit holds.
    return (m_connected ? m_lastSign : now) + m_request.timeouts.idle;
}

void HttpTransfer::alive()
{
    m_lastSign = std::chrono::steady_clock::now();
}

bool HttpTransfer::refuse(VendorFault fault, QLatin1StringView detail)
{
    m_refusal = HttpFailure{.fault = fault, .timedOut = false, .detail = detail};
    return false;
}

bool HttpTransfer::header(std::string_view line)
{
    if (line.starts_with("HTTP/")) { // a new header block; an interim answer (1xx) comes before the final one
        m_answerBegan = true;
        m_headersWhole = false;
        m_answer.contentType.clear();
        m_answer.retryAfter.clear();
        return true;
    }
    const auto colon = line.find(':');
    if (colon == std::string_view::npos) {
        m_headersWhole = m_headersWhole || trimmed(line).empty();
        return true;
    }
    const std::string_view name = trimmed(line.substr(0, colon)), value = trimmed(line.substr(colon + 1));
    if (same(name, "content-type")) {
        m_answer.contentType = QByteArray(value.data(), static_cast<qsizetype>(value.size()));
    } else if (same(name, "retry-after")) {
        m_answer.retryAfter = QByteArray(value.data(), static_cast<qsizetype>(value.size()));
    } else if (same(name, "content-encoding")) {
        if (!same(value, "identity"))
            return refuse(VendorFault::Malformed, "content-encoding"_L1);
    } else if (same(name, "transfer-encoding")) {
        if (!same(value, "chunked"))
            return refuse(VendorFault::Malformed, "transfer-encoding"_L1);
    } else if (same(name, "content-length")) {
        const auto length = QByteArrayView(value).toULongLong();
        if (isStreamed())
            return true;
        if (length > m_request.bodyLimit)
            return refuse(VendorFault::TooLarge, "the body is over the limit"_L1);
        m_answer.body.reserve(length + parserPadding);
    }
    return true;
}

bool HttpTransfer::isStreamed() const
{
    long status = 0;
    return m_request.stream && curl_easy_getinfo(m_easy, CURLINFO_RESPONSE_CODE, &status) == CURLE_OK && status == 200;
}

bool HttpTransfer::wholeRequestLeft() const
{
    if (!m_connected)
        return false;
    // libcurl counts what it took from us, which is never less than what went onto the wire: erring towards "it may have arrived".
    curl_off_t uploaded = 0;
    curl_easy_getinfo(m_easy, CURLINFO_SIZE_UPLOAD_T, &uploaded);
    const bool hasBody = m_request.method == HttpRequest::Method::Post || m_request.method == HttpRequest::Method::Put;
    return !hasBody || uploaded >= m_request.body.size();
}

HttpFailure HttpTransfer::failure(VendorFault fault, bool timedOut) const
{
    return {.fault = fault, .timedOut = timedOut, .detail = QString::fromUtf8(m_error.data())};
}

HttpFailure HttpTransfer::idleFailure() const
{
    if (m_answerBegan)
        return failure(VendorFault::TimedOut, true);
    return failure(wholeRequestLeft() ? VendorFault::Unknown : VendorFault::Unreachable, true);
}

HttpFailure HttpTransfer::failureOf(CURLcode code) const
{
    const bool tlsSpoke = m_notes && (m_notes->alertReceived >= 0 || m_notes->alertSent >= 0);
    const auto refused = [&](std::optional<TlsRefusal> why) {
        HttpFailure told = failure(VendorFault::TlsRefused);
        told.tls = why.value_or(TlsRefusal::Other);
        return told;
    };
    const std::optional<TlsRefusal> seen = m_notes ? m_notes->refusal() : std::nullopt;
    if (seen == TlsRefusal::Renegotiation && !m_answerBegan)
        return refused(seen);
    if (m_notes && m_notes->refusesOurCertificate() && !m_answerBegan)
        return failure(VendorFault::ClientCertificate);
    switch (code) {
    case CURLE_OPERATION_TIMEDOUT: return idleFailure();
    case CURLE_SSL_PINNEDPUBKEYNOTMATCH: return refused(TlsRefusal::PinMismatch);
    // The chain held: libcurl compares the name afterwards.
    case CURLE_PEER_FAILED_VERIFICATION: return refused(seen ? seen : TlsRefusal::WrongHost);
    case CURLE_SSL_INVALIDCERTSTATUS:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_SSL_CIPHER:
    case CURLE_SSL_CRL_BADFILE:
    case CURLE_SSL_CACERT_BADFILE: return refused(seen);
    case CURLE_SSL_CERTPROBLEM: return failure(VendorFault::ClientCertificate);
    // A handshake that ends without a word of TLS is a broken connection, not a judgement.
    case CURLE_SSL_CONNECT_ERROR: return tlsSpoke ? refused(seen) : failure(VendorFault::Unreachable);
    case CURLE_FILESIZE_EXCEEDED: return failure(VendorFault::TooLarge);
    case CURLE_TOO_LARGE:
    case CURLE_BAD_CONTENT_ENCODING:
    case CURLE_WEIRD_SERVER_REPLY:
    case CURLE_UNSUPPORTED_PROTOCOL: return failure(VendorFault::Malformed);
    case CURLE_ABORTED_BY_CALLBACK: return failure(VendorFault::Cancelled);
    default: break; // libcurl has a hundred more codes; what they mean follows from how far the exchange got
    }
    if (m_answerBegan)
        return failure(VendorFault::Truncated);
    return failure(wholeRequestLeft() ? VendorFault::Unknown : VendorFault::Unreachable);
}

HttpResult HttpTransfer::result(CURLcode code)
{
    if (m_refusal)
        return std::unexpected(*m_refusal);
    if (code != CURLE_OK)
        return std::unexpected(failureOf(code));
    if (!m_headersWhole) // libcurl takes a connection that ends among the headers for an answer without a body
        return std::unexpected(failure(VendorFault::Truncated));
    long status = 0, version = 0, connects = 0;
    curl_easy_getinfo(m_easy, CURLINFO_RESPONSE_CODE, &status);
    curl_easy_getinfo(m_easy, CURLINFO_HTTP_VERSION, &version);
    curl_easy_getinfo(m_easy, CURLINFO_NUM_CONNECTS, &connects);
    if (status >= 300 && status < 400)
        return std::unexpected(HttpFailure{.fault = VendorFault::WrongOrigin, .timedOut = false, .detail = u"redirect"_s});
    m_answer.status = static_cast<int>(status);
    m_answer.http2 = version == CURL_HTTP_VERSION_2_0;
    m_answer.reusedConnection = connects == 0;
    return std::move(m_answer);
}

void HttpTransfer::resolve(HttpResult result)
{
    m_onStop.reset(); // `done` may destroy the transport it points to
    if (HttpTransport::Done done = std::exchange(m_done, nullptr))
        done(std::move(result));
}

} // namespace casebound
