// user and reviewer: who is on the roster, and to whom results are sealed.
#include "admin/AdminCommand.h"
#include "crypto/CertificateCheck.h"
#include "crypto/CertificateIssuer.h"
#include "office/TrainingRecordFile.h"

#include <algorithm>

namespace casebound {

using namespace Qt::StringLiterals;

namespace {

constexpr int certificateDays = 3 * 365, trainingDays = 365;

QString personFile(const QString& id)
{
    return u"people/"_s + id + u".p12"_s;
}

RosterUser* find(OfficeProfile& draft, const QString& id)
{
    const auto found = std::ranges::find(draft.roster, UserId(id), &RosterUser::id);
    return found == draft.roster.end() ? nullptr : &*found;
}

AdminResult<> nobody(const QString& id)
{
    return std::unexpected(u"Nobody on the roster is called %1. Nothing was changed."_s.arg(id));
}

struct Issued {
    Certificate certificate;
    QByteArray bundle; ///< PKCS#12; empty where the person has the key already.
};

AdminResult<Issued> issue(const AdminOffice& office, const QString& id, AdminCall& call)
{
    if (!office.hasAuthority())
        return std::unexpected(
            u"This office has no authority of its own: give the person's certificate with --certificate. Nothing was changed."_s);
    const auto own = call.passphrases.ask(u"the administrator"_s);
    if (!own)
        return std::unexpected(own.error());
    const auto authority = openCredential(office.file(u"authority.p12"_s), *own);
    if (!authority)
        return std::unexpected(authority.error());
    const auto theirs = call.passphrases.choose(id);
    if (!theirs)
        return std::unexpected(theirs.error());
    const auto issuer = CertificateIssuer::withAuthority((*authority)->key(), (*authority)->certificate());
    const Instant end = std::min(call.now + std::chrono::days(certificateDays), issuer.authority().notAfter());
    const auto key = PrivateKey::generateP256();
    const auto made =
        key ? issuer.issueClient(*key, id, {.notBefore = call.now - std::chrono::hours(1), .notAfter = end}) : std::unexpected(key.error());
    const std::vector<Certificate> chain{issuer.authority()};
    const auto bundle = made ? writePkcs12(*key, *made, chain, id, *theirs) : std::unexpected(CryptoFault::BadInput);
    if (!bundle)
        return std::unexpected(u"No certificate can be made for %1. Nothing was changed."_s.arg(id));
    return Issued{.certificate = *made, .bundle = *bundle};
}

/// A name as people write theirs: it is shown in windows and terminals.
AdminResult<> nameHolds(const RosterUser& user)
{
    constexpr qsizetype longestName = 128;
    for (const char32_t letter : user.name.toUcs4()) {
        if (!QChar::isPrint(letter) || QChar::category(letter) == QChar::Other_Format)
            return std::unexpected(u"--name holds a character that cannot be seen. Nothing was changed; type it by hand."_s);
    }
    if (user.name.size() > longestName)
        return std::unexpected(u"--name is longer than 128 characters. Nothing was changed."_s);
    return {};
}

/// A certificate of somebody else's authority must be one that sign-in will accept.
AdminResult<Issued> take(const AdminOffice& office, AdminCall& call)
{
    const QString path = call.options.value(u"certificate"_s);
    const auto read = readCertificate(path);
    if (!read)
        return std::unexpected(read.error());
    const Certificate& given = *read;
    for (const RosterUser& user : office.draft.roster) {
        if (user.certificateSha256 == given.sha256())
            return std::unexpected(
                u"%1 is the certificate of %2, who is on the roster already. Nothing was changed."_s.arg(path, user.id.text()));
    }
    const auto anchors = Certificate::listFromPem(office.draft.people.caBundlePem);
    const auto held = anchors ? checkCertificate(given, {}, *anchors, office.draft.people.crlPem, call.now)
                              : std::unexpected(CertificateProblem::Untrusted);
    if (held)
        return Issued{.certificate = given, .bundle = {}};
    switch (held.error()) {
    case CertificateProblem::WeakKey: return std::unexpected(u"The key in %1 is not P-256. Nothing was changed."_s.arg(path));
    case CertificateProblem::Untrusted:
        return std::unexpected(u"%1 does not lead to an authority of this office (policy --people-ca). Nothing was changed."_s.arg(path));
    case CertificateProblem::WrongUse:
        return std::unexpected(u"%1 was not issued for signing in (client authentication). Nothing was changed."_s.arg(path));
    case CertificateProblem::NotYetValid: return std::unexpected(u"%1 is not valid yet. Nothing was changed."_s.arg(path));
    case CertificateProblem::Expired: return std::unexpected(u"%1 has expired. Nothing was changed."_s.arg(path));
    case CertificateProblem::Revoked: return std::unexpected(u"%1 was revoked. Nothing was changed."_s.arg(path));
    case CertificateProblem::BadRevocationList:
    case CertificateProblem::NoRevocationList:
    case CertificateProblem::StaleRevocationList:
        return std::unexpected(
            u"The revocation list of this office is missing, wrong or overdue (policy --people-crl). Nothing was changed."_s);
    }
    return std::unexpected(u"%1 cannot be used. Nothing was changed."_s.arg(path));
}

AdminResult<QDate> dateOf(const AdminCall& call, const QString& option, QDate otherwise)
{
    if (!call.options.isSet(option))
        return otherwise;
    const QString typed = call.options.value(option);
    const QDate date = QDate::fromString(typed, Qt::ISODate);
    if (!date.isValid() || date.toString(Qt::ISODate) != typed) // Qt takes "2026-11-20 and more" for a date
        return std::unexpected(u"--%1 is not a date such as 2026-11-20. Nothing was changed."_s.arg(option));
    return date;
}

/// The day a passed course ended, by the record the person brought and signed.
AdminResult<QDate> courseDay(const AdminOffice& office, const RosterUser& user, const AdminCall& call)
{
    const QString path = call.options.value(u"record"_s);
    const auto json = readAnyFile(path);
    if (!json)
        return std::unexpected(json.error());
    const auto signature = readAnyFile(path + u".p7s"_s);
    const auto person = Certificate::fromDer(user.certificateDer);
    if (!person)
        return std::unexpected(u"The draft holds no certificate of %1. Nothing was changed."_s.arg(user.id.text()));
    const auto record = readTrainingRecord(
        *json, signature.value_or(QByteArray()),
        {.person = *person, .passMarkPercent = office.draft.passMarkPercent, .now = call.now, .longest = std::chrono::days(trainingDays)});
    if (!record)
        return std::unexpected(trainingRecordSentence(record.error()) + u" Nothing was changed."_s);
    call.out << u"The record holds: "_s << record->person << u", "_s << scorePercent(record->items) << u" % right.\n"_s;
    return toDateTime(record->endedAt).toLocalTime().date();
}

} // namespace

AdminResult<> addUser(AdminCall& call)
{
    auto office = AdminOffice::open(call.folder);
    if (!office)
        return std::unexpected(office.error());
    const QString id = call.words.front(), role = call.options.value(u"role"_s);
    if (!isName(id))
        return std::unexpected(
            u"An id has 1 to 64 letters, digits, dots, underscores or hyphens and begins with a letter or digit. Nothing was changed."_s);
    if (find(office->draft, id))
        return std::unexpected(u"%1 is on the roster already. Nothing was changed."_s.arg(id));
    if (call.options.value(u"name"_s).isEmpty() || (role != "agent"_L1 && role != "supervisor"_L1))
        return std::unexpected(u"--name and --role (agent or supervisor) are needed. Nothing was changed."_s);
    RosterUser user{.id = UserId(id),
                    .name = call.options.value(u"name"_s),
                    .role = role == "supervisor"_L1 ? Role::Supervisor : Role::Agent,
                    .certificateSha256 = {},
                    .trainedOn = {},
                    .trainingExpiresOn = {},
                    .certificateDer = {}};
    // What the draft would refuse anyway is said before a passphrase is asked for.
    if (const auto named = nameHolds(user); !named)
        return named;
    const auto issued = call.options.isSet(u"certificate"_s) ? take(*office, call) : issue(*office, id, call);
    if (!issued)
        return std::unexpected(issued.error());
    user.certificateSha256 = issued->certificate.sha256();
    user.certificateDer = issued->certificate.der();
    office->draft.roster.push_back(std::move(user));
    const auto draft = office->draftBytes();
    if (!draft)
        return std::unexpected(draft.error());
    std::vector<AdminOffice::NewFile> files;
    if (!issued->bundle.isEmpty())
        files.push_back({.name = personFile(id), .bytes = issued->bundle});
    files.push_back({.name = u"draft.json"_s, .bytes = *draft});
    if (const auto saved = office->writeTogether(files); !saved)
        return saved;
    call.out << id << u" is on the draft's roster. They can sign in once training is recorded (user train) and the profile is signed.\n"_s;
    if (!call.options.isSet(u"certificate"_s))
        call.out << u"Their credential: "_s << office->file(personFile(id)) << u" – hand it over, and the passphrase by another way.\n"_s;
    return {};
}

AdminResult<> removeUser(AdminCall& call)
{
    auto office = AdminOffice::open(call.folder);
    if (!office)
        return std::unexpected(office.error());
    const QString id = call.words.front();
    const RosterUser* user = find(office->draft, id);
    if (!user)
        return nobody(id);
    const auto certificate = Certificate::fromDer(user->certificateDer);
    std::vector<AdminOffice::NewFile> files;
    if (office->hasAuthority() && certificate) {
        // On the next revocation list (profile sign).
        const QString name = u"revoked/"_s + QString::fromLatin1(certificate->sha256().toHex()) + u".pem"_s;
        files.push_back({.name = name, .bytes = certificate->pem()});
    }
    std::erase_if(office->draft.roster, [&](const RosterUser& one) { return one.id.text() == id; });
    const auto reviewers = std::erase_if(office->draft.reviewers, [&](const Reviewer& one) { return one.id.text() == id; });
    const auto draft = office->draftBytes();
    if (!draft)
        return std::unexpected(draft.error());
    files.push_back({.name = u"draft.json"_s, .bytes = *draft});
    if (const auto saved = office->writeTogether(files); !saved)
        return saved;
    office->remove(personFile(id));
    call.out << id << u" is off the draft's roster"_s << (reviewers > 0 ? u" and no reviewer any more"_s : QString())
             << u". Every workstation changes its keys at the first sign-in with the signed profile.\n"_s;
    return {};
}

AdminResult<> trainUser(AdminCall& call)
{
    auto office = AdminOffice::open(call.folder);
    if (!office)
        return std::unexpected(office.error());
    RosterUser* user = find(office->draft, call.words.front());
    if (!user)
        return nobody(call.words.front());
    QDate day = toDateTime(call.now).toLocalTime().date();
    if (call.options.isSet(u"record"_s)) {
        if (call.options.isSet(u"on"_s))
            return std::unexpected(u"The record says when the course was taken: give --record or --on, not both. Nothing was changed."_s);
        const auto taken = courseDay(*office, *user, call);
        if (!taken)
            return std::unexpected(taken.error());
        day = *taken;
    }
    const auto on = dateOf(call, u"on"_s, day);
    if (!on)
        return std::unexpected(on.error());
    const QDate today = toDateTime(call.now).toLocalTime().date();
    if (*on > today)
        return std::unexpected(u"--on lies in the future: training is recorded once it is completed. Nothing was changed."_s);
    const auto until = dateOf(call, u"until"_s, on->addDays(trainingDays));
    if (!until)
        return std::unexpected(until.error());
    if (*until < *on)
        return std::unexpected(u"--until lies before the day of the training. Nothing was changed."_s);
    user->trainedOn = *on;
    user->trainingExpiresOn = *until;
    if (const auto saved = office->saveDraft(); !saved)
        return saved;
    call.out << call.words.front() << u": trained on "_s << on->toString(Qt::ISODate) << u", until "_s << until->toString(Qt::ISODate)
             << u".\n"_s;
    return {};
}

AdminResult<> listUsers(AdminCall& call)
{
    const auto office = AdminOffice::open(call.folder);
    if (!office)
        return std::unexpected(office.error());
    for (const RosterUser& user : office->draft.roster) {
        const auto certificate = Certificate::fromDer(user.certificateDer);
        call.out << user.id.text() << u'\t' << (user.role == Role::Supervisor ? u"supervisor"_s : u"agent"_s) << u'\t' << user.name << u'\t'
                 << (user.trainingExpiresOn ? u"trained until "_s + user.trainingExpiresOn->toString(Qt::ISODate) : u"not trained"_s)
                 << u'\t'
                 << (certificate ? u"certificate until "_s + toDateTime(certificate->notAfter()).date().toString(Qt::ISODate) : QString())
                 << u'\n';
    }
    return {};
}

AdminResult<> addReviewer(AdminCall& call)
{
    auto office = AdminOffice::open(call.folder);
    if (!office)
        return std::unexpected(office.error());
    const QString id = call.words.front();
    if (!isName(id))
        return std::unexpected(
            u"An id has 1 to 64 letters, digits, dots, underscores or hyphens and begins with a letter or digit. Nothing was changed."_s);
    Reviewer reviewer{.id = UserId(id), .certificateDer = {}};
    if (call.options.isSet(u"certificate"_s)) {
        const auto certificate = readCertificate(call.options.value(u"certificate"_s));
        if (!certificate)
            return std::unexpected(certificate.error());
        reviewer.certificateDer = certificate->der();
    } else if (const RosterUser* user = find(office->draft, id); user && user->role == Role::Supervisor) {
        reviewer.certificateDer = user->certificateDer;
    } else {
        return std::unexpected(
            u"%1 is no supervisor of the roster: add one, or give another reviewer's --certificate. Nothing was changed."_s.arg(id));
    }
    std::erase_if(office->draft.reviewers, [&](const Reviewer& one) { return one.id == reviewer.id; });
    office->draft.reviewers.push_back(std::move(reviewer));
    if (const auto saved = office->saveDraft(); !saved)
        return saved;
    call.out << u"Results are sealed to "_s << id << u" once the profile is signed.\n"_s;
    return {};
}

AdminResult<> removeReviewer(AdminCall& call)
{
    auto office = AdminOffice::open(call.folder);
    if (!office)
        return std::unexpected(office.error());
    if (std::erase_if(office->draft.reviewers, [&](const Reviewer& one) { return one.id.text() == call.words.front(); }) == 0)
        return std::unexpected(u"No reviewer is called %1. Nothing was changed."_s.arg(call.words.front()));
    if (const auto saved = office->saveDraft(); !saved)
        return saved;
    call.out << u"What was sealed to "_s << call.words.front() << u" so far stays readable to them.\n"_s;
    return {};
}

} // namespace casebound
