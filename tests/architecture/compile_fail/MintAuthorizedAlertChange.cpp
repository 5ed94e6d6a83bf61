// expect: AuthorizedAlertChange.*private
#include "domain/AlertChange.h"

using namespace casebound;

AuthorizedAlertChange mint(AlertTerms terms)
{
    return AuthorizedAlertChange(terms);
}
