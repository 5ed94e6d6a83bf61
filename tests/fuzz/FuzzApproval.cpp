// Files of exceptions from other desks, before anyone asked who signed them: what is accepted is written again byte for byte.
#include "Fuzz.h"

#include "ledger/ApprovalStatement.h"

using namespace casebound;
using fuzz::must;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const QByteArrayView bytes = fuzz::viewOf(data, size);
    if (const auto asked = parseApprovalRequest(bytes))
        must(writeApprovalRequest(asked->request, asked->origin) == bytes);
    if (const auto decided = parseApprovalStatement(bytes))
        must(writeApprovalStatement(decided->request, decided->decision, decided->origin) == bytes);
    if (const auto file = parseApprovalFile(bytes)) {
        must(writeApprovalFile(file->first, file->second) == bytes);
        if (const auto inner = parseApprovalStatement(file->first))
            must(writeApprovalStatement(inner->request, inner->decision, inner->origin) == file->first);
    }
    return 0;
}
