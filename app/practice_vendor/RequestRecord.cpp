#include "practice_vendor/RequestRecord.h"

#include "practice_vendor/BodyMembers.h"

#include <QJsonDocument>

#include <unistd.h>

namespace casebound::practice {

using namespace Qt::StringLiterals;

std::expected<void, QString> RequestRecord::openFile(const QString& path)
{
    m_file.setFileName(path);
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered, QFile::ReadOwner | QFile::WriteOwner))
        return std::unexpected(m_file.errorString());
    return {};
}

bool RequestRecord::add(const HttpRequest& request, std::int64_t nowMs)
{
    const QJsonDocument document = QJsonDocument::fromJson(request.body);
    QString queryId = QString::fromUtf8(request.header("casebound-query-id"));
    if (queryId.isEmpty())
        queryId = document["query_id"_L1].toString();
    const QJsonObject line{{u"n"_s, static_cast<qint64>(++m_count)},
                           {u"at"_s, timeText(nowMs)},
                           {u"method"_s, QString::fromLatin1(request.method)},
                           {u"path"_s, request.path},
                           {u"parameters"_s, request.parameters.toString(QUrl::FullyEncoded)},
                           {u"query_id"_s, queryId.isEmpty() ? QJsonValue::Null : QJsonValue(queryId)},
                           {u"user"_s, request.user},
                           {u"body"_s, request.body.isEmpty() ? QJsonValue::Null
                                       : document.isObject()  ? QJsonValue(document.object())
                                                              : QJsonValue(QString::fromUtf8(request.body))}};
    const QByteArray bytes = QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
    if (m_file.isOpen())
        return m_file.write(bytes) == bytes.size() && ::fsync(m_file.handle()) == 0;
    constexpr std::size_t kept = 10'000;
    if (m_lines.size() >= kept)
        m_lines.erase(m_lines.begin(), m_lines.begin() + kept / 2);
    m_lines.push_back(bytes);
    return true;
}

} // namespace casebound::practice
