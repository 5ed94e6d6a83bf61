#include "BagFiles.h"

#include "crypto/CmsStream.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <deque>
#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>
#include <zip.h>

namespace casebound {

namespace {

class FolderBag final : public BagFiles {
public:
    explicit FolderBag(LogFolder folder) : m_folder(std::move(folder)) {}
    [[nodiscard]] std::expected<void, BagOpening> walk(const QByteArray& path, int depth)
    {
        QByteArrayList folders;
        bool tooMany = false;
        const auto listed = m_folder.list(path, [&](const LogFolder::Item& item) {
            const QByteArray name = path.isEmpty() ? item.name : path + '/' + item.name;
            if (item.kind == LogFolder::Kind::Folder && depth < 8)
                folders += name;
            else
                (item.kind == LogFolder::Kind::File ? m_names : m_strange).push_back(m_held.emplace_back(name));
            tooMany = m_held.size() > mostBagFiles;
            return !tooMany;
        });
        if (!listed)
            return std::unexpected(BagOpening::Unreadable);
        if (tooMany)
            return std::unexpected(BagOpening::TooLarge);
        for (const QByteArray& name : std::as_const(folders)) {
            if (const auto done = walk(name, depth + 1); !done)
                return done;
        }
        return {};
    }
    const Names& names() const override { return m_names; }
    const Names& strange() const override { return m_strange; }
    std::expected<std::int64_t, ReadProblem> stream(QByteArrayView name, const std::function<void(QByteArrayView)>& take) const override
    {
        return m_folder.stream(name.toByteArray(), largestBagFile, take);
    }

private:
    LogFolder m_folder;
    std::deque<QByteArray> m_held;
    Names m_names, m_strange;
};

struct ZipClose {
    void operator()(zip_t* zip) const noexcept { zip_discard(zip); }
};
struct ZipFileClose {
    void operator()(zip_file_t* file) const noexcept { zip_fclose(file); }
};

class ZipBag final : public BagFiles {
public:
    [[nodiscard]] static std::expected<std::unique_ptr<BagFiles>, BagOpening> open(int file)
    {
        int error = 0;
        auto bag = std::make_unique<ZipBag>();
        bag->m_zip.reset(zip_fdopen(file, ZIP_CHECKCONS, &error)); // takes the handle over where it succeeds
        if (!bag->m_zip) {
            ::close(file);
            return std::unexpected(error == ZIP_ER_NOZIP ? BagOpening::NotABag : BagOpening::Damaged);
        }
        const zip_int64_t count = zip_get_num_entries(bag->m_zip.get(), 0);
        if (count > mostBagFiles)
            return std::unexpected(BagOpening::TooLarge);
        for (zip_int64_t i = 0; i < count; ++i) {
            const char* raw = zip_get_name(bag->m_zip.get(), static_cast<zip_uint64_t>(i), ZIP_FL_ENC_RAW);
            const QByteArrayView name(raw ? raw : "");
            if (name.endsWith('/'))
                continue; // a folder
            const qsizetype slash = name.indexOf('/');
            if (!isInsideName(name) || slash <= 0 || (!bag->m_root.isEmpty() && bag->m_root != name.first(slash + 1)))
                return std::unexpected(BagOpening::SeveralRoots);
            bag->m_root = name.first(slash + 1).toByteArray();
            zip_uint8_t system = 0;
            zip_uint32_t attributes = 0;
            zip_file_get_external_attributes(bag->m_zip.get(), static_cast<zip_uint64_t>(i), 0, &system, &attributes);
            const zip_uint32_t kind = attributes >> 16 & 0170000;
            const bool regular = system != ZIP_OPSYS_UNIX || kind == 0 || kind == 0100000;
            const QByteArrayView inside = name.sliced(slash + 1); // libzip keeps it
            (regular ? bag->m_names : bag->m_strange).push_back(inside);
            bag->m_index.emplace_back(inside, static_cast<zip_uint64_t>(i));
        }
        std::ranges::sort(bag->m_index, std::less<>(), &Entry::first);
        return bag;
    }
    const Names& names() const override { return m_names; }
    const Names& strange() const override { return m_strange; }
    std::expected<std::int64_t, ReadProblem> stream(QByteArrayView name, const std::function<void(QByteArrayView)>& take) const override
    {
        const auto at = std::ranges::lower_bound(m_index, name, std::less<>(), &Entry::first);
        if (at == m_index.end() || at->first != name)
            return std::unexpected(ReadProblem::Missing);
        const std::unique_ptr<zip_file_t, ZipFileClose> file(zip_fopen_index(m_zip.get(), at->second, 0));
        if (!file)
            return std::unexpected(ReadProblem::NotRegular); // encrypted, or a method nobody uses
        QByteArray piece(1 << 16, Qt::Uninitialized);
        for (std::int64_t total = 0;;) {
            const zip_int64_t got = zip_fread(file.get(), piece.data(), static_cast<zip_uint64_t>(piece.size()));
            if (got < 0)
                return std::unexpected(ReadProblem::NotRegular); // checksum or compressed data
            if (got == 0)
                return total;
            total += got;
            if (total > largestBagFile)
                return std::unexpected(ReadProblem::TooLarge);
            take(QByteArrayView(piece).first(got));
        }
    }

private:
    using Entry = std::pair<QByteArrayView, zip_uint64_t>;
    std::unique_ptr<zip_t, ZipClose> m_zip;
    QByteArray m_root;
    Names m_names, m_strange;
    std::vector<Entry> m_index;
};

std::expected<int, BagOpening> opened(QFile& file, const PrivateKey& key)
{
    uchar* mapped = file.map(0, file.size());
    if (!mapped)
        return std::unexpected(BagOpening::Unreadable);
    const int plain = ::memfd_create("casebound-bag", MFD_CLOEXEC);
    if (plain < 0)
        return std::unexpected(BagOpening::Unreadable);
    const auto done = openCms(QByteArrayView(mapped, file.size()), key, [plain](QByteArrayView bytes) {
        return ::write(plain, bytes.data(), static_cast<std::size_t>(bytes.size())) == bytes.size();
    });
    if (done)
        return plain;
    ::close(plain);
    switch (done.error()) {
    case CryptoFault::NotForThisKey: return std::unexpected(BagOpening::NotForThisKey);
    case CryptoFault::BadInput: return std::unexpected(BagOpening::NotABag);
    case CryptoFault::WrongPassphrase:
    case CryptoFault::BadSignature:
    case CryptoFault::Untrusted:
    case CryptoFault::Internal: return std::unexpected(BagOpening::Altered);
    }
    return std::unexpected(BagOpening::Altered);
}

} // namespace

bool isInsideName(QByteArrayView name)
{
    if (name.isEmpty() || name.size() > 300 || name.startsWith('/') || name.endsWith('/') || name.contains('\\') || name.contains(':'))
        return false;
    if (std::ranges::any_of(name, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }))
        return false;
    for (qsizetype at = 0; at <= name.size();) {
        const qsizetype slash = name.indexOf('/', at), end = slash < 0 ? name.size() : slash;
        const QByteArrayView part = name.sliced(at, end - at);
        if (part.isEmpty() || part == "." || part == "..")
            return false;
        at = end + 1;
    }
    return true;
}

