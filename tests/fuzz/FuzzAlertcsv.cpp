// A file of plates: what is accepted is within the limits, and written again it reads the same.
#include "Fuzz.h"

#include "domain/AlertCsv.h"

using namespace casebound;
using namespace Qt::StringLiterals;
using fuzz::must;

namespace {

QString quoted(QString text)
{
    return u'"' + text.replace(u'"', u"\"\""_s) + u'"';
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    auto rows = parseAlertCsv(fuzz::viewOf(data, size));
    if (!rows) {
        must(rows.error().line >= 0);
        return 0;
    }
    must(!rows->empty() && rows->size() <= 2'500);
    QString again = u"plate,jurisdiction,reason,expires\n"_s;
    for (const AlertCsvRow& row : *rows) {
        must(row.line > 1 && row.plate.size() <= 4'096 && row.reason.size() <= 4'096);
        again += quoted(row.plate) + u',' + quoted(row.jurisdiction) + u',' + quoted(row.reason) + u',' + quoted(row.expires) + u'\n';
    }
    auto back = parseAlertCsv(again.toUtf8());
    if (!back) {
        must(back.error().problem == AlertCsvProblem::TooLarge); // quotes take room
        return 0;
    }
    must(back->size() == rows->size());
    for (std::size_t n = 0; n < rows->size(); ++n) {
        (*back)[n].line = (*rows)[n].line;
        must((*back)[n] == (*rows)[n]);
    }
    return 0;
}
