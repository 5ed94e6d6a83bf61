// An office with one workstation, as casebound-admin sets it up, and what a sign-in does with its stores.
#pragma once

#include "app/ProfileOffice.h"

#include "app/Rekeying.h"
#include "app/Workstation.h"
#include "crypto/RevocationList.h"
#include "ledger/AuditEntry.h"
#include "office/OfficeMaker.h"
#include "office/PrivateFolder.h"
#include "verify/LiveLogCheck.h"

#include <QDir>
#include <QDirIterator>
#include <QTemporaryDir>

#include <functional>

namespace casebound {

using namespace Qt::StringLiterals;

class ShiftedClock final : public Clock {
public:
    [[nodiscard]] Instant now() const override { return SystemClock().now() + m_by; }
    void advance(std::chrono::microseconds by) { m_by += by; }

private:
    std::chrono::microseconds m_by{0};
};

/// An office with one workstation, as casebound-admin sets it up.
class Desk {
public:
    ShiftedClock clock;
    OfficeMaker maker{clock.now()};
    OfficeProfile profile = maker.profile();
    QTemporaryDir outer;
    ProfileOffice::Places places{
        .profileFile = outer.filePath(u"profile.json"_s), .administratorFile = {}, .folder = outer.filePath(u"office"_s)};
    WorkstationFolder folder{places.folder};

    Desk()
    {
        places.administratorFile = folder.administratorFile();
        profile.witnessFolder = outer.filePath(u"witness"_s);
        auto keys = OfficeKeys::generate(SecureBytes::random(32));
        profile.workstations = {{.name = u"desk-1"_s, .publicKeyDer = keys->workstation()->publicKeyDer()}};
        if (!QDir(outer.path()).mkdir(u"witness"_s) || !ensurePrivateFolder(folder.path()) ||
            !writePrivateFile(folder.administratorFile(), maker.administrator().certificate.pem()) ||
            !folder.writeNames({.office = u"harbour"_s, .workstation = u"desk-1"_s}) ||
            !keys->save(folder.keysFile(), *keyHolders(profile)) ||
            !writePrivateFile(outer.filePath(u"places.geojson"_s), OfficeMaker::placesFile()))
            qFatal("no desk");
        publish();
    }
    void publish(const QString& by = u"administrator"_s)
    {
        const QByteArray json = writeProfile(profile);
        if (!replacePrivateFile(places.profileFile, json) || !replacePrivateFile(places.profileFile + u".p7s"_s, maker.sign(json, by)))
            qFatal("no profile");
    }
    void remove(const QString& id)
    {
        std::erase_if(profile.roster, [&](const RosterUser& one) { return one.id.text() == id; });
    }
    [[nodiscard]] auto start() { return ProfileOffice::open(places, clock); }

    struct Visit {
        std::optional<ServiceFailure> refused;
        QStringList news;   ///< "profile.changed from_serial_7"
        QStringList events; ///< Of the whole log.
        bool fault = false;
    };
    /// What a sign-in does with the stores; `meanwhile` happens between the program's start and the sign-in.
    [[nodiscard]] Visit visit(const QString& id, const std::function<void()>& meanwhile = {})
    {
        const auto office = start();
        if (!office)
            qFatal("%s", qPrintable(profileSentence(office.error())));
        if (meanwhile)
            meanwhile();
        auto stores = (*office)->open(*maker.person(id).credential(), clock);
        if (!stores)
            return {.refused = stores.error()};
        Visit visit{.fault = stores->fault.has_value()};
        for (const AuditRecord& record : stores->news) {
            visit.news += QLatin1StringView(auditEventName(record.event)) + u' ' + record.outcome;
            if (!stores->log->append(record))
                qFatal("the log takes no news");
        }
        if (stores->told)
            stores->told();
        for (const StoredEntry& entry : stores->log->entries(0, 10'000))
            visit.events += QLatin1StringView(auditEventName(parsePublicPart(entry.publicBytes)->event));
        return visit;
    }
    [[nodiscard]] OfficeKeys keysOf(const QString& id) { return *OfficeKeys::open(folder.keysFile(), *maker.person(id).credential()); }
};

inline bool isProblem(const std::optional<ServiceFailure>& failure, SignInProblem problem)
{
    return failure && std::holds_alternative<SignInProblem>(failure->why) && std::get<SignInProblem>(failure->why) == problem;
}

inline void copyFolder(const QString& from, const QString& to)
{
    if (!ensurePrivateFolder(to))
        qFatal("cannot make %s", qPrintable(to));
    QDirIterator every(from, QDir::Files | QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot);
    while (every.hasNext()) {
        const QFileInfo one = every.nextFileInfo();
        if (one.isDir())
            copyFolder(one.filePath(), to + u'/' + one.fileName());
        else if (!QFile::copy(one.filePath(), to + u'/' + one.fileName()))
            qFatal("cannot copy %s", qPrintable(one.filePath()));
    }
}

} // namespace casebound
