// expect: AuthorizedQuery.*private
#include "domain/Query.h"

#include <bit>

using namespace casebound;

AuthorizedQuery mint(QueryTerms terms)
{
    return AuthorizedQuery(std::move(terms));
}
