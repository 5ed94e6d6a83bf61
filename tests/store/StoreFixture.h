// What the tests of the store share: a clock that stands still until told, a key, a folder, a log in it.
#pragma once

#include "crypto/CertificateIssuer.h"
#include "crypto/SecureBytes.h"
#include "ledger/AuditEntry.h"
#include "store/AuditLog.h"

#include <QDir>
#include <QFile>
#include <QMap>
#include <QTemporaryDir>
#include <QtTest/qtestcase.h>

namespace casebound::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class HandClock final : public Clock {
public:
    Instant at{1'795'186'245s};
    [[nodiscard]] Instant now() const override { return at; }
};

inline SecureBytes keyOf(char byte)
{
    return SecureBytes::copyOf(QByteArray(32, byte));
}

/// The files of a folder with their bytes. Left out: the lock file, which says who tried, and empty files, as opening a database in WAL
/// mode may leave an empty journal beside it.
inline QMap<QString, QByteArray> filesIn(const QString& folder)
{
    QMap<QString, QByteArray> files;
    for (const QFileInfo& info : QDir(folder).entryInfoList(QDir::Files | QDir::Hidden)) {
        QFile file(info.filePath());
        if (info.fileName() != u"audit.lock"_s && info.size() > 0 && file.open(QIODevice::ReadOnly))
            files.insert(info.fileName(), file.readAll());
    }
    return files;
}

inline void overwrite(const QString& path, QByteArrayView bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(bytes.data(), bytes.size()) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
}

class LogFixture {
public:
    QTemporaryDir outer;
    HandClock clock;
    AuditLog::Config config;
    QString where;

    LogFixture()
    {
        config.folder = outer.filePath(u"log"_s);
        config.office = u"practice"_s;
        config.workstation = u"desk-1"_s;
        config.actorKey = QByteArray(32, 'a');
        config.profileSerial = 1;
        config.profileSha256 = QByteArray(32, 'p');
        config.appVersion = u"0.1.0"_s;
    }
    [[nodiscard]] std::expected<std::unique_ptr<AuditLog>, LogFault> open(char key = 'k')
    {
        return AuditLog::open(config, keyOf(key), clock, &where);
    }
    [[nodiscard]] QString file(const QString& name) const { return config.folder + u'/' + name; }
};

inline AuditRecord intended(const QString& id)
{
    AuditRecord record{.event = AuditEvent::QueryIntended};
    record.queryId = id;
    record.matter = Matter::Criminal;
    record.reasonCode = u"stolen"_s;
    record.plate = u"PRACPLT7"_s;
    record.caseNumber = u"PM-2026-4711"_s;
    record.reasonText = u"Fictional harbour theft, grey van"_s;
    return record;
}

inline AuditRecord plain(AuditEvent event, const QString& id = {})
{
    AuditRecord record{.event = event};
    record.queryId = id;
    return record;
}

inline std::vector<PublicPart> publicParts(const AuditLog& log)
{
    std::vector<PublicPart> parts;
    for (const StoredEntry& entry : log.entries(0, 100'000))
        parts.push_back(parsePublicPart(entry.publicBytes).value());
    return parts;
}

inline QByteArrayList events(const AuditLog& log, std::size_t from = 0)
{
    QByteArrayList names;
    for (const PublicPart& part : publicParts(log)) {
        if (part.sequence >= from)
            names.append(auditEventName(part.event));
    }
    return names;
}

} // namespace casebound::test
