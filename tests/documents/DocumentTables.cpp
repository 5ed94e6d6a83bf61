// Tables that stand in a document and are made elsewhere: the audit events, from the code, the roles, and the tampering, from its test's
// table. Without an argument it says whether the documents have them as they are; with --write it puts them there.
#include "domain/RoleTable.h"
#include "ledger/AuditEvent.h"
#include "support/Paths.h"

#include <QFile>

#include <cstdio>
#include <cstring>

using namespace casebound;
using namespace Qt::StringLiterals;

namespace {

QString inSources(const char* path)
{
    return test::sourceFile(QString::fromLatin1(path));
}

QByteArray contentsOf(const char* path)
{
    QFile file(inSources(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

const char* partOf(AuditEvent event)
{
    const auto intent = intentOf(event);
    if (!intent)
        return "";
    switch (intent->kind) {
    case AuditIntent::Query: return intent->outcome ? "outcome of a query" : "intention of a query";
    case AuditIntent::Alert: return intent->outcome ? "outcome of an alert change" : "intention of an alert change";
    case AuditIntent::Export: return intent->outcome ? "outcome of an export" : "intention of an export";
    }
    return "";
}

QByteArray events()
{
    QByteArray table = "| event | what it says | in a pair |\n|---|---|---|\n";
    for (const AuditEventInfo& info : auditEvents())
        table += "| `" + QByteArray(info.name) + "` | " + info.meaning + " | " + partOf(info.event) + " |\n";
    return table;
}

const char* wordOf(Right right)
{
    switch (right) {
    case Right::Denied: return "no";
    case Right::Allowed: return "yes";
    case Right::NotOwn: return "yes, but never one's own";
    }
    return "no";
}

QByteArray roles()
{
    QByteArray table = "| action | what it is | agent | supervisor |\n|---|---|---|---|\n";
    for (const ActionInfo& info : roleTable())
        table += "| `" + QByteArray(info.word) + "` | " + info.meaning + " | " + wordOf(rightOf(Role::Agent, info.action)) + " | " +
                 wordOf(rightOf(Role::Supervisor, info.action)) + " |\n";
    return table;
}

QByteArray tampering()
{
    QByteArray table;
    for (const QByteArray& line : contentsOf("tests/store/faults/TAMPERING.md").split('\n')) {
        if (line.startsWith('|'))
            table += line + '\n';
    }
    return table;
}

struct Place {
    const char* document;
    const char* mark;
    QByteArray table;
};

/// False where the document, or its marks, are missing or differ from the table.
bool holds(const Place& place, bool write)
{
    const QByteArray text = contentsOf(place.document), open = QByteArray("<!-- ") + place.mark + " -->\n",
                     close = QByteArray("<!-- /") + place.mark + " -->";
    const qsizetype from = text.indexOf(open) + open.size(), to = text.indexOf(close);
    if (!text.contains(open) || to < from || place.table.count('\n') < 3) {
        std::fprintf(stderr, "%s: no table %s, or no place for it\n", place.document, place.mark);
        return false;
    }
    // Blank lines around it, so that it is a table inside a folded part as well.
    const QByteArray made = "\n" + place.table + "\n";
    if (text.sliced(from, to - from) == made)
        return true;
    if (!write) {
        std::fprintf(stderr, "%s: its table of %s differs from what it is made of; document_tables --write puts it right\n", place.document,
                     place.mark);
        return false;
    }
    QFile file(inSources(place.document));
    const QByteArray changed = text.first(from) + made + text.sliced(to);
    return file.open(QIODevice::WriteOnly) && file.write(changed) == changed.size();
}

} // namespace

int main(int argc, char* argv[])
{
    const bool write = argc == 2 && std::strcmp(argv[1], "--write") == 0;
    bool good = true;
    for (const Place& place : {Place{"docs/audit-log.md", "events", events()}, Place{"docs/roles.md", "roles", roles()},
                               Place{"README.md", "tampering", tampering()}})
        good = holds(place, write) && good;
    return good ? 0 : 1;
}
