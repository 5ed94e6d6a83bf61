// Server-sent events (WHATWG HTML, "Server-sent events") out of bytes that come in pieces. Pure and bounded.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace casebound {

/// One event that was sent to its end (the blank line). Bytes as they came: whether they are UTF-8, the reader of `data` asks.
struct SseEvent {
    std::string type; ///< Empty: "message".
    std::string id;   ///< Of this very event; empty where it names none.
    std::string data; ///< Lines joined by line feeds.
    friend bool operator==(const SseEvent&, const SseEvent&) = default;
};

class SseParser {
public:
    static constexpr std::size_t longestLine = 1UL << 20;
    static constexpr std::size_t longestData = 1UL << 20; ///< Of all `data` lines of an event.

    /// Adds what came whole to `out`. How the bytes are cut into pieces makes no difference.
    void feed(std::string_view bytes, std::vector<SseEvent>& out);
    /// Events that are left out, as a line or the whole was over the limit; and those alone: the rest of the stream goes on. Counted as
    /// soon as one is over it, whether its end ever comes or not.
    [[nodiscard]] std::uint64_t tooLong() const { return m_tooLong; }

private:
    void endLine(std::vector<SseEvent>& out);
    void field(std::string_view name, std::string_view value);
    void spoil();

    std::string m_line;
    SseEvent m_event;
    bool m_hasData = false;
    bool m_spoiled = false;     ///< Something of this event was over the limit.
    bool m_skipping = false;    ///< The rest of a line that was.
    bool m_afterReturn = false; ///< A line feed now belongs to the line end before it.
    int m_markBytes = 0;        ///< Of a byte order mark at the very beginning; -1: past that.
    std::uint64_t m_tooLong = 0;
};

} // namespace casebound
