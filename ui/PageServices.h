// What a page of the work area needs of a session. References, so that a test can make them without a sign-in.
#pragma once

#include "service/Session.h"

namespace casebound {

class BaseMapChoice;
class DraftService;

/// Lives shorter than the session it points into.
struct PageServices {
    QueryService& queries;
    CaseService& cases;
    VerificationService& verification;
    const OfficeProfile& profile;
    const Clock& clock;
    UserId user;
    CopyService* copies = nullptr;  ///< Null: nothing can be copied.
    DraftService* drafts = nullptr; ///< Null: what is typed is kept nowhere.
    BaseMapChoice* map = nullptr;   ///< The session's one choice of a base map; null: what is drawn here alone.

    [[nodiscard]] static PageServices of(Session& session, BaseMapChoice* map = nullptr)
    {
        return {.queries = session.queries(),
                .cases = session.cases(),
                .verification = session.verification(),
                .profile = session.profile(),
                .clock = session.clock(),
                .user = session.user().id,
                .copies = &session.copies(),
                .drafts = &session.drafts(),
                .map = map};
    }
};

} // namespace casebound
