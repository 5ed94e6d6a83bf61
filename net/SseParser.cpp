#include "net/SseParser.h"

namespace casebound {

namespace {

constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";

} // namespace

void SseParser::feed(std::string_view bytes, std::vector<SseEvent>& out)
{
    while (m_markBytes >= 0 && !bytes.empty()) {
        if (bytes.front() != byteOrderMark[static_cast<std::size_t>(m_markBytes)]) {
            // No mark after all: what was held back belongs to the first line.
            m_line = byteOrderMark.substr(0, static_cast<std::size_t>(m_markBytes));
            m_markBytes = -1;
        } else {
            bytes.remove_prefix(1);
            m_markBytes = m_markBytes == 2 ? -1 : m_markBytes + 1;
        }
    }
    while (!bytes.empty()) {
        if (m_afterReturn) {
            m_afterReturn = false;
            if (bytes.front() == '\n') {
                bytes.remove_prefix(1);
                continue;
            }
        }
        const std::size_t end = bytes.find_first_of("\r\n");
        const std::string_view piece = bytes.substr(0, end);
        if (!m_skipping && piece.size() > longestLine - m_line.size()) {
            m_skipping = true;
            m_line.clear();
            spoil();
        } else if (!m_skipping) {
            m_line.append(piece);
        }
        if (end == std::string_view::npos)
            return;
        m_afterReturn = bytes[end] == '\r';
        bytes.remove_prefix(end + 1);
        endLine(out);
    }
}

void SseParser::endLine(std::vector<SseEvent>& out)
{
    if (m_skipping) {
        m_skipping = false;
        return;
    }
    if (!m_line.empty()) {
        const std::string_view line = m_line;
        const std::size_t colon = line.find(':');
        if (colon != 0) { // a comment otherwise: the vendor is alive
            std::string_view value = colon == std::string_view::npos ? std::string_view() : line.substr(colon + 1);
            if (value.starts_with(' '))
                value.remove_prefix(1);
            field(line.substr(0, colon), value);
        }
        m_line.clear();
        if (m_line.capacity() > 64UL * 1024)
            m_line.shrink_to_fit();
        return;
    }
    if (m_hasData && !m_spoiled)
        out.push_back(std::move(m_event));
    m_event = {};
    m_hasData = m_spoiled = false;
}

void SseParser::spoil()
{
    if (!m_spoiled)
        ++m_tooLong;
    m_spoiled = true;
    m_event = {};
}

void SseParser::field(std::string_view name, std::string_view value)
{
    if (m_spoiled)
        return;
    if (name == "data") {
        if (value.size() + 1 > longestData - m_event.data.size()) {
            spoil();
            return;
        }
        if (m_hasData)
            m_event.data += '\n';
        m_event.data += value;
        m_hasData = true;
    } else if (name == "event") {
        m_event.type = value;
    } else if (name == "id" && value.find('\0') == std::string_view::npos) {
        m_event.id = value;
    }
}

} // namespace casebound
