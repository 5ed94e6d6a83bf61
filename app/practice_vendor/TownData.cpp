#include "practice_vendor/TownData.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>
#include <numbers>

// A resource of a static library is dropped by the linker unless somebody asks for it, and the macro may not stand in a namespace.
static void askForResources()
{
    Q_INIT_RESOURCE(practice);
}

namespace casebound::practice {
namespace {

using namespace Qt::StringLiterals;

QJsonObject load(const QString& name)
{
    QFile file(u":/practice/"_s + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("practice data is missing: %ls", qUtf16Printable(name));
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &error);
    if (!document.isObject())
        qFatal("practice data %ls: %ls", qUtf16Printable(name), qUtf16Printable(error.errorString()));
    return document.object();
}

QPointF point(const QJsonArray& pair)
{
    return {pair.at(0).toDouble(), pair.at(1).toDouble()};
}

void readMap(TownData& data)
{
    const QJsonArray features = load(u"port_meridian.geojson"_s)[u"features"].toArray();
    for (const QJsonValue& value : features) {
        const QJsonObject properties = value[u"properties"].toObject();
        const QJsonArray coordinates = value[u"geometry"][u"coordinates"].toArray();
        const QString layer = properties[u"layer"].toString();
        const QString name = properties[u"name"].toString();
        if (layer == u"street") {
            const QString kind = properties[u"class"].toString();
            Street street{.name = name, .main = kind == u"main" || kind == u"highway", .line = {}};
            for (const QJsonValue& pair : coordinates)
                street.line.push_back(point(pair.toArray()));
            data.streets.push_back(std::move(street));
        } else if (layer == u"place") {
            data.places.push_back({.name = name, .category = properties[u"category"].toString(), .at = point(coordinates)});
        }
    }
}

QStringList texts(const QJsonValue& array)
{
    QStringList out;
    for (const QJsonValue& value : array.toArray())
        out += value.toString();
    return out;
}

void readDesigns(TownData& data)
{
    for (const QJsonValue& d : load(u"plate_designs.json"_s)[u"designs"].toArray()) {
        const auto color = [&](QLatin1StringView name) { return QColor::fromString(d[name].toString()); };
        data.designs.push_back({.key = d[u"key"].toString(),
                                .header = d[u"header"].toString(),
                                .slogan = d[u"slogan"].toString(),
                                .layouts = texts(d[u"layouts"]),
                                .face = d[u"face"].toString(),
                                .headerFace = d[u"headerFace"].toString(),
                                .gap = d[u"gap"].toString(),
                                .art = d[u"art"].toString(),
                                .ink = color("ink"_L1),
                                .top = color("top"_L1),
                                .bottom = color("bottom"_L1),
                                .headerInk = color("headerInk"_L1),
                                .band = d[u"band"].isString() ? color("band"_L1) : QColor(),
                                .weight = d[u"weight"].toInt(1)});
    }
}

} // namespace

TownData TownData::builtIn()
{
    askForResources();
    TownData data;
    readMap(data);
    readDesigns(data);
    const QJsonObject town = load(u"town.json"_s);
    for (const QJsonValue& c : town[u"contributors"].toArray())
        data.contributors.push_back({.name = c[u"name"].toString(), .mobile = c[u"kind"].toString() == u"mobile"});
    for (const QJsonValue& m : town[u"makes"].toArray())
        for (const QJsonValue& model : m[u"models"].toArray())
            data.makes.push_back({.make = m[u"make"].toString(), .model = model[0].toString(), .body = model[1].toString()});
    for (const QJsonValue& c : town[u"colors"].toArray())
        data.colors.push_back(
            {.name = c[u"name"].toString(), .rgb = QColor::fromString(c[u"rgb"].toString()), .weight = c[u"weight"].toInt(1)});
    for (const QJsonValue& u : town[u"users"].toArray())
        data.users.push_back({.id = u[u"user_id"].toString(),
                              .name = u[u"name"].toString(),
                              .active = u[u"active"].toBool(),
                              .trainedOn = u[u"trained_on"].toString(),
                              .trainingExpiresOn = u[u"training_expires_on"].toString()});
    for (const QJsonValue& s : town[u"showcase"].toArray())
        data.showcase.push_back({.plate = s[u"plate"].toString(),
                                 .jurisdiction = s[u"jurisdiction"].toString(),
                                 .reads = s[u"reads"].toInt(),
                                 .what = s[u"what"].toString(),
                                 .course = texts(s[u"course"])});
    if (data.streets.empty() || data.places.empty() || data.designs.empty() || data.makes.empty() || data.colors.empty())
        qFatal("practice data is incomplete");
    return data;
}

double metresBetween(QPointF a, QPointF b)
{
    constexpr double perDegree = 111'320.0;
    const double shrink = std::cos((a.y() + b.y()) / 2 * std::numbers::pi / 180);
    return std::hypot((a.x() - b.x()) * perDegree * shrink, (a.y() - b.y()) * perDegree);
}

} // namespace casebound::practice
