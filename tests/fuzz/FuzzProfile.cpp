// The office profile, before anyone asked who signed it: what is accepted is written and read again without a change.
#include "Fuzz.h"

#include "office/ProfileFile.h"

using namespace casebound;
using fuzz::must;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const QByteArrayView bytes = fuzz::viewOf(data, size);
    const auto draft = parseProfile(bytes, ProfileStage::Draft);
    const auto whole = parseProfile(bytes, ProfileStage::Whole);
    must(draft.has_value() || !whole.has_value());
    if (!draft)
        return 0;
    const QByteArray written = writeProfile(*draft);
    const auto again = parseProfile(written, ProfileStage::Draft);
    must(again.has_value() && writeProfile(*again) == written);
    must(again->serial == draft->serial && again->office == draft->office && again->roster.size() == draft->roster.size());
    must(whole.has_value() == parseProfile(written, ProfileStage::Whole).has_value());
    return 0;
}
