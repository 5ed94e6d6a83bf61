#include "bench/start/TourWaits.h"

#include "bench/start/XcbReply.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>
#include <QThread>

#include <poll.h>
#include <xcb/xcb.h>

#include <span>

using namespace Qt::StringLiterals;

namespace {

/// A window that is gone never answers; anything slower than this would be a hang.
constexpr int givenUpAfterMs = 5'000;
constexpr int tourMs = 600'000;

class Pings {
public:
    explicit Pings(const QByteArray& display) : m_connection(xcb_connect(display.constData(), nullptr))
    {
        m_root = xcb_setup_roots_iterator(xcb_get_setup(m_connection)).data->root;
        m_protocols = atom("WM_PROTOCOLS");
        m_ping = atom("_NET_WM_PING");
        m_clients = atom("_NET_CLIENT_LIST_STACKING");
        // Windows that go, and the answers, which Qt sends to whoever asked for the structure of the root.
        const std::uint32_t events = XCB_EVENT_MASK_SUBSTRUCTURE_NOTIFY | XCB_EVENT_MASK_STRUCTURE_NOTIFY;
        xcb_change_window_attributes(m_connection, m_root, XCB_CW_EVENT_MASK, &events);
    }
    ~Pings() { xcb_disconnect(m_connection); }
    Pings(const Pings&) = delete;
    Pings& operator=(const Pings&) = delete;

    /// The window on top of all others, or 0.
    [[nodiscard]] xcb_window_t top() const
    {
        const Reply<xcb_get_property_reply_t> reply(
            xcb_get_property_reply(m_connection, xcb_get_property(m_connection, 0, m_root, m_clients, XCB_ATOM_WINDOW, 0, 64), nullptr),
            &std::free);
        if (!reply)
            return 0;
        const std::span windows(static_cast<const xcb_window_t*>(xcb_get_property_value(reply.get())),
                                static_cast<std::size_t>(xcb_get_property_value_length(reply.get())) / sizeof(xcb_window_t));
        return windows.empty() ? 0 : windows.back();
    }

    /// Milliseconds until the window answered, or nothing where it is gone.
    [[nodiscard]] std::optional<double> wait(xcb_window_t window)
    {
        xcb_client_message_event_t question{};
        question.response_type = XCB_CLIENT_MESSAGE;
        question.format = 32;
        question.window = window;
        question.type = m_protocols;
        question.data.data32[0] = m_ping;
        question.data.data32[1] = ++m_asked;
        question.data.data32[2] = window;
        QElapsedTimer timer;
        timer.start();
        xcb_send_event(m_connection, 0, window, XCB_EVENT_MASK_NO_EVENT, reinterpret_cast<const char*>(&question));
        xcb_flush(m_connection);
        while (timer.elapsed() < givenUpAfterMs) {
            while (const Reply<xcb_generic_event_t> event{xcb_poll_for_event(m_connection), &std::free}) {
                if (isAnswer(*event, m_asked))
                    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
                if (const auto* gone = reinterpret_cast<const xcb_destroy_notify_event_t*>(event.get());
                    (event->response_type & 0x7f) == XCB_DESTROY_NOTIFY && gone->window == window)
                    return std::nullopt;
            }
            pollfd socket{.fd = xcb_get_file_descriptor(m_connection), .events = POLLIN, .revents = 0};
            ::poll(&socket, 1, 50);
            if (!stands(window))
                return std::nullopt;
        }
        return givenUpAfterMs;
    }

private:
    [[nodiscard]] xcb_atom_t atom(const QByteArray& name) const
    {
        const Reply<xcb_intern_atom_reply_t> reply(
            xcb_intern_atom_reply(m_connection, xcb_intern_atom(m_connection, 0, static_cast<std::uint16_t>(name.size()), name.constData()),
                                  nullptr),
            &std::free);
        return reply ? reply->atom : xcb_atom_t(XCB_ATOM_NONE);
    }
    [[nodiscard]] bool isAnswer(const xcb_generic_event_t& event, std::uint32_t asked) const
    {
        const auto& message = reinterpret_cast<const xcb_client_message_event_t&>(event);
        return (event.response_type & 0x7f) == XCB_CLIENT_MESSAGE && message.type == m_protocols && message.window == m_root &&
               message.data.data32[0] == m_ping && message.data.data32[1] == asked;
    }
    [[nodiscard]] bool stands(xcb_window_t window) const
    {
        const Reply<xcb_get_window_attributes_reply_t> reply(
            xcb_get_window_attributes_reply(m_connection, xcb_get_window_attributes(m_connection, window), nullptr), &std::free);
        return reply && reply->map_state == XCB_MAP_STATE_VIEWABLE;
    }

    xcb_connection_t* m_connection;
    xcb_window_t m_root = 0;
    xcb_atom_t m_protocols = 0, m_ping = 0, m_clients = 0;
    std::uint32_t m_asked = 0;
};

} // namespace

std::optional<std::vector<double>> waitsInTheTour(const QString& casebound, const QByteArray& display,
                                                  const QProcessEnvironment& environment)
{
    const QTemporaryDir pictures;
    Pings pings(display);
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setStandardOutputFile(QProcess::nullDevice());
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(casebound, {u"--training"_s, u"--tour"_s, pictures.path(), u"--data"_s, pictures.filePath(u"data"_s)});
    std::vector<double> waits;
    QElapsedTimer timer;
    timer.start();
    while (!process.waitForFinished(0)) {
        if (process.state() == QProcess::NotRunning || timer.elapsed() > tourMs)
            break;
        if (const xcb_window_t window = pings.top(); window != 0) {
            if (const auto waited = pings.wait(window))
                waits.push_back(*waited);
        }
        QThread::msleep(2);
    }
    if (process.state() != QProcess::NotRunning || process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0) {
        process.kill();
        process.waitForFinished();
        return std::nullopt;
    }
    return waits;
}
