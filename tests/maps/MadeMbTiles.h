// A small MBTiles file, as an office's map maker would write it.
#pragma once

#include "maps/TileKey.h"

#include <QByteArray>
#include <QFile>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>

#include <utility>
#include <vector>

namespace casebound {

struct MadeMbTiles {
    /// Takes the place of what was there; returns `path`. Rows are given from the north, and written as the format counts them.
    [[nodiscard]] static QString make(const QString& path, const std::vector<std::pair<TileKey, QByteArray>>& tiles)
    {
        QFile::remove(path);
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("made"));
            database.setDatabaseName(path);
            if (!database.open())
                return {};
            QSqlQuery query(database);
            query.exec(QStringLiteral("CREATE TABLE metadata (name text, value text)"));
            query.exec(QStringLiteral("CREATE TABLE tiles (zoom_level integer, tile_column integer, tile_row integer, tile_data blob)"));
            query.exec(QStringLiteral("INSERT INTO metadata VALUES ('name', 'Made-up county'), ('format', 'png'), ('maxzoom', '3'), "
                                      "('attribution', '<b>Survey</b> &copy; office')"));
            for (const auto& [key, bytes] : tiles) {
                query.prepare(QStringLiteral("INSERT INTO tiles VALUES (?, ?, ?, ?)"));
                query.addBindValue(key.zoom);
                query.addBindValue(key.x);
                query.addBindValue((1 << key.zoom) - 1 - key.y);
                query.addBindValue(bytes);
                query.exec();
            }
        }
        QSqlDatabase::removeDatabase(QStringLiteral("made"));
        return path;
    }
};

} // namespace casebound
