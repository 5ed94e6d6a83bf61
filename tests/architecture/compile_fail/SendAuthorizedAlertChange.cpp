// expect: could not convert|no viable conversion|cannot convert|no matching
#include "ports/AlertClient.h"

using namespace casebound;

void send(AlertClient& client, const AuthorizedAlertChange& change)
{
    static_cast<void>(client.send(change, {}));
}
