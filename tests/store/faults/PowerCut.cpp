#include "PowerCut.h"

#include <QDir>
#include <QFile>

namespace casebound::test {
namespace {

using Pending = std::vector<const DiskCall*>;

/// A file, by whatever name.
struct Inode {
    QByteArray durable;
    Pending pending;
    bool folder = false;
};

struct NameChange {
    DiskCall::Kind kind;
    QByteArray path, to;
    int inode = -1;
};

QByteArray parentOf(const QByteArray& path)
{
    return path.left(std::max<qsizetype>(0, path.lastIndexOf('/')));
}

void put(QByteArray& bytes, qint64 offset, QByteArrayView what)
{
    if (what.isEmpty())
        return;
    if (bytes.size() < offset + what.size())
        bytes.resize(offset + what.size(), '\0');
    std::ranges::copy(what, bytes.begin() + offset);
}

void apply(QByteArray& bytes, const DiskCall& call)
{
    if (call.kind == DiskCall::Write)
        put(bytes, call.offset, call.bytes);
    else if (call.kind == DiskCall::Truncate)
        bytes.resize(call.offset, '\0');
    else if (call.kind == DiskCall::Allocate && bytes.size() < call.offset)
        bytes.resize(call.offset, '\0');
}

/// Sector by sector; `keep` says which arrived.
template <class Keep>
void applyTorn(QByteArray& bytes, const DiskCall& call, qint64 sector, Keep keep)
{
    const qint64 end = call.offset + call.bytes.size();
    for (qint64 from = call.offset; from < end;) {
        const qint64 to = std::min(end, (from / sector + 1) * sector);
        if (keep())
            put(bytes, from, QByteArrayView(call.bytes).sliced(from - call.offset, to - from));
        from = to;
    }
}

void applyNames(QMap<QByteArray, int>& names, std::vector<NameChange>& changes, std::size_t count)
{
    for (std::size_t i = 0; i < count; ++i) {
        const NameChange& change = changes[i];
        if (change.kind == DiskCall::Remove) {
            names.remove(change.path);
        } else if (change.kind == DiskCall::Rename) {
            names.remove(change.path);
            names.insert(change.to, change.inode);
        } else {
            names.insert(change.path, change.inode);
        }
    }
    changes.erase(changes.begin(), changes.begin() + static_cast<std::ptrdiff_t>(count));
}

bool isDatabase(const QByteArray& path)
{
    return path.endsWith("audit.db") || path.endsWith("audit.db-wal");
}

} // namespace

const char* cutStyleName(CutStyle style)
{
    switch (style) {
    case CutStyle::NothingLeft: return "dropped";
    case CutStyle::AllLeft: return "all arrived";
    case CutStyle::Prefix: return "in order, last torn";
    case CutStyle::Reordered: return "reordered";
    case CutStyle::Torn512: return "torn at 512";
    case CutStyle::Torn4096: return "torn at 4096";
    case CutStyle::LyingDatabase: return "syncs not done";
    }
    return "";
}

WriteRecord::Left WriteRecord::cut(std::size_t at, CutStyle style, QRandomGenerator& random) const
{
    Left left;
    std::vector<Inode> inodes;
    QMap<QByteArray, int> current, durable;
    QMap<QByteArray, std::vector<NameChange>> changes; // by folder
    const std::size_t lyingFrom = style == CutStyle::LyingDatabase ? random.bounded(static_cast<quint32>(at) + 1) : at;
    const auto make = [&](const DiskCall& call, bool folder) {
        inodes.push_back({.durable = {}, .pending = {}, .folder = folder});
        const int inode = static_cast<int>(inodes.size()) - 1;
        current.insert(call.path, inode);
        changes[parentOf(call.path)].push_back({call.kind, call.path, {}, inode});
    };
    for (std::size_t i = 0; i < at; ++i) {
        if (!m_steps[i].call) {
            left.acknowledged = m_steps[i].acknowledged;
            continue;
        }
        const DiskCall& call = *m_steps[i].call;
        switch (call.kind) {
        case DiskCall::Create: make(call, false); break;
        case DiskCall::MakeFolder: make(call, true); break;
        case DiskCall::Write:
        case DiskCall::Truncate:
        case DiskCall::Allocate: inodes[static_cast<std::size_t>(current.value(call.path))].pending.push_back(&call); break;
        case DiskCall::Sync: {
            Inode& inode = inodes[static_cast<std::size_t>(current.value(call.path))];
            if (i >= lyingFrom && isDatabase(call.path))
                break;
            for (const DiskCall* pending : inode.pending)
                apply(inode.durable, *pending);
            inode.pending.clear();
            break;
        }
        case DiskCall::SyncFolder: {
            auto& list = changes[call.path];
            applyNames(durable, list, list.size());
            break;
        }
        case DiskCall::Rename: {
            const int inode = current.take(call.path);
            current.insert(call.to, inode);
            changes[parentOf(call.to)].push_back({call.kind, call.path, call.to, inode});
            break;
        }
        case DiskCall::Remove: changes[parentOf(call.path)].push_back({call.kind, call.path, {}, current.take(call.path)}); break;
        }
    }

    for (auto& list : changes) {
        std::size_t count = random.bounded(static_cast<quint32>(list.size()) + 1);
        if (style == CutStyle::NothingLeft)
            count = 0;
        else if (style == CutStyle::AllLeft)
            count = list.size();
        applyNames(durable, list, count);
    }
    const auto half = [&] { return random.bounded(2) == 1; };
    for (auto name = durable.cbegin(); name != durable.cend(); ++name) {
        const QByteArray parent = parentOf(name.key());
        if (!parent.isEmpty() && !durable.contains(parent))
            continue; // in a folder that is not there
        const Inode& inode = inodes[static_cast<std::size_t>(name.value())];
        if (inode.folder) {
            left.items.insert(name.key(), std::nullopt);
            continue;
        }
        QByteArray bytes = inode.durable;
        const std::size_t arrived = random.bounded(static_cast<quint32>(inode.pending.size()) + 1);
        for (std::size_t i = 0; i < inode.pending.size(); ++i) {
            const DiskCall& call = *inode.pending[i];
            switch (style) {
            case CutStyle::NothingLeft: break;
            case CutStyle::AllLeft: apply(bytes, call); break;
            case CutStyle::Prefix:
                if (i < arrived)
                    apply(bytes, call);
                else if (i == arrived)
                    applyTorn(bytes, call, 512, [&, whole = true]() mutable { return whole = whole && random.bounded(4) != 0; });
                break;
            case CutStyle::Reordered:
                if (half())
                    apply(bytes, call);
                break;
            case CutStyle::Torn512:
            case CutStyle::Torn4096:
            case CutStyle::LyingDatabase:
                if (call.kind == DiskCall::Write)
                    applyTorn(bytes, call, style == CutStyle::Torn512 ? 512 : 4096, half);
                else if (half())
                    apply(bytes, call);
                break;
            }
        }
        left.items.insert(name.key(), bytes);
    }
    return left;
}

void materialise(const WriteRecord::Left& left, const QString& folder)
{
    for (const auto& [path, bytes] : left.items.asKeyValueRange()) { // a folder's name sorts before those in it
        const QString name = folder + u'/' + QString::fromUtf8(path);
        if (!bytes) {
            if (!QDir().mkdir(name, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner))
                qFatal("cannot make %s", qPrintable(name));
            continue;
        }
        QFile file(name);
        if (!file.open(QIODevice::WriteOnly) || file.write(*bytes) != bytes->size())
            qFatal("cannot write %s", qPrintable(name));
    }
}

} // namespace casebound::test
