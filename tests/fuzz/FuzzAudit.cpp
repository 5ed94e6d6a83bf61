// The vendor's record of queries and its users: what is accepted keeps its promises.
#include "Fuzz.h"

#include "net/AuditJson.h"

#include <QSet>

using namespace casebound;
using fuzz::must;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const Instant from{std::chrono::seconds(1'795'132'800)}, to = from + std::chrono::hours(24);
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    if (const auto page = parseAuditPage(bytes, from, to)) {
        must(page->entries.size() <= longestOversightPage);
        must(!page->next || !page->next->empty());
        QSet<QString> ids;
        for (const VendorAuditEntry& entry : page->entries) {
            must(!entry.queryId.isEmpty() && !entry.userId.isEmpty() && !entry.plate.isEmpty() && !entry.caseNumber.isEmpty());
            must(from <= entry.receivedAt && entry.receivedAt <= to && entry.from <= entry.to);
            must(entry.reasonText.size() <= 2 * qsizetype(longestReason)); // UTF-16
            must(!entry.total || *entry.total >= 0);
            must(!ids.contains(entry.queryId));
            ids.insert(entry.queryId);
        }
    }
    if (const auto page = parseUserPage(bytes)) {
        must(page->users.size() <= longestOversightPage);
        QSet<QString> ids;
        for (const VendorUser& user : page->users) {
            must(!user.userId.isEmpty() && !ids.contains(user.userId));
            must(user.name.size() <= 2 * qsizetype(longestName));
            must(!user.trainedOn || user.trainedOn->isValid());
            must(!user.trainingExpiresOn || user.trainingExpiresOn->isValid());
            ids.insert(user.userId);
        }
    }
    return 0;
}
