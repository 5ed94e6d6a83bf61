// The made-up facts of Port Meridian, read from resources/practice: streets, places, contributors, makes, plate designs, users.
#pragma once

#include <QColor>
#include <QPointF>
#include <QString>
#include <QStringList>

#include <vector>

namespace casebound::practice {

/// x is longitude, y is latitude, WGS 84 degrees.
struct Street {
    QString name;
    bool main = false;
    std::vector<QPointF> line;
};

struct Place {
    QString name;
    QString category; ///< As in sensitive_places.json.
    QPointF at;
};

struct Contributor {
    QString name;
    bool mobile = false;
};

struct Make {
    QString make;
    QString model;
    QString body; ///< sedan, wagon, hatchback, suv, pickup or van.
};

struct BodyColor {
    QString name;
    QColor rgb;
    int weight = 1;
};

struct PlateDesign {
    QString key; ///< As in plates.json.
    QString header, slogan;
    QStringList layouts; ///< See resources/practice/plate_designs.json.
    QString face, headerFace, gap, art;
    QColor ink, top, bottom, headerInk, band; ///< band invalid: none.
    int weight = 1;
};

struct VendorUser {
    QString id, name;
    bool active = true;
    QString trainedOn, trainingExpiresOn; ///< Full-dates; empty: none.
};

/// A plate that is in every town whatever the seed.
struct Showcase {
    QString plate;
    QString jurisdiction;
    int reads = 0;
    QString what;
    QStringList course; ///< Of each read, newest first: true, misread, no_image, wrong_hash. Empty: drawn by lot.
};

struct TownData {
    std::vector<Street> streets;
    std::vector<Place> places;
    std::vector<Contributor> contributors;
    std::vector<Make> makes;
    std::vector<BodyColor> colors;
    std::vector<PlateDesign> designs;
    std::vector<VendorUser> users;
    std::vector<Showcase> showcase;

    /// The compiled-in files. Aborts where one is malformed (it is part of the program).
    [[nodiscard]] static TownData builtIn();
};

/// Metres, good to a centimetre in a town this small.
[[nodiscard]] double metresBetween(QPointF a, QPointF b);

} // namespace casebound::practice
