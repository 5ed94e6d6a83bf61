#include "crypto/CardModule.h"

#include <QDir>
#include <QFile>

#include <array>
#include <dlfcn.h>
#include <map>
#include <mutex>

#include <p11-kit/pkcs11.h>

namespace casebound {

using namespace Qt::StringLiterals;

struct CardModule::Driver {
    void* library = nullptr;
    CK_FUNCTION_LIST* call = nullptr;
    std::mutex guard;                 ///< Of the counts alone: the module was started with its own locks.
    std::map<CK_SLOT_ID, int> logins; ///< Being logged in is the process's, not a session's: the last one out logs out.
    std::map<CK_SLOT_ID, unsigned> turns;
};

namespace {

constexpr CK_ULONG mostSlots = 256;
constexpr int mostCertificates = 64;
constexpr CK_ULONG largestCertificate = 65536;

bool isGone(CK_RV answer)
{
    switch (answer) {
    case CKR_DEVICE_REMOVED:
    case CKR_TOKEN_NOT_PRESENT:
    case CKR_SESSION_HANDLE_INVALID:
    case CKR_SESSION_CLOSED:
    case CKR_SLOT_ID_INVALID: return true;
    default: return false;
    }
}

QByteArray unpadded(const unsigned char* text, std::size_t size)
{
    return QByteArray(reinterpret_cast<const char*>(text), static_cast<qsizetype>(size)).trimmed();
}

/// A session that only reads what needs no PIN.
class PublicSession {
public:
    PublicSession(CK_FUNCTION_LIST* call, CK_SLOT_ID slot) : m_call(call)
    {
        m_open = call->C_OpenSession(slot, CKF_SERIAL_SESSION, nullptr, nullptr, &m_handle) == CKR_OK;
    }
    ~PublicSession()
    {
        if (m_open)
            m_call->C_CloseSession(m_handle);
    }
    PublicSession(const PublicSession&) = delete;
    PublicSession& operator=(const PublicSession&) = delete;
    [[nodiscard]] bool isOpen() const { return m_open; }
    [[nodiscard]] CK_SESSION_HANDLE handle() const { return m_handle; }

private:
    CK_FUNCTION_LIST* m_call;
    CK_SESSION_HANDLE m_handle = 0;
    bool m_open = false;
};

QByteArray attribute(CK_FUNCTION_LIST* call, CK_SESSION_HANDLE session, CK_OBJECT_HANDLE object, CK_ATTRIBUTE_TYPE type)
{
    CK_ATTRIBUTE asked{.type = type, .pValue = nullptr, .ulValueLen = 0};
    if (call->C_GetAttributeValue(session, object, &asked, 1) != CKR_OK || asked.ulValueLen == 0 || asked.ulValueLen > largestCertificate)
        return {};
    QByteArray value(static_cast<qsizetype>(asked.ulValueLen), '\0');
    asked.pValue = value.data();
    if (call->C_GetAttributeValue(session, object, &asked, 1) != CKR_OK || asked.ulValueLen > static_cast<CK_ULONG>(value.size()))
        return {};
    value.truncate(static_cast<qsizetype>(asked.ulValueLen));
    return value;
}

std::vector<CK_OBJECT_HANDLE> certificateObjects(CK_FUNCTION_LIST* call, CK_SESSION_HANDLE session)
{
    CK_OBJECT_CLASS kind = CKO_CERTIFICATE;
    CK_CERTIFICATE_TYPE x509 = CKC_X_509;
    std::array<CK_ATTRIBUTE, 2> wanted{CK_ATTRIBUTE{.type = CKA_CLASS, .pValue = &kind, .ulValueLen = sizeof kind},
                                       CK_ATTRIBUTE{.type = CKA_CERTIFICATE_TYPE, .pValue = &x509, .ulValueLen = sizeof x509}};
    std::vector<CK_OBJECT_HANDLE> found(mostCertificates);
    CK_ULONG count = 0;
    if (call->C_FindObjectsInit(session, wanted.data(), wanted.size()) != CKR_OK ||
        call->C_FindObjects(session, found.data(), found.size(), &count) != CKR_OK)
        count = 0;
    call->C_FindObjectsFinal(session);
    found.resize(std::min<std::size_t>(count, found.size()));
    return found;
}

/// RFC 7512 wants every octet that is not unreserved as %xx; all of them are, so none can be wrong.
QString escaped(const QByteArray& bytes)
{
    return QString::fromLatin1(bytes.toPercentEncoding({}, {}, '%'));
}

} // namespace

QString CardCertificate::uri() const
{
    QString octets;
    for (const char one : id)
        octets += u'%' + QString::number(static_cast<unsigned char>(one), 16).rightJustified(2, u'0');
    return u"pkcs11:serial="_s + escaped(tokenSerial) + u";id="_s + octets;
}

CardModule::CardModule(QString path, std::unique_ptr<Driver> driver) : m_path(std::move(path)), m_driver(std::move(driver)) {}
CardModule::~CardModule() = default;

std::expected<std::shared_ptr<CardModule>, CredentialFault> CardModule::load(const QString& path)
{
    const std::unexpected none(CredentialFault::NoDriver);
    if (!QDir::isAbsolutePath(path))
        return none;
    auto driver = std::make_unique<Driver>();
    driver->library = ::dlopen(QFile::encodeName(path).constData(), RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
    if (!driver->library)
        return none;
    const auto list = reinterpret_cast<CK_C_GetFunctionList>(::dlsym(driver->library, "C_GetFunctionList"));
    if (!list || list(&driver->call) != CKR_OK || !driver->call)
        return none;
    CK_C_INITIALIZE_ARGS threads{};
    threads.flags = CKF_OS_LOCKING_OK;
    const CK_RV started = driver->call->C_Initialize(&threads);
    if (started != CKR_OK && started != CKR_CRYPTOKI_ALREADY_INITIALIZED)
        return none;
    return std::shared_ptr<CardModule>(new CardModule(path, std::move(driver)));
}

std::expected<std::vector<CardCertificate>, CredentialFault> CardModule::certificates() const
{
    CK_FUNCTION_LIST* call = m_driver->call;
    CK_ULONG count = 0;
    call->C_GetSlotList(CK_TRUE, nullptr, &count); // a list of cards present is made anew by this form of the call
    std::vector<CK_SLOT_ID> slots(mostSlots);
    count = slots.size();
    if (call->C_GetSlotList(CK_TRUE, slots.data(), &count) != CKR_OK)
        return std::unexpected(CredentialFault::NoCard);
    slots.resize(std::min<std::size_t>(count, slots.size()));
    std::vector<CardCertificate> list;
    bool anyCard = false;
    for (const CK_SLOT_ID slot : slots) {
        CK_TOKEN_INFO token{};
        if (call->C_GetTokenInfo(slot, &token) != CKR_OK || !(token.flags & CKF_TOKEN_INITIALIZED))
            continue;
        anyCard = true;
        const PublicSession session(call, slot);
        if (!session.isOpen())
            continue;
        for (const CK_OBJECT_HANDLE object : certificateObjects(call, session.handle())) {
            auto certificate = Certificate::fromDer(attribute(call, session.handle(), object, CKA_VALUE));
            QByteArray id = attribute(call, session.handle(), object, CKA_ID);
            if (!certificate || id.isEmpty() || id.size() > 256)
                continue; // nothing could name its key
            list.push_back({.slot = slot,
                            .token = QString::fromUtf8(unpadded(token.label, sizeof token.label)),
                            .tokenSerial = unpadded(token.serialNumber, sizeof token.serialNumber),
                            .id = std::move(id),
                            .certificate = *std::move(certificate)});
        }
    }
    if (!anyCard)
        return std::unexpected(CredentialFault::NoCard);
    return list;
}

CredentialFault CardModule::pinFault(unsigned long slot) const
{
    CK_TOKEN_INFO token{};
    if (m_driver->call->C_GetTokenInfo(slot, &token) != CKR_OK)
        return CredentialFault::Removed;
    if (token.flags & CKF_USER_PIN_LOCKED)
        return CredentialFault::Locked;
    if (token.flags & CKF_USER_PIN_FINAL_TRY)
        return CredentialFault::WrongPinLastTry;
    if (token.flags & CKF_USER_PIN_COUNT_LOW)
        return CredentialFault::WrongPinFewLeft;
    return CredentialFault::WrongPin;
}

std::expected<std::unique_ptr<CardLogin>, CredentialFault> CardModule::login(unsigned long slot, const SecureBytes& pin)
{
    CK_FUNCTION_LIST* call = m_driver->call;
    CK_SESSION_HANDLE session = 0;
    if (pin.isEmpty())
        return std::unexpected(CredentialFault::WrongPin); // a reader may take it for a question, a card for a try
    if (const CK_RV opened = call->C_OpenSession(slot, CKF_SERIAL_SESSION, nullptr, nullptr, &session); opened != CKR_OK)
        return std::unexpected(isGone(opened) ? CredentialFault::Removed : CredentialFault::Unusable);
    {
        const std::scoped_lock lock(m_driver->guard);
        ++m_driver->logins[slot];
    }
    std::unique_ptr<CardLogin> login(new CardLogin(shared_from_this(), slot, session));
    // The call takes a pointer it may write through; ours is a copy in the secure heap.
    SecureBytes digits = pin.clone();
    CK_RV answer = call->C_Login(session, CKU_USER, digits.data(), digits.size());
    if (answer == CKR_USER_ALREADY_LOGGED_IN) {
        // That says nothing of this PIN, and a PIN asked for again is meant to be checked.
        call->C_Logout(session);
        {
            const std::scoped_lock lock(m_driver->guard);
            ++m_driver->turns[slot];
        }
        answer = call->C_Login(session, CKU_USER, digits.data(), digits.size());
    }
    switch (answer) {
    case CKR_OK: return login;
    case CKR_PIN_INCORRECT:
    case CKR_PIN_INVALID:
    case CKR_PIN_LEN_RANGE:
    case CKR_ARGUMENTS_BAD: return std::unexpected(pinFault(slot));
    case CKR_PIN_LOCKED: return std::unexpected(CredentialFault::Locked);
    default: return std::unexpected(isGone(answer) ? CredentialFault::Removed : CredentialFault::Unusable);
    }
}

CardLogin::~CardLogin()
{
    CardModule::Driver& driver = *m_module->m_driver;
    const std::scoped_lock lock(driver.guard);
    if (--driver.logins[m_slot] == 0)
        driver.call->C_Logout(m_session); // refused where no PIN was accepted; the session then ends all the same
    driver.call->C_CloseSession(m_session);
}

unsigned CardLogin::turn() const
{
    CardModule::Driver& driver = *m_module->m_driver;
    const std::scoped_lock lock(driver.guard);
    return driver.turns[m_slot];
}

bool CardLogin::isPresent() const
{
    CK_FUNCTION_LIST* call = m_module->m_driver->call;
    CK_SLOT_INFO slot{};
    CK_SESSION_INFO session{};
    return call->C_GetSlotInfo(m_slot, &slot) == CKR_OK && (slot.flags & CKF_TOKEN_PRESENT) != 0 &&
           call->C_GetSessionInfo(m_session, &session) == CKR_OK && session.state != CKS_RO_PUBLIC_SESSION;
}

} // namespace casebound
