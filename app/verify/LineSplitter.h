// Lines out of bytes that come in pieces.
#pragma once

#include <QByteArray>

#include <functional>

namespace casebound {

class LineSplitter {
public:
    /// `take` gets each line without its line feed; false from it, or a line over `longest`, ends it.
    LineSplitter(qsizetype longest, std::function<bool(QByteArrayView)> take) : m_longest(longest), m_take(std::move(take)) {}

    void add(QByteArrayView piece)
    {
        while (m_going && !piece.isEmpty()) {
            const qsizetype end = piece.indexOf('\n');
            m_rest.append(piece.data(), end < 0 ? piece.size() : end);
            m_going = m_rest.size() <= m_longest;
            if (end < 0)
                return;
            m_going = m_going && m_take(m_rest);
            m_rest.clear();
            piece = piece.sliced(end + 1);
        }
    }
    void stop() { m_going = false; }
    /// Every line was taken, and each had its end.
    [[nodiscard]] bool isDone() const { return m_going && m_rest.isEmpty(); }

private:
    qsizetype m_longest;
    std::function<bool(QByteArrayView)> m_take;
    QByteArray m_rest;
    bool m_going = true;
};

} // namespace casebound
