// A person's certificate, row by row: who signed it, when it holds, and what the revocation list says.
#include "crypto/CertificateCheck.h"
#include "crypto/OpenSsl.h"
#include "crypto/RevocationList.h"

#include <openssl/pem.h>

#include <QTest>

#include <optional>

using namespace casebound;
using namespace Qt::StringLiterals;

namespace {

constexpr Instant at(int days)
{
    return Instant(std::chrono::seconds(1'800'000'000)) + std::chrono::days(days);
}

constexpr Validity held{at(-30), at(30)};

enum class Lists {
    None,
    Fresh,
    Naming,
    Overdue,
    OverdueNaming,
    FromTheFuture,
    OfAnother,
    ForgedName,
    Altered,
    Junk,
    Cut,
    WithoutNext,
    Two
};

} // namespace

class CertificateCheckTest final : public QObject {
    Q_OBJECT
    const CertificateIssuer m_office = CertificateIssuer::createAuthority(u"Made-up Office"_s, {at(-365), at(365)}).value();
    const CertificateIssuer m_stranger = CertificateIssuer::createAuthority(u"Made-up Stranger"_s, {at(-365), at(365)}).value();
    const CertificateIssuer m_ended = CertificateIssuer::createAuthority(u"Made-up Ended"_s, {at(-365), at(-5)}).value();
    /// Calls itself by the office's name.
    const CertificateIssuer m_forger = CertificateIssuer::createAuthority(u"Made-up Office"_s, {at(-365), at(365)}).value();
    const PrivateKey m_key = PrivateKey::generateP256().value();

    Certificate client(const CertificateIssuer& issuer, Validity validity = held) const
    {
        return issuer.issueClient(m_key, u"agent.one"_s, validity).value();
    }
    /// Without an issuer: one that others may stand below, which the office's own small one does not allow.
    static CertificateIssuer authority(const char* name, const CertificateIssuer* issuer, Validity validity)
    {
        const PrivateKey key = PrivateKey::generateP256().value();
        X509* made = X509_new();
        X509_set_version(made, X509_VERSION_3);
        ASN1_INTEGER_set(X509_get_serialNumber(made), issuer ? 4711 : 1);
        const auto seconds = [](Instant when) {
            return static_cast<time_t>(std::chrono::floor<std::chrono::seconds>(when).time_since_epoch().count());
        };
        ASN1_TIME_set(X509_getm_notBefore(made), seconds(validity.notBefore));
        ASN1_TIME_set(X509_getm_notAfter(made), seconds(validity.notAfter));
        X509_set_pubkey(made, key.handle());
        X509_NAME_add_entry_by_txt(X509_get_subject_name(made), "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char*>(name), -1, -1,
                                   0);
        X509* above = issuer ? issuer->authority().handle() : made;
        X509_set_issuer_name(made, X509_get_subject_name(above));
        X509V3_CTX context;
        X509V3_set_ctx(&context, above, made, nullptr, nullptr, 0);
        for (const auto& [kind, value] :
             {std::pair(NID_basic_constraints, "critical,CA:TRUE"), std::pair(NID_key_usage, "critical,keyCertSign,cRLSign"),
              std::pair(NID_subject_key_identifier, "hash"), std::pair(NID_authority_key_identifier, "keyid")}) {
            X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, &context, kind, value);
            X509_add_ext(made, extension, -1);
            X509_EXTENSION_free(extension);
        }
        X509_sign(made, issuer ? issuer->authorityKey().handle() : key.handle(), EVP_sha256());
        return CertificateIssuer::withAuthority(key, Certificate::adopt(made));
    }
    static QByteArray list(const CertificateIssuer& issuer, const std::vector<Certificate>& revoked, Validity validity)
    {
        return issueRevocationList(issuer, revoked, validity, 7).value();
    }
    static QByteArray withoutNext(const QByteArray& pem, const CertificateIssuer& issuer)
    {
        const BioPtr bio(BIO_new_mem_buf(pem.constData(), int(pem.size())));
        const std::unique_ptr<X509_CRL, OpenSslFree<X509_CRL_free>> old(PEM_read_bio_X509_CRL(bio.get(), nullptr, nullptr, nullptr));
        const std::unique_ptr<X509_CRL, OpenSslFree<X509_CRL_free>> made(X509_CRL_new());
        X509_CRL_set_version(made.get(), X509_CRL_VERSION_2);
        X509_CRL_set_issuer_name(made.get(), X509_CRL_get_issuer(old.get()));
        X509_CRL_set1_lastUpdate(made.get(), X509_CRL_get0_lastUpdate(old.get()));
        X509_CRL_sign(made.get(), issuer.authorityKey().handle(), EVP_sha256());
        const BioPtr out(BIO_new(BIO_s_mem()));
        PEM_write_bio_X509_CRL(out.get(), made.get());
        char* data = nullptr;
        const long size = BIO_get_mem_data(out.get(), &data);
        return QByteArray(data, size);
    }
    QByteArray lists(Lists kind, const Certificate& certificate) const
    {
        const Validity fresh{at(-1), at(6)}, overdue{at(-9), at(-2)}, coming{at(1), at(8)};
        switch (kind) {
        case Lists::None: return {};
        case Lists::Fresh: return list(m_office, {}, fresh);
        case Lists::Naming: return list(m_office, {certificate}, fresh);
        case Lists::Overdue: return list(m_office, {}, overdue);
        case Lists::OverdueNaming: return list(m_office, {certificate}, overdue);
        case Lists::FromTheFuture: return list(m_office, {}, coming);
        case Lists::OfAnother: return list(m_stranger, {}, fresh);
        case Lists::ForgedName: return list(m_forger, {}, fresh);
        case Lists::Altered: { // the last byte but a few is one of the signature's
            QByteArray pem = list(m_office, {}, fresh);
            const qsizetype at = pem.lastIndexOf("\n-----END") - 12;
            pem[at] = pem[at] == 'A' ? 'B' : 'A';
            return pem;
        }
        case Lists::Junk: return "no list";
        case Lists::Cut: return list(m_office, {}, fresh).chopped(60);
        case Lists::WithoutNext: return withoutNext(list(m_office, {}, fresh), m_office);
        case Lists::Two: return list(m_stranger, {}, fresh) + list(m_office, {certificate}, fresh);
        }
        return {};
    }
    static std::optional<CertificateProblem> problem(const std::expected<void, CertificateProblem>& checked)
    {
        return checked ? std::nullopt : std::optional(checked.error());
    }

private Q_SLOTS:
    void judgesByTheRevocationList_data()
    {
        QTest::addColumn<Lists>("kind");
        QTest::addColumn<std::optional<CertificateProblem>>("expected");
        using Wanted = std::optional<CertificateProblem>;
        QTest::newRow("the profile has none") << Lists::None << Wanted();
        QTest::newRow("fresh") << Lists::Fresh << Wanted();
        QTest::newRow("names it") << Lists::Naming << Wanted(CertificateProblem::Revoked);
        QTest::newRow("names it, second of two") << Lists::Two << Wanted(CertificateProblem::Revoked);
        QTest::newRow("overdue") << Lists::Overdue << Wanted(CertificateProblem::StaleRevocationList);
        QTest::newRow("overdue, and names it") << Lists::OverdueNaming << Wanted(CertificateProblem::Revoked);
        QTest::newRow("from the future") << Lists::FromTheFuture << Wanted(CertificateProblem::StaleRevocationList);
        QTest::newRow("never overdue") << Lists::WithoutNext << Wanted(CertificateProblem::StaleRevocationList);
        QTest::newRow("of another authority") << Lists::OfAnother << Wanted(CertificateProblem::NoRevocationList);
        QTest::newRow("signed by somebody of the same name") << Lists::ForgedName << Wanted(CertificateProblem::NoRevocationList);
        QTest::newRow("altered") << Lists::Altered << Wanted(CertificateProblem::BadRevocationList);
        QTest::newRow("not a list") << Lists::Junk << Wanted(CertificateProblem::BadRevocationList);
        QTest::newRow("cut off") << Lists::Cut << Wanted(CertificateProblem::BadRevocationList);
    }
    void judgesByTheRevocationList()
    {
        QFETCH(Lists, kind);
        QFETCH(std::optional<CertificateProblem>, expected);
        const Certificate certificate = client(m_office), another = client(m_office);
        const std::vector<Certificate> anchors{m_office.authority()};
        const QByteArray pem = lists(kind, certificate);
        QCOMPARE(problem(checkCertificate(certificate, {}, anchors, pem, at(0))), expected);
        if (expected == CertificateProblem::Revoked && kind != Lists::OverdueNaming) // and nobody else
            QCOMPARE(problem(checkCertificate(another, {}, anchors, pem, at(0))), std::nullopt);
    }

    void judgesByDates_data()
    {
        QTest::addColumn<int>("day");
        QTest::addColumn<std::optional<CertificateProblem>>("expected");
        using Wanted = std::optional<CertificateProblem>;
        QTest::newRow("before") << -31 << Wanted(CertificateProblem::NotYetValid);
        QTest::newRow("first day") << -30 << Wanted();
        QTest::newRow("last day") << 29 << Wanted();
        QTest::newRow("after") << 31 << Wanted(CertificateProblem::Expired);
    }
    void judgesByDates()
    {
        QFETCH(int, day);
        QFETCH(std::optional<CertificateProblem>, expected);
        const std::vector<Certificate> anchors{m_office.authority()};
        QCOMPARE(problem(checkCertificate(client(m_office), {}, anchors, {}, at(day))), expected);
    }

    void trustsTheOfficesAuthoritiesAlone()
    {
        const std::vector<Certificate> office{m_office.authority()}, ended{m_ended.authority()};
        const std::vector<Certificate> several{m_stranger.authority(), m_office.authority()};
        QCOMPARE(problem(checkCertificate(client(m_stranger), {}, office, {}, at(0))), CertificateProblem::Untrusted);
        QCOMPARE(problem(checkCertificate(client(m_forger), {}, office, {}, at(0))), CertificateProblem::Untrusted);
        QCOMPARE(problem(checkCertificate(client(m_office), {}, {}, {}, at(0))), CertificateProblem::Untrusted);
        QCOMPARE(problem(checkCertificate(client(m_ended), {}, ended, {}, at(0))), CertificateProblem::Untrusted);
        QCOMPARE(problem(checkCertificate(client(m_office), {}, several, {}, at(0))), std::nullopt);
        const std::vector<Certificate> sentAlong{m_stranger.authority()};
        QCOMPARE(problem(checkCertificate(client(m_stranger), sentAlong, office, {}, at(0))), CertificateProblem::Untrusted);
    }

    // An authority below the office's own, named by the profile or sent along with the credential.
    void judgesTheAuthoritiesOnTheWay_data()
    {
        QTest::addColumn<bool>("named");
        QTest::addColumn<int>("ends");         ///< The day its certificate does.
        QTest::addColumn<QByteArray>("above"); ///< What the list of the authority above it says.
        QTest::addColumn<std::optional<CertificateProblem>>("expected");
        using Wanted = std::optional<CertificateProblem>;
        for (const bool named : {true, false}) {
            const char* how = named ? "named" : "sent along";
            QTest::addRow("%s, in order", how) << named << 300 << "fresh"_ba << Wanted();
            QTest::addRow("%s, revoked", how) << named << 300 << "names it"_ba << Wanted(CertificateProblem::Revoked);
            QTest::addRow("%s, expired", how) << named << -3 << "fresh"_ba << Wanted(CertificateProblem::Untrusted);
            QTest::addRow("%s, list overdue", how) << named << 300 << "overdue"_ba << Wanted(CertificateProblem::StaleRevocationList);
            QTest::addRow("%s, list forged", how)
                << named << 300 << "forged"_ba << (named ? Wanted() : Wanted(CertificateProblem::NoRevocationList));
        }
        QTest::addRow("named, no list above") << true << 300 << ""_ba << Wanted();
        QTest::addRow("sent along, no list above") << false << 300 << ""_ba << Wanted(CertificateProblem::NoRevocationList);
    }
    void judgesTheAuthoritiesOnTheWay()
    {
        QFETCH(bool, named);
        QFETCH(int, ends);
        QFETCH(QByteArray, above);
        QFETCH(std::optional<CertificateProblem>, expected);
        const CertificateIssuer root = authority("Made-up Root", nullptr, {at(-365), at(365)}),
                                forger = authority("Made-up Root", nullptr, {at(-365), at(365)}),
                                below = authority("Made-up Branch", &root, {at(-300), at(ends)});
        std::vector<Certificate> anchors{root.authority()}, along;
        (named ? anchors : along).push_back(below.authority());
        QByteArray pem = list(below, {}, {at(-1), at(6)});
        if (above == "forged")
            pem += list(forger, {below.authority()}, {at(-1), at(6)});
        else if (!above.isEmpty())
            pem += list(root, above == "names it" ? std::vector{below.authority()} : std::vector<Certificate>(),
                        above == "overdue" ? Validity{at(-9), at(-2)} : Validity{at(-1), at(6)});
        QCOMPARE(problem(checkCertificate(client(below), along, anchors, pem, at(0))), expected);
        if (!above.isEmpty() && above != "forged") // whoever's list it is, the office's own people are judged by it alone
            QCOMPARE(problem(checkCertificate(client(root), {}, anchors, pem, at(0))).has_value(), above == "overdue");
    }

    void refusesCertificatesForSomethingElse()
    {
        const std::vector<Certificate> office{m_office.authority()};
        const Certificate server = m_office.issueServer(m_key, u"vendor"_s, {u"vendor.example"_s}, {}, held).value();
        QCOMPARE(problem(checkCertificate(server, {}, office, {}, at(0))), CertificateProblem::WrongUse);
        QCOMPARE(problem(checkCertificate(m_office.authority(), {}, office, {}, at(0))), CertificateProblem::WrongUse);
    }

    void refusesWeakKeys_data()
    {
        QTest::addColumn<QByteArray>("kind");
        QTest::newRow("RSA 2048") << "rsa2048"_ba;
        QTest::newRow("RSA 3072: no P-256 for envelopes") << "rsa3072"_ba;
        QTest::newRow("P-384") << "P-384"_ba;
    }
    void refusesWeakKeys()
    {
        QFETCH(QByteArray, kind);
        EVP_PKEY* key = kind.startsWith("rsa") ? EVP_RSA_gen(kind.sliced(3).toUInt()) : EVP_EC_gen(kind.constData());
        const Certificate certificate = m_office.issueClient(PrivateKey::adopt(key), u"agent.one"_s, held).value();
        const std::vector<Certificate> office{m_office.authority()};
        QCOMPARE(problem(checkCertificate(certificate, {}, office, {}, at(0))), CertificateProblem::WeakKey);
    }

    void listsOfASmallAuthorityMakeSense()
    {
        QCOMPARE(issueRevocationList(m_office, {}, {at(1), at(0)}, 1).error(), CryptoFault::BadInput);
        const QByteArray pem = list(m_office, {client(m_office), client(m_office)}, {at(-1), at(6)});
        QVERIFY(pem.startsWith("-----BEGIN X509 CRL-----"));
    }
};

QTEST_GUILESS_MAIN(CertificateCheckTest)
#include "CertificateCheckTest.moc"
