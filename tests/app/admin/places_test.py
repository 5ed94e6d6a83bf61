"""casebound-admin places: what is taken in, what is refused, and that what is signed lies beside the profile.

    places_test.py PROGRAM
"""
import hashlib
import json
import os
import sys
import unittest

import desk
from desk import ADMIN

OF = ("--date", "2026-11-01", "--source", "County GIS office, made up")


def feature(coordinates=(-41.5, 30.5), kind="Point", **properties):
    return {"type": "Feature", "properties": {"category": "school", "name": "Harbour School", **properties},
            "geometry": {"type": kind, "coordinates": coordinates}}


def square(half=0.001, x=-41.5, y=30.5):
    return [[x - half, y - half], [x + half, y - half], [x + half, y + half], [x - half, y + half], [x - half, y - half]]


class Places(desk.AdminDesk):
    def setUp(self):
        super().setUp()
        self.office()

    def given(self, *features, **more):
        path = self.folder.parent / "given.geojson"
        path.write_text(json.dumps({"type": "FeatureCollection", "features": list(features), **more}), encoding="utf-8")
        return "../given.geojson"

    def layer(self, name="draft.json"):
        return json.loads((self.folder / name).read_text(encoding="utf-8"))["sensitive_places"]

    def test_a_layer_is_imported_shown_signed_and_removed(self):
        said = self.good("places", "import", self.given(feature(), feature([square()], "Polygon", category="worship", name=None)), *OF)
        self.assertRegex(said, r"2026-11-01, from: County GIS office, made up")
        self.assertRegex(said, r"(?m)^school +1 ")
        self.assertRegex(said, r"(?m)^worship +1 ")
        self.assertIn("incomplete by nature", said)
        layer = self.layer()
        self.assertRegex(layer["file"], r"^places-2026-11-01-[0-9a-f]{8}\.geojson$")
        written = (self.folder / layer["file"]).read_bytes()
        self.assertEqual(hashlib.sha256(written).hexdigest(), layer["sha256"])
        whole = json.loads(written)
        self.assertEqual((whole["date"], whole["source"], whole["simplified_metres"]), ("2026-11-01", "County GIS office, made up", 1))
        self.assertEqual([one["geometry"]["type"] for one in whole["features"]], ["Point", "Polygon"])
        self.assertIn(layer["file"], self.good("places", "show"))
        self.assertEqual(self.sign()["sensitive_places"], layer)
        self.good("profile", "check", "profile.json")

        # Another layer in the draft leaves the profile in force with its own.
        self.good("places", "import", self.given(feature(name="Another")), *OF)
        self.assertNotEqual(self.layer()["file"], layer["file"])
        self.good("profile", "check", "profile.json")
        self.good("places", "remove")
        self.assertNotIn("file", self.layer())
        self.refused("places", "remove", says="names no sensitive places")
        self.assertIn("names no sensitive places", self.good("places", "show"))

    def test_nothing_is_signed_over_a_layer_that_is_not_there(self):
        self.good("places", "import", self.given(feature()), *OF)
        path = self.folder / self.layer()["file"]
        whole = path.read_bytes()
        path.write_bytes(whole.replace(b"30.5", b"30.6"))
        for command in (("places", "show"), ("profile", "check"), ("profile", "check", "draft.json")):
            self.refused(*command, says="is not the one that was signed")
        self.refused("profile", "sign", given=(ADMIN,), says="is not the one that was signed.*Nothing was signed")
        path.unlink()
        self.refused("profile", "sign", given=(ADMIN,), says="is missing.*Nothing was signed")
        path.write_bytes(whole)
        self.sign()

    def test_refusals_name_the_feature_and_change_nothing(self):
        before = (self.folder / "draft.json").read_bytes()
        good = feature()
        for bad, says in [
                (feature(category="casino"), r"feature 2: there is no category “casino”; there are school, hospital"),
                (feature(category=None), "feature 2: it has no category"),
                (feature(name=7), "feature 2: its name"),
                (feature(name="a\u202eb"), "feature 2: its name"),
                (feature([200, 30]), "feature 2: a position lies beyond"),
                (feature(["-41.5", "30.5"]), "feature 2: its coordinates"),
                (feature([[0, 0], [1, 1]], "LineString"), "feature 2: a LineString is no place"),
                (feature([square()[:-1]], "Polygon"), "feature 2: a ring does not end"),
                (feature([square(half=2)], "Polygon"), "feature 2: it is more than 100 km across"),
                ({"type": "Feature", "properties": {"category": "school"}, "geometry": None}, "feature 2: it has no geometry"),
                (3, "feature 2: it is no GeoJSON Feature")]:
            with self.subTest(says=says):
                self.refused("places", "import", self.given(good, bad), *OF, says=says + ".*Nothing was changed")
        self.refused("places", "import", self.given(), *OF, says="holds no places")
        self.refused("places", "import", self.given(good, crs={"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::3857"}}), *OF,
                     says="another coordinate system")
        self.refused("places", "import", "draft.json", *OF, says="no GeoJSON FeatureCollection")
        self.refused("places", "import", "nothing.geojson", *OF, says="cannot be read")
        (self.folder.parent / "large").write_bytes(b" " * ((16 << 20) + 1))
        self.refused("places", "import", "../large", *OF, says="larger than 16 MiB")
        self.assertEqual((self.folder / "draft.json").read_bytes(), before)
        self.assertEqual(list(self.folder.glob("places*")), [])

    def test_date_source_and_tolerance_are_asked_for(self):
        path = self.given(feature())
        for bad in ("", "2026-02-30", "tomorrow", "20261101"):
            self.refused("places", "import", path, f"--date={bad}", *OF[2:], says="--date is needed")
        self.refused("places", "import", path, "--date=2999-01-01", *OF[2:], says="in the future")
        for bad in ("", "  ", "a\nb", "x" * 201, "a\x1b[2Jb"):
            self.refused("places", "import", path, *OF[:2], f"--source={bad}", says="--source is needed")
        for bad in ("", "-1", "51", "1.5", "far"):
            self.refused("places", "import", path, *OF, f"--simplify={bad}", says="0 to 50")
        self.refused("places", "import", says="Usage", status=2)

    def test_outlines_are_simplified_within_the_tolerance(self):
        ring = [[-41.5 + n * 0.0001, 30.5] for n in range(11)] + [[-41.499, 30.501], [-41.5, 30.501], [-41.5, 30.5]]
        for metres, vertices in (("0", 14), ("1", 5)):
            self.good("places", "import", self.given(feature([ring], "Polygon")), *OF, "--simplify", metres)
            whole = json.loads((self.folder / self.layer()["file"]).read_text(encoding="utf-8"))
            self.assertEqual(len(whole["features"][0]["geometry"]["coordinates"][0]), vertices)


if __name__ == "__main__":
    desk.PROGRAM = os.path.abspath(sys.argv.pop())
    unittest.main()
