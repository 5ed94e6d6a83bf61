#include "TestCard.h"

#include "crypto/OpenSsl.h"

#include <openssl/core_names.h>

#include <QDir>
#include <QFile>

#include <array>
#include <dlfcn.h>

#include <p11-kit/pkcs11.h>

namespace casebound::test {

namespace {

void require(CK_RV answer, const char* what)
{
    if (answer != CKR_OK)
        qFatal("test card: %s answers %lx", what, answer);
}

CK_ATTRIBUTE attribute(CK_ATTRIBUTE_TYPE type, auto& value)
{
    return {.type = type, .pValue = &value, .ulValueLen = sizeof value};
}

CK_ATTRIBUTE attribute(CK_ATTRIBUTE_TYPE type, QByteArray& value)
{
    return {.type = type, .pValue = value.data(), .ulValueLen = static_cast<CK_ULONG>(value.size())};
}

} // namespace

TestCardReader::TestCardReader()
{
    QDir(m_folder.path()).mkdir(QStringLiteral("tokens"));
    QFile configuration(m_folder.filePath(QStringLiteral("softhsm2.conf")));
    const QByteArray text = "directories.tokendir = " + m_folder.filePath(QStringLiteral("tokens")).toLocal8Bit() +
                            "\nobjectstore.backend = file\nlog.level = ERROR\nslots.removable = false\n";
    if (!configuration.open(QIODevice::WriteOnly) || configuration.write(text) != text.size())
        qFatal("test card: cannot write");
    configuration.close();
    qputenv("SOFTHSM2_CONF", QFile::encodeName(configuration.fileName()));
    qputenv("CASEBOUND_TEST_CARD_DRIVER", CASEBOUND_TEST_SOFTHSM);
    m_library = ::dlopen(QFile::encodeName(driver()).constData(), RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
    if (!m_library)
        qFatal("test card: %s", ::dlerror());
}

QString TestCardReader::driver() const
{
    return QStringLiteral(CASEBOUND_TEST_CARD_SHIM);
}

void TestCardReader::insert(const QByteArray& label, const std::vector<Content>& contents)
{
    CK_FUNCTION_LIST* call = nullptr;
    require(reinterpret_cast<CK_C_GetFunctionList>(::dlsym(m_library, "C_GetFunctionList"))(&call), "C_GetFunctionList");
    CK_C_INITIALIZE_ARGS threads{};
    threads.flags = CKF_OS_LOCKING_OK;
    if (const CK_RV started = call->C_Initialize(&threads); started != CKR_CRYPTOKI_ALREADY_INITIALIZED)
        require(started, "C_Initialize");
    std::array<CK_SLOT_ID, 64> slots{};
    CK_ULONG count = slots.size();
    require(call->C_GetSlotList(CK_TRUE, slots.data(), &count), "C_GetSlotList");
    CK_SLOT_ID free = 0;
    for (CK_ULONG i = 0; i < count; ++i) {
        CK_TOKEN_INFO info{};
        require(call->C_GetTokenInfo(slots.at(i), &info), "C_GetTokenInfo");
        if (!(info.flags & CKF_TOKEN_INITIALIZED))
            free = slots.at(i);
    }
    QByteArray padded = label.leftJustified(32, ' '), officer = "12345678", pin = cardPin;
    const auto bytes = [](QByteArray& text) { return reinterpret_cast<unsigned char*>(text.data()); };
    const auto size = [](const QByteArray& text) { return static_cast<CK_ULONG>(text.size()); };
    require(call->C_InitToken(free, bytes(officer), size(officer), bytes(padded)), "C_InitToken");
    CK_SESSION_HANDLE session = 0;
    require(call->C_OpenSession(free, CKF_SERIAL_SESSION | CKF_RW_SESSION, nullptr, nullptr, &session), "C_OpenSession");
    require(call->C_Login(session, CKU_SO, bytes(officer), size(officer)), "C_Login");
    require(call->C_InitPIN(session, bytes(pin), size(pin)), "C_InitPIN");
    require(call->C_Logout(session), "C_Logout");
    require(call->C_Login(session, CKU_USER, bytes(pin), size(pin)), "C_Login");

    CK_BBOOL yes = CK_TRUE, no = CK_FALSE;
    CK_OBJECT_CLASS privateKey = CKO_PRIVATE_KEY, publicKey = CKO_PUBLIC_KEY, certificate = CKO_CERTIFICATE;
    CK_KEY_TYPE ec = CKK_EC;
    CK_CERTIFICATE_TYPE x509 = CKC_X_509;
    QByteArray p256 = QByteArray::fromHex("06082a8648ce3d030107");
    for (const Content& one : contents) {
        QByteArray id = one.id, name = "key";
        BIGNUM* number = nullptr;
        EVP_PKEY_get_bn_param(one.key.handle(), OSSL_PKEY_PARAM_PRIV_KEY, &number);
        QByteArray secret(32, '\0'), point(67, '\0');
        BN_bn2binpad(number, bytes(secret), 32);
        BN_free(number);
        std::size_t pointSize = 65;
        EVP_PKEY_get_octet_string_param(one.key.handle(), OSSL_PKEY_PARAM_PUB_KEY, bytes(point) + 2, 65, &pointSize);
        point[0] = 4; // an OCTET STRING of 65 bytes
        point[1] = 65;
        CK_BBOOL derive = one.mayDerive ? CK_TRUE : CK_FALSE;
        CK_OBJECT_HANDLE made = 0;
        std::array keyParts{attribute(CKA_CLASS, privateKey), attribute(CKA_KEY_TYPE, ec),    attribute(CKA_TOKEN, yes),
                            attribute(CKA_PRIVATE, yes),      attribute(CKA_SENSITIVE, yes),  attribute(CKA_EXTRACTABLE, no),
                            attribute(CKA_SIGN, yes),         attribute(CKA_DERIVE, derive),  attribute(CKA_ID, id),
                            attribute(CKA_LABEL, name),       attribute(CKA_EC_PARAMS, p256), attribute(CKA_VALUE, secret)};
        require(call->C_CreateObject(session, keyParts.data(), keyParts.size(), &made), "C_CreateObject (private key)");
        std::array publicParts{attribute(CKA_CLASS, publicKey), attribute(CKA_KEY_TYPE, ec),    attribute(CKA_TOKEN, yes),
                               attribute(CKA_PRIVATE, no),      attribute(CKA_VERIFY, yes),     attribute(CKA_ID, id),
                               attribute(CKA_LABEL, name),      attribute(CKA_EC_PARAMS, p256), attribute(CKA_EC_POINT, point)};
        require(call->C_CreateObject(session, publicParts.data(), publicParts.size(), &made), "C_CreateObject (public key)");
        for (const Certificate& held : one.certificates) {
            QByteArray der = held.der();
            unsigned char* subject = nullptr;
            const int subjectSize = i2d_X509_NAME(X509_get_subject_name(held.handle()), &subject);
            QByteArray subjectDer(reinterpret_cast<const char*>(subject), subjectSize);
            OPENSSL_free(subject);
            std::array certificateParts{attribute(CKA_CLASS, certificate),
                                        attribute(CKA_CERTIFICATE_TYPE, x509),
                                        attribute(CKA_TOKEN, yes),
                                        attribute(CKA_PRIVATE, no),
                                        attribute(CKA_ID, id),
                                        attribute(CKA_LABEL, name),
                                        attribute(CKA_SUBJECT, subjectDer),
                                        attribute(CKA_VALUE, der)};
            require(call->C_CreateObject(session, certificateParts.data(), certificateParts.size(), &made), "C_CreateObject (certificate)");
        }
    }
    call->C_Logout(session);
    call->C_CloseSession(session);
}

void TestCardReader::pull(bool out)
{
    reinterpret_cast<void (*)(int)>(::dlsym(m_library, "card_shim_pull"))(out ? 1 : 0);
}

void TestCardReader::setTries(int count)
{
    reinterpret_cast<void (*)(int)>(::dlsym(m_library, "card_shim_tries"))(count);
}

unsigned TestCardReader::acceptedPins() const
{
    return reinterpret_cast<unsigned (*)()>(::dlsym(m_library, "card_shim_logins"))();
}

} // namespace casebound::test
