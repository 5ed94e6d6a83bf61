#include "picture/JpegBytes.h"

namespace casebound {

namespace {

enum Marker : std::uint8_t {
    Sof0 = 0xC0, ///< Baseline.
    Sof1 = 0xC1, ///< Extended sequential.
    Sof2 = 0xC2, ///< Progressive.
    Dht = 0xC4,
    Rst0 = 0xD0,
    Rst7 = 0xD7,
    Soi = 0xD8,
    Eoi = 0xD9,
    Sos = 0xDA,
    Dqt = 0xDB,
    Dri = 0xDD,
    App0 = 0xE0,
    App14 = 0xEE, ///< Adobe: which colour transform the components went through.
    App15 = 0xEF,
    Com = 0xFE,
};

constexpr auto damaged = PictureFault::Damaged;

class JpegWalk {
public:
    explicit JpegWalk(QByteArrayView bytes) : m_bytes(bytes) {}

    std::expected<CleanPicture, PictureFault> run()
    {
        m_out.bytes.reserve(m_bytes.size());
        m_out.bytes.append("\xff\xd8", 2);
        m_at = 2;
        while (true) {
            const int marker = nextMarker();
            if (marker < 0)
                return std::unexpected(damaged); // cut short: a picture ends with its end marker
            if (marker == Eoi) {
                m_out.bytes.append("\xff\xd9", 2);
                if (m_scans == 0)
                    return std::unexpected(damaged);
                return std::move(m_out);
            }
            if (const auto taken = segment(static_cast<std::uint8_t>(marker)); !taken)
                return std::unexpected(taken.error());
        }
    }

private:
    [[nodiscard]] std::uint8_t byte(qsizetype at) const { return static_cast<std::uint8_t>(m_bytes[at]); }
    [[nodiscard]] std::uint32_t pair(qsizetype at) const { return std::uint32_t{byte(at)} << 8 | byte(at + 1); }

    /// Markers may be filled with any number of 0xFF before them; nothing else may stand between two segments.
    int nextMarker()
    {
        if (m_at >= m_bytes.size() || byte(m_at) != 0xFF)
            return -1;
        while (m_at < m_bytes.size() && byte(m_at) == 0xFF)
            ++m_at;
        return m_at < m_bytes.size() ? byte(m_at++) : -1;
    }

    std::expected<void, PictureFault> segment(std::uint8_t marker)
    {
        if (m_bytes.size() - m_at < 2)
            return std::unexpected(damaged);
        const qsizetype length = pair(m_at);
        if (length < 2 || length > m_bytes.size() - m_at)
            return std::unexpected(damaged);
        const QByteArrayView body = m_bytes.sliced(m_at + 2, length - 2);
        const qsizetype from = m_at;
        m_at += length;
        switch (marker) {
        case Sof0:
        case Sof1:
        case Sof2:
            if (const auto frame = frameHeader(body); !frame)
                return frame;
            break;
        case Dht:
        case Dqt:
        case Dri:
        case App14: break;
        case Sos:
            if (!m_frame || body.size() < 6)
                return std::unexpected(damaged);
            if (++m_scans > maxJpegScans)
                return std::unexpected(PictureFault::TooCostly);
            break;
        default:
            // Of the others, application data and comments do not draw. Lossless, arithmetic, hierarchical: no camera of ours writes them.
            if ((marker >= App0 && marker <= App15) || marker == Com)
                return {};
            return std::unexpected(damaged);
        }
        m_out.bytes.append('\xff').append(static_cast<char>(marker)).append(m_bytes.sliced(from, length));
        if (marker == Sos)
            entropyCoded();
        return {};
    }

    std::expected<void, PictureFault> frameHeader(QByteArrayView body)
    {
        if (m_frame || body.size() < 6 || static_cast<std::uint8_t>(body[0]) != 8)
            return std::unexpected(damaged);
        const auto number = [&](qsizetype at) {
            return std::uint32_t{static_cast<std::uint8_t>(body[at])} << 8 | static_cast<std::uint8_t>(body[at + 1]);
        };
        m_out.height = number(1);
        m_out.width = number(3);
        const int components = static_cast<std::uint8_t>(body[5]);
        if ((components != 1 && components != 3 && components != 4) || body.size() != 6 + 3 * components)
            return std::unexpected(damaged);
        m_frame = true;
        return checkSides(m_out.width, m_out.height);
    }

    /// Up to the marker that ends the scan; stuffed zeros and restart markers belong to it.
    void entropyCoded()
    {
        const qsizetype from = m_at;
        while (m_at + 1 < m_bytes.size()) {
            const qsizetype mark = m_bytes.indexOf('\xff', m_at);
            if (mark < 0 || mark + 1 >= m_bytes.size()) {
                m_at = m_bytes.size();
                break;
            }
            const std::uint8_t next = byte(mark + 1);
            if (next == 0 || (next >= Rst0 && next <= Rst7)) {
                m_at = mark + 2;
            } else {
                m_at = mark;
                break;
            }
        }
        m_out.bytes.append(m_bytes.sliced(from, m_at - from));
    }

    QByteArrayView m_bytes;
    qsizetype m_at = 0;
    CleanPicture m_out{.format = PictureFormat::Jpeg, .width = 0, .height = 0, .bytes = {}};
    bool m_frame = false;
    int m_scans = 0;
};

} // namespace

std::expected<CleanPicture, PictureFault> cleanJpeg(QByteArrayView bytes)
{
    return JpegWalk(bytes).run();
}

} // namespace casebound