std::expected<QByteArray, ReadProblem> BagFiles::read(QByteArrayView name, qsizetype limit) const
{
    QByteArray bytes;
    bool large = false;
    const auto done = stream(name, [&](QByteArrayView piece) {
        large = large || bytes.size() + piece.size() > limit;
        if (!large)
            bytes.append(piece.data(), piece.size());
    });
    if (!done)
        return std::unexpected(done.error());
    if (large)
        return std::unexpected(ReadProblem::TooLarge);
    return bytes;
}

std::expected<std::unique_ptr<BagFiles>, BagOpening> BagFiles::open(const QString& path, const std::optional<PrivateKey>& key)
{
    const QFileInfo info(path);
    if (!info.exists())
        return std::unexpected(BagOpening::Missing);
    if (info.isDir()) {
        auto folder = LogFolder::open(path);
        if (!folder)
            return std::unexpected(BagOpening::Unreadable);
        auto bag = std::make_unique<FolderBag>(*std::move(folder));
        if (const auto walked = bag->walk({}, 0); !walked)
            return std::unexpected(walked.error());
        return bag;
    }
    if (!info.isFile())
        return std::unexpected(BagOpening::NotABag);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::unexpected(BagOpening::Unreadable);
    const QByteArray start = file.peek(4);
    if (start.startsWith("PK")) {
        const int handle = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
        return handle < 0 ? std::unexpected(BagOpening::Unreadable) : ZipBag::open(handle);
    }
    if (!start.startsWith('\x30'))
        return std::unexpected(BagOpening::NotABag);
    if (!key)
        return std::unexpected(BagOpening::NeedsKey);
    if (file.size() > 2'000'000'000)
        return std::unexpected(BagOpening::TooLarge);
    const auto plain = opened(file, *key);
    if (!plain)
        return std::unexpected(plain.error());
    ::lseek(*plain, 0, SEEK_SET);
    return ZipBag::open(*plain);
}

} // namespace casebound
