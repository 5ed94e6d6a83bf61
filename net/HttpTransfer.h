// One exchange of HttpTransport: its libcurl handle, what came back, and what the end of it means. Internal to net.
#pragma once

#include "net/HttpTransport.h"

#include <curl/curl.h>

#include <optional>

namespace casebound {

class HttpTransfer {
public:
    HttpTransfer(HttpTransport& transport, HttpRequest request, HttpTransport::TransferId id, std::stop_token stop,
                 HttpTransport::Done done);
    ~HttpTransfer();
    HttpTransfer(const HttpTransfer&) = delete;
    HttpTransfer& operator=(const HttpTransfer&) = delete;

    /// The options that are the same for every request, set once in a handle's life. False where libcurl refuses one.
    [[nodiscard]] static bool dress(CURL* easy, const TlsPolicy& policy);
    /// Takes what prepare() set from the handle again.
    static void undress(CURL* easy);

    /// Sets the handle up; false where libcurl refuses an option, and then nothing may be sent.
    [[nodiscard]] bool prepare();
    [[nodiscard]] CURL* easy() const { return m_easy; }
    /// The caller owns it from now on; this object makes no further use of it.
    [[nodiscard]] void* releaseHandle() { return std::exchange(m_easy, nullptr); }
    [[nodiscard]] HttpTransport::TransferId id() const { return m_id; }
    /// The meaning of libcurl's verdict.
    [[nodiscard]] HttpResult result(CURLcode code);
    /// When it will have been silent for too long, if nothing arrives until then.
    [[nodiscard]] std::chrono::steady_clock::time_point idleDue(std::chrono::steady_clock::time_point now) const;
    [[nodiscard]] HttpFailure idleFailure() const;
    void resolve(HttpResult result);

private:
    struct Callbacks;

    [[nodiscard]] bool isStreamed() const;
    [[nodiscard]] bool wholeRequestLeft() const;
    [[nodiscard]] HttpFailure failure(VendorFault fault, bool timedOut = false) const;
    [[nodiscard]] HttpFailure failureOf(CURLcode code) const;
    bool refuse(VendorFault fault, QLatin1StringView detail);
    bool header(std::string_view line);
    void alive();

    HttpTransport& m_transport;
    HttpRequest m_request;
    HttpTransport::TransferId m_id;
    CURL* m_easy;
    curl_slist* m_headers = nullptr;
    QByteArray m_url;
    std::array<char, CURL_ERROR_SIZE> m_error{};
    HttpTransport::Done m_done;
    HttpAnswer m_answer;
    std::optional<HttpFailure> m_refusal; ///< A callback's own reason for ending the exchange.
    std::shared_ptr<TlsNotes> m_notes;    ///< Of a connection made for this exchange; null on a reused one.
    std::chrono::steady_clock::time_point m_lastSign{};
    bool m_connected = false;
    bool m_answerBegan = false;
    bool m_headersWhole = false;
    std::stop_token m_stop;
    std::optional<std::stop_callback<std::function<void()>>> m_onStop;
};

} // namespace casebound
