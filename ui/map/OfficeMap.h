// The office's own base map: pictures out of its file or from its tile server. Foreign bytes, opened where a vendor's pictures are.
#pragma once

#include "ports/TileServer.h"
#include "service/PictureDecoder.h"
#include "ui/map/MapTrouble.h"
#include "ui/map/TileSource.h"

#include <QObject>
#include <QThreadPool>

#include <expected>
#include <functional>
#include <optional>

namespace casebound {

/// Bytes come from a subclass; here they become pictures, with the overlays painted over them. A tile without a picture says so itself.
/// Keeps nothing, on disk or in memory.
class OfficeMap : public QObject, public TileSource {
    Q_OBJECT

public:
    using Bytes = std::expected<QByteArray, MapTrouble>;
    ~OfficeMap() override;
    [[nodiscard]] QFuture<QImage> tile(TileRequest request) final;

Q_SIGNALS:
    void opened(); ///< words() and deepest() say what they will go on saying.
    void failed(casebound::MapTrouble trouble);
    void worked(); ///< A tile came.

protected:
    /// The decoder outlives it.
    explicit OfficeMap(PictureDecoder& decoder);
    /// Finishes on any thread.
    [[nodiscard]] virtual QFuture<Bytes> bytes(const TileKey& key) = 0;

private:
    struct Decoded {
        QImage image;
        std::optional<MapTrouble> trouble;
    };
    [[nodiscard]] QFuture<Decoded> decode(const Bytes& bytes);

    PictureDecoder& m_decoder;
    QThreadPool m_painting;
};

/// Read on a thread of its own; nothing of it is shown before its SHA-256 was found to be the signed one.
class OfficeMapFile final : public OfficeMap {
    Q_OBJECT

public:
    OfficeMapFile(const QString& file, const QByteArray& sha256, BaseMapWords words, PictureDecoder& decoder);
    ~OfficeMapFile() override;
    [[nodiscard]] BaseMapWords words() const override { return m_words; }
    [[nodiscard]] int deepest() const override { return m_deepest; }

protected:
    [[nodiscard]] QFuture<Bytes> bytes(const TileKey& key) override;

private:
    /// The thread's own.
    struct Reader {
        std::unique_ptr<MbTiles> map;
        MapTrouble trouble = MapTrouble::FileMissing;
    };
    BaseMapWords m_words;
    int m_deepest = 16; ///< Until it is open.
    std::shared_ptr<Reader> m_reader;
    QThreadPool m_reading;
};

class OfficeMapServer final : public OfficeMap {
    Q_OBJECT

public:
    OfficeMapServer(std::shared_ptr<TileServer> server, BaseMapWords words, int deepest, PictureDecoder& decoder);
    [[nodiscard]] BaseMapWords words() const override { return m_words; }
    [[nodiscard]] int deepest() const override { return m_deepest; }

protected:
    [[nodiscard]] QFuture<Bytes> bytes(const TileKey& key) override;

private:
    const std::shared_ptr<TileServer> m_server;
    const BaseMapWords m_words;
    const int m_deepest;
};

} // namespace casebound
