#include "net/VendorOrigin.h"

#include <algorithm>
#include <array>

namespace casebound {

using namespace Qt::StringLiterals;

namespace {

[[nodiscard]] bool startsWithFolded(std::string_view text, std::string_view lowerPrefix)
{
    return !lowerPrefix.empty() && text.size() > lowerPrefix.size() &&
           std::equal(lowerPrefix.begin(), lowerPrefix.end(), text.begin(),
                      [](char wanted, char c) { return wanted == (c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c); });
}

/// The unreserved characters of RFC 3986.
constexpr std::array<bool, 256> unreserved = [] {
    std::array<bool, 256> table{};
    for (const char c : std::string_view("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._~-"))
        table[static_cast<unsigned char>(c)] = true;
    return table;
}();

[[nodiscard]] bool isUnreserved(char c)
{
    return unreserved[static_cast<unsigned char>(c)];
}

} // namespace

std::optional<VendorOrigin> VendorOrigin::create(const QUrl& address)
{
    const QString path = address.path(QUrl::FullyEncoded);
    if (!address.isValid() || address.scheme() != "https"_L1 || address.host().isEmpty() || !address.userInfo().isEmpty() ||
        !(path.isEmpty() || path == "/"_L1) || address.hasQuery() || address.hasFragment() || address.port() == 0)
        return std::nullopt;
    QByteArray host = address.host(QUrl::FullyEncoded).toLatin1().toLower();
    if (host.contains(':') && !host.startsWith('['))
        host = '[' + host + ']';
    const int port = address.port(443);
    VendorOrigin origin;
    const QByteArray bare = "https://" + host;
    const QByteArray full = bare + ':' + QByteArray::number(port);
    origin.m_text = port == 443 ? bare : full;
    origin.m_withPort = full.toStdString();
    if (port == 443)
        origin.m_withoutPort = bare.toStdString();
    return origin;
}

std::string_view VendorOrigin::imagePath(std::string_view url) const
{
    if (!url.starts_with('/')) {
        if (startsWithFolded(url, m_withPort) && url[m_withPort.size()] == '/')
            url.remove_prefix(m_withPort.size());
        else if (startsWithFolded(url, m_withoutPort) && url[m_withoutPort.size()] == '/')
            url.remove_prefix(m_withoutPort.size());
        else
            return {};
    }
    static constexpr std::string_view folder = "/v1/images/";
    if (!url.starts_with(folder))
        return {};
    const std::string_view name = url.substr(folder.size());
    // "." and ".." would be folded away by whoever resolves the address next.
    if (name.empty() || name == "." || name == ".." || !std::ranges::all_of(name, isUnreserved))
        return {};
    return url;
}

} // namespace casebound
