#include "admin/Passphrases.h"

#include <cerrno>
#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

namespace casebound {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t longest = 1024, shortestNew = 12;

/// The terminal without echo, as it was afterwards, whatever happens.
class Terminal {
public:
    Terminal() : m_file(::open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY))
    {
        if (m_file < 0 || ::tcgetattr(m_file, &m_before) != 0)
            return;
        termios quiet = m_before;
        quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        m_quiet = ::tcsetattr(m_file, TCSAFLUSH, &quiet) == 0;
    }
    ~Terminal()
    {
        if (m_quiet)
            ::tcsetattr(m_file, TCSAFLUSH, &m_before);
        if (m_file >= 0)
            ::close(m_file);
    }
    Terminal(const Terminal&) = delete;
    Terminal& operator=(const Terminal&) = delete;
    [[nodiscard]] bool isQuiet() const { return m_quiet; }
    [[nodiscard]] int file() const { return m_file; }
    void say(const QString& text) const
    {
        const QByteArray bytes = text.toLocal8Bit();
        (void)!::write(m_file, bytes.constData(), static_cast<std::size_t>(bytes.size()));
    }

private:
    int m_file;
    bool m_quiet = false;
    termios m_before{};
};

/// Byte by byte: what follows the line is the next passphrase, and may not be taken.
std::expected<SecureBytes, QString> readLine(int file)
{
    SecureBytes buffer(longest);
    std::size_t size = 0;
    for (;;) {
        std::uint8_t byte = 0;
        const ssize_t got = ::read(file, &byte, 1);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0 && size == 0)
            return std::unexpected(u"No passphrase was given."_s);
        if (got <= 0 || byte == '\n')
            break;
        if (size == longest)
            return std::unexpected(u"The passphrase is longer than 1024 bytes."_s);
        buffer.data()[size++] = byte;
    }
    return SecureBytes::copyOf(buffer.view().first(static_cast<qsizetype>(size)));
}

} // namespace

std::expected<SecureBytes, QString> Passphrases::line(const QString& prompt)
{
    if (m_descriptor)
        return readLine(*m_descriptor);
    const Terminal terminal;
    if (!terminal.isQuiet())
        return std::unexpected(u"There is no terminal to ask for a passphrase at. Use --passphrase-fd."_s);
    terminal.say(prompt + u": "_s);
    auto typed = readLine(terminal.file());
    terminal.say(u"\n"_s);
    return typed;
}

std::expected<SecureBytes, QString> Passphrases::ask(const QString& what)
{
    return line(u"Passphrase of "_s + what);
}

std::expected<SecureBytes, QString> Passphrases::choose(const QString& what)
{
    auto first = line(u"New passphrase for "_s + what);
    if (!first)
        return first;
    if (first->size() < shortestNew)
        return std::unexpected(u"A new passphrase has at least 12 bytes. Nothing was made."_s);
    if (!m_descriptor) {
        const auto again = line(u"The same again"_s);
        if (!again)
            return std::unexpected(again.error());
        if (!first->equals(*again))
            return std::unexpected(u"The two passphrases differ. Nothing was made."_s);
    }
    return first;
}

} // namespace casebound
