// What the practice vendor's small HTTP/1.1 server hands to the contract's logic, and gets back.
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QUrlQuery>

#include <functional>
#include <optional>
#include <utility>

namespace casebound::practice {

struct HttpRequest {
    QByteArray method;
    QString path; ///< Percent-decoded, without the query.
    QUrlQuery parameters;
    QList<std::pair<QByteArray, QByteArray>> headers; ///< Names in lower case.
    QByteArray body;
    QString user; ///< Common name of the client certificate.

    [[nodiscard]] QByteArray header(QByteArrayView name) const
    {
        for (const auto& [key, value] : headers)
            if (key == name)
                return value;
        return {};
    }
    /// A parameter of the address, decoded; nothing where it is not given.
    [[nodiscard]] std::optional<QString> parameter(const QString& name) const
    {
        return parameters.hasQueryItem(name) ? std::optional(parameters.queryItemValue(name, QUrl::FullyDecoded)) : std::nullopt;
    }
};

/// How an answer travels. Everything but Whole is a fault.
enum class Delivery {
    Whole,
    Truncated,        ///< Half of the promised bytes, then the connection ends.
    TruncatedChunked, ///< Chunked, and the last chunk never comes.
    Slow,             ///< A byte each 200 ms.
    Padded,           ///< `padding` spaces follow the body, so that it exceeds the caps.
    Dropped,          ///< The connection ends without an answer.
    Never,            ///< The connection stays, and nothing comes.
};

struct HttpAnswer {
    int status = 200;
    QByteArray contentType = "application/json";
    QList<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body;
    Delivery delivery = Delivery::Whole;
    qint64 padding = 0;
};

using Respond = std::function<void(HttpAnswer)>;

} // namespace casebound::practice
