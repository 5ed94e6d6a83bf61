// Where the vendor lives: scheme, host and port. Every address of an answer is held against it.
#pragma once

#include <QByteArray>
#include <QUrl>

#include <optional>
#include <string>
#include <string_view>

namespace casebound {

/// An https origin. Value type; parsing is locale-free and thread-safe.
class VendorOrigin {
public:
    /// Nothing unless the address is https with a host and without user info, path, query or fragment.
    [[nodiscard]] static std::optional<VendorOrigin> create(const QUrl& address);

    /// "https://host" or "https://host:port".
    [[nodiscard]] const QByteArray& text() const { return m_text; }

    /// The path of an image address: a path, or an absolute address of this origin, whose path is
    /// ^/v1/images/[A-Za-z0-9._~-]+$ and no dot segment, without query or fragment. A part of `url`; empty where it is not.
    [[nodiscard]] std::string_view imagePath(std::string_view url) const;

private:
    QByteArray m_text;         ///< Without the port where it is 443.
    std::string m_withPort;    ///< Lower case, port always written.
    std::string m_withoutPort; ///< Lower case; empty unless the port is 443.
};

} // namespace casebound
