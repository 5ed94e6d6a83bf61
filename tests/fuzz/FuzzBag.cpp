// Lines of an exported case file from somebody else: a manifest's names stay inside the bag, and a record of a table reads back as it was
// written again.
#include "Fuzz.h"

#include "verify/BagCheck.h"
#include "verify/BagFiles.h"

using namespace casebound;
using fuzz::must;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const QByteArrayView line = fuzz::viewOf(data, size);
    if (const auto parsed = parseManifestLine(line)) {
        must(parsed->sha512.size() == 128 && isInsideName(parsed->name));
        must(!parsed->name.startsWith('/') && !parsed->name.toByteArray().split('/').contains(".."));
        const QByteArray written = parsed->sha512.toByteArray() + "  " + parsed->name.toByteArray();
        const auto again = parseManifestLine(written);
        must(again && again->sha512 == parsed->sha512 && again->name == parsed->name);
    }
    if (const auto cells = parseCsvLine(line)) {
        must(!cells->isEmpty());
        QByteArray written;
        for (const QByteArray& cell : *cells) {
            QByteArray quoted = cell;
            written += (written.isEmpty() ? "\"" : ",\"") + quoted.replace('"', "\"\"") + '"';
        }
        must(parseCsvLine(written) == cells);
    }
    return 0;
}
