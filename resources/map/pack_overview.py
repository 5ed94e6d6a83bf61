#!/usr/bin/env python3
"""pack_overview.py WORLD_TOPOJSON US_TOPOJSON OUT: packs the bundled overview map (models/maps/OverviewFile.h reads it).

WORLD_TOPOJSON is countries-50m.json of the npm package world-atlas, US_TOPOJSON counties-10m.json of us-atlas:
    npm pack world-atlas@2.0.2 us-atlas@3.0.1

Format, little-endian; "varint" is LEB128, "zigzag" a signed one:
    "CBMAP1\\0\\0", varint layers, then each layer:
        four doubles: scale x, scale y, translate x, translate y (degrees of a quantised step, degrees of the origin)
        varint arcs, each: varint points, then zigzag dx, zigzag dy for each point (from the point before; the first from 0, 0)
        varint features, each: byte kind (1 country, 2 state, 3 county), byte flags (1: the country the second layer shows in detail),
            varint name bytes, name (UTF-8), varint polygons, each: varint rings, each: varint arcs, zigzag arc (~n: arc n backwards)
"""
import json
import struct
import sys


def varint(value: int) -> bytes:
    out = bytearray()
    while True:
        low = value & 0x7F
        value >>= 7
        if value:
            out.append(low | 0x80)
        else:
            out.append(low)
            return bytes(out)


def zigzag(value: int) -> bytes:
    return varint(value * 2 if value >= 0 else -value * 2 - 1)


def polygons(geometry: dict) -> list:
    if geometry.get("type") == "Polygon":
        return [geometry["arcs"]]
    return geometry["arcs"] if geometry.get("type") == "MultiPolygon" else []


def layer(topology: dict, objects: list) -> bytes:
    transform = topology["transform"]
    out = bytearray(struct.pack("<4d", *transform["scale"], *transform["translate"]))
    out += varint(len(topology["arcs"]))
    for arc in topology["arcs"]:
        out += varint(len(arc))
        for point in arc:
            out += zigzag(point[0]) + zigzag(point[1])
    features = [(kind, geometry) for name, kind in objects for geometry in topology["objects"][name]["geometries"]]
    out += varint(len(features))
    for kind, geometry in features:
        name = geometry.get("properties", {}).get("name", "").encode()
        flags = 1 if kind == 1 and geometry.get("id") == "840" else 0
        out += bytes([kind, flags]) + varint(len(name)) + name
        parts = polygons(geometry)
        out += varint(len(parts))
        for rings in parts:
            out += varint(len(rings))
            for arcs in rings:
                out += varint(len(arcs)) + b"".join(zigzag(arc) for arc in arcs)
    return bytes(out)


def main() -> int:
    if len(sys.argv) != 4:
        print(__doc__, file=sys.stderr)
        return 2
    with open(sys.argv[1], encoding="utf-8") as world, open(sys.argv[2], encoding="utf-8") as states:
        parts = [layer(json.load(world), [("countries", 1)]), layer(json.load(states), [("states", 2), ("counties", 3)])]
    with open(sys.argv[3], "wb") as out:
        out.write(b"CBMAP1\0\0" + varint(len(parts)) + b"".join(parts))
    return 0


if __name__ == "__main__":
    sys.exit(main())
