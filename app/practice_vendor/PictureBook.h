// The drawn pictures of the town: a few for each vehicle, drawn on worker threads when first asked for, kept in a bounded cache.
#pragma once

#include "practice_vendor/Town.h"

#include <QByteArray>
#include <QCache>
#include <QHash>
#include <QObject>
#include <QThreadPool>

#include <functional>
#include <vector>

namespace casebound::practice {

enum class PictureKind : std::uint8_t { Plate, Vehicle };

/// Reads of a vehicle share a few pictures: the sha256 of each must be known when it is listed, and 5,000 drawings would take minutes.
struct PictureKey {
    int vehicle = 0;
    PictureKind kind = PictureKind::Plate;
    int variant = 0;
    friend bool operator==(const PictureKey&, const PictureKey&) = default;
};
[[nodiscard]] inline size_t qHash(const PictureKey& key, size_t seed = 0) noexcept
{
    return ::qHashMulti(seed, key.vehicle, static_cast<int>(key.kind), key.variant);
}

struct Picture {
    QByteArray bytes;
    QByteArray sha256; ///< 64 hexadecimal digits.
    QByteArray mediaType;
};

using Pictures = QHash<PictureKey, Picture>;

class PictureBook : public QObject {
    Q_OBJECT

public:
    explicit PictureBook(const Town& town, QObject* parent = nullptr);
    ~PictureBook() override;

    [[nodiscard]] static PictureKey keyOf(const Read& read, PictureKind kind);
    /// Draws what is not kept yet and calls back on this thread (at once where nothing is to be drawn).
    void prepare(const std::vector<PictureKey>& keys, std::function<void(Pictures)> ready);
    /// Draws on the calling thread; the same town and key give the same bytes. For tests and samples.
    [[nodiscard]] static Picture draw(const Town& town, PictureKey key);

private:
    const Town& m_town;
    QCache<PictureKey, Picture> m_kept;
    QThreadPool m_pool;
};

} // namespace casebound::practice
