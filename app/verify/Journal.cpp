#include "Journal.h"

#include <QFile>
#include <QtEndian>

namespace casebound {
namespace {

constexpr qsizetype headerSize = 32, frameHeaderSize = 24, pageSize = 4096;

/// SQLite's running checksum over words of the byte order the header names.
class Checksum {
public:
    explicit Checksum(bool bigEndian) : m_bigEndian(bigEndian) {}
    void add(QByteArrayView bytes)
    {
        for (qsizetype i = 0; i + 8 <= bytes.size(); i += 8) {
            m_first += word(bytes.data() + i) + m_second;
            m_second += word(bytes.data() + i + 4) + m_first;
        }
    }
    [[nodiscard]] bool is(const char* stored) const
    {
        return qFromBigEndian<quint32>(stored) == m_first && qFromBigEndian<quint32>(stored + 4) == m_second;
    }

private:
    [[nodiscard]] quint32 word(const char* at) const { return m_bigEndian ? qFromBigEndian<quint32>(at) : qFromLittleEndian<quint32>(at); }
    bool m_bigEndian;
    quint32 m_first = 0, m_second = 0;
};

/// Frames one after another, as long as they hold.
class Frames {
public:
    /// Nothing usable: next() gives none.
    explicit Frames(QFile& file) : m_file(file), m_sum(false)
    {
        m_file.seek(0);
        m_header = m_file.read(headerSize);
        if (m_header.size() != headerSize)
            return;
        const auto magic = qFromBigEndian<quint32>(m_header.constData());
        if ((magic & ~1U) != 0x377f0682 || qFromBigEndian<quint32>(m_header.constData() + 8) != pageSize)
            return;
        m_sum = Checksum((magic & 1U) != 0);
        m_sum.add(QByteArrayView(m_header).first(24));
        m_holds = m_sum.is(m_header.constData() + 24);
    }
    [[nodiscard]] bool next()
    {
        m_frame = m_holds ? m_file.read(frameHeaderSize + pageSize) : QByteArray();
        m_holds =
            m_frame.size() == frameHeaderSize + pageSize && QByteArrayView(m_frame).sliced(8, 8) == QByteArrayView(m_header).sliced(16, 8);
        if (!m_holds)
            return false;
        m_sum.add(QByteArrayView(m_frame).first(8));
        m_sum.add(page());
        return m_holds = m_sum.is(m_frame.constData() + 16);
    }
    [[nodiscard]] std::uint32_t number() const { return qFromBigEndian<quint32>(m_frame.constData()); }
    [[nodiscard]] bool endsTransaction() const { return qFromBigEndian<quint32>(m_frame.constData() + 4) != 0; }
    [[nodiscard]] QByteArrayView page() const { return QByteArrayView(m_frame).sliced(frameHeaderSize); }

private:
    QFile& m_file;
    QByteArray m_header, m_frame;
    Checksum m_sum;
    bool m_holds = false;
};

} // namespace

bool walkJournal(const QString& path, const std::function<bool(std::uint32_t number, QByteArrayView page)>& visit)
{
    QFile file(path);
    if (!file.exists())
        return true;
    if (!file.open(QIODevice::ReadOnly))
        return false;
    std::uint64_t committed = 0, seen = 0;
    for (Frames frames(file); frames.next();) {
        ++seen;
        if (frames.endsTransaction())
            committed = seen;
    }
    Frames frames(file);
    for (std::uint64_t i = 0; i < committed && frames.next(); ++i) {
        if (!visit(frames.number(), frames.page()))
            break;
    }
    return true;
}

} // namespace casebound
