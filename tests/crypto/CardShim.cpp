// A card driver that behaves as cards do and SoftHSM does not: it counts wrong PINs, and can be pulled out. The rest is SoftHSM's.
#include <atomic>
#include <cstdlib>
#include <dlfcn.h>

#include <p11-kit/pkcs11.h>

namespace {

constexpr int triesOfACard = 3;

CK_FUNCTION_LIST real, ours;
std::atomic<bool> pulled = false;
std::atomic<int> left = triesOfACard;
std::atomic<unsigned> logins = 0;

CK_RV slotInfo(CK_SLOT_ID slot, CK_SLOT_INFO* info)
{
    const CK_RV answer = real.C_GetSlotInfo(slot, info);
    if (answer == CKR_OK && pulled)
        info->flags &= ~static_cast<CK_FLAGS>(CKF_TOKEN_PRESENT);
    return answer;
}

CK_RV slotList(unsigned char present, CK_SLOT_ID* list, CK_ULONG* count)
{
    if (pulled && present) {
        *count = 0;
        return CKR_OK;
    }
    return real.C_GetSlotList(present, list, count);
}

CK_RV tokenInfo(CK_SLOT_ID slot, CK_TOKEN_INFO* info)
{
    if (pulled)
        return CKR_TOKEN_NOT_PRESENT;
    const CK_RV answer = real.C_GetTokenInfo(slot, info);
    info->flags &= ~static_cast<CK_FLAGS>(CKF_USER_PIN_COUNT_LOW | CKF_USER_PIN_FINAL_TRY | CKF_USER_PIN_LOCKED);
    if (left < triesOfACard)
        info->flags |= CKF_USER_PIN_COUNT_LOW;
    if (left == 1)
        info->flags |= CKF_USER_PIN_FINAL_TRY;
    if (left <= 0)
        info->flags |= CKF_USER_PIN_LOCKED;
    return answer;
}

CK_RV login(CK_SESSION_HANDLE session, CK_USER_TYPE user, unsigned char* pin, CK_ULONG size)
{
    if (pulled)
        return CKR_DEVICE_REMOVED;
    if (user == CKU_USER && left <= 0)
        return CKR_PIN_LOCKED;
    const CK_RV answer = real.C_Login(session, user, pin, size);
    if (user == CKU_USER && answer == CKR_PIN_INCORRECT)
        --left;
    if (user == CKU_USER && answer == CKR_OK) {
        left = triesOfACard;
        ++logins;
    }
    return answer;
}

CK_RV openSession(CK_SLOT_ID slot, CK_FLAGS flags, void* application, CK_NOTIFY notify, CK_SESSION_HANDLE* session)
{
    return pulled ? CK_RV(CKR_TOKEN_NOT_PRESENT) : real.C_OpenSession(slot, flags, application, notify, session);
}

CK_RV sessionInfo(CK_SESSION_HANDLE session, CK_SESSION_INFO* info)
{
    return pulled ? CK_RV(CKR_DEVICE_REMOVED) : real.C_GetSessionInfo(session, info);
}

CK_RV signInit(CK_SESSION_HANDLE session, CK_MECHANISM* mechanism, CK_OBJECT_HANDLE key)
{
    return pulled ? CK_RV(CKR_DEVICE_REMOVED) : real.C_SignInit(session, mechanism, key);
}

CK_RV derive(CK_SESSION_HANDLE session, CK_MECHANISM* mechanism, CK_OBJECT_HANDLE base, CK_ATTRIBUTE* wanted, CK_ULONG count,
             CK_OBJECT_HANDLE* key)
{
    return pulled ? CK_RV(CKR_DEVICE_REMOVED) : real.C_DeriveKey(session, mechanism, base, wanted, count, key);
}

} // namespace

extern "C" {

__attribute__((visibility("default"))) CK_RV C_GetFunctionList(CK_FUNCTION_LIST** list)
{
    if (!ours.C_GetFunctionList) {
        void* library = dlopen(std::getenv("CASEBOUND_TEST_CARD_DRIVER"), RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
        const auto get = library ? reinterpret_cast<CK_C_GetFunctionList>(dlsym(library, "C_GetFunctionList")) : nullptr;
        CK_FUNCTION_LIST* given = nullptr;
        if (!get || get(&given) != CKR_OK)
            return CKR_GENERAL_ERROR;
        real = ours = *given;
        ours.C_GetFunctionList = C_GetFunctionList;
        ours.C_GetSlotInfo = slotInfo;
        ours.C_GetSlotList = slotList;
        ours.C_GetTokenInfo = tokenInfo;
        ours.C_Login = login;
        ours.C_OpenSession = openSession;
        ours.C_GetSessionInfo = sessionInfo;
        ours.C_SignInit = signInit;
        ours.C_DeriveKey = derive;
    }
    *list = &ours;
    return CKR_OK;
}

__attribute__((visibility("default"))) void card_shim_pull(int out)
{
    pulled = out != 0;
}

__attribute__((visibility("default"))) void card_shim_tries(int count)
{
    left = count;
}

/// PINs a card has accepted from this process.
__attribute__((visibility("default"))) unsigned card_shim_logins()
{
    return logins;
}
}
