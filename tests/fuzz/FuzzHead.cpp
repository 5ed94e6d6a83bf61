// The sidecar: the log that writes it and the check that reads it see the same in the same file, and a slot written on top of it is
// the one read next. The first byte says which slots get the digest that belongs to them, which no alteration would find.
#include "Fuzz.h"

#include "store/HeadFile.h"
#include "verify/Sidecar.h"

#include <QFile>

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

using namespace casebound;
using fuzz::must;

namespace {

constexpr qsizetype slotSize = 4096, fileSize = 2 * slotSize;

/// A file of this process alone, in memory where the system has such a folder.
const QString& path()
{
    static const QString name = [] {
        const char* folder = ::access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp";
        QByteArray pattern = QByteArray(folder) + "/casebound-fuzz-head-XXXXXX";
        const int handle = ::mkstemp(pattern.data());
        must(handle >= 0 && ::close(handle) == 0);
        return QString::fromLatin1(pattern);
    }();
    static const struct Remover {
        QByteArray name;
        ~Remover() { ::unlink(name.constData()); }
    } remover{name.toLatin1()};
    return name;
}

void writeFile(QByteArrayView bytes)
{
    QFile file(path());
    must(file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(bytes.data(), bytes.size()) == bytes.size());
}

QByteArray readFile()
{
    QFile file(path());
    must(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

void repair(QByteArray& file, qsizetype slot)
{
    const qsizetype at = slot * slotSize, digestAt = at + slotSize - 32;
    file.replace(digestAt, 32, toBytes(sha256(QByteArrayView(file).sliced(at, slotSize - 32))));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size == 0)
        return 0;
    QByteArray file = fuzz::viewOf(data + 1, size - 1).toByteArray();
    static_cast<void>(Sidecar::read(file)); // of any size
    file.resize(fileSize, '\0');
    if (data[0] & 1)
        repair(file, 0);
    if (data[0] & 2)
        repair(file, 1);
    writeFile(file);
    const auto seen = Sidecar::read(file);
    auto head = HeadFile::open(path());
    must(head.has_value() == seen.has_value());
    if (!head)
        return 0;
    const HeadFile::Content before = (*head)->content();
    must(before.note == seen->note && before.keyCheck == seen->keyCheck && before.oneSlotLost == seen->oneSlotLost);

    if (before.counter == ~std::uint64_t{0} || !(data[0] & 4))
        return 0;
    const QByteArray note = "a new head " + QByteArray::number(static_cast<qulonglong>(before.counter));
    must((*head)->write(note).has_value());
    must((*head)->content().note == note && (*head)->content().counter == before.counter + 1);
    const auto next = Sidecar::read(readFile());
    must(next && next->note == note && next->keyCheck == before.keyCheck);
    return 0;
}
