// expect: could not convert|no viable conversion|cannot convert|no matching
#include "ports/AlertClient.h"

using namespace casebound;

void send(AlertClient& client, const AlertTerms& terms)
{
    static_cast<void>(client.send(terms, {}));
}
