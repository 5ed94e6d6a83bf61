#!/usr/bin/env python3
"""The OpenAPI description is valid, and every answer of the real practice vendor, over mutual TLS, is as it says.

Usage: contract_test.py VENDOR_PROGRAM OPENAPI_FILE
"""
import hashlib
import http.client
import json
import pathlib
import random
import re
import ssl
import subprocess
import sys
import tempfile
import time
import unittest

import yaml
from openapi_schema_validator import OAS31Validator
from openapi_spec_validator import validate

PROGRAM, DESCRIPTION = sys.argv[1], pathlib.Path(sys.argv[2])
NOW = "2026-11-20T12:00:00.000Z"


def uuid7():
    bits = random.getrandbits(74)
    text = "%012x7%03x%04x%012x" % (int(time.time() * 1000), bits & 0xFFF, 0x8000 | ((bits >> 12) & 0x3FFF), bits >> 26)
    return "-".join((text[:8], text[8:12], text[12:16], text[16:20], text[20:]))


class Vendor:
    """The program, and a connection for each person."""

    def __init__(self, folder, *arguments):
        self.folder = folder
        self.record = folder / "record.jsonl"
        self.process = subprocess.Popen(
            [PROGRAM, "--pki", str(folder), "--stdin-life", "--control", "--now", NOW, "--record", str(self.record), *arguments],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        line = self.process.stdout.readline()
        found = re.fullmatch(r"listening https://127\.0\.0\.1:([0-9]+)\n", line)
        assert found, line
        self.port = int(found.group(1))

    def connect(self, person="agent", timeout=60):
        context = ssl.create_default_context(cafile=self.folder / "ca.pem")
        if person:
            context.load_cert_chain(self.folder / f"{person}.pem", self.folder / f"{person}.key")
        return http.client.HTTPSConnection("127.0.0.1", self.port, context=context, timeout=timeout)

    def call(self, method, path, body=None, headers=None, person="agent"):
        connection = self.connect(person)
        headers = dict(headers or {})
        if body is not None and not isinstance(body, bytes):
            body = json.dumps(body).encode()
            headers.setdefault("Content-Type", "application/json")
        connection.request(method, path, body=body, headers=headers)
        answer = connection.getresponse()
        data = answer.read()
        connection.close()
        return answer, data

    def stop(self):
        self.process.stdin.close()
        self.process.stdout.close()
        return self.process.wait(20)


class Contract(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.description = yaml.safe_load(DESCRIPTION.read_text(encoding="utf-8"))
        cls.place = tempfile.TemporaryDirectory()
        cls.vendor = Vendor(pathlib.Path(cls.place.name), "--page-limit-max", "100", "--alert-list-max", "3")
        cls.seen = set()

    @classmethod
    def tearDownClass(cls):
        assert cls.vendor.stop() == 0
        cls.place.cleanup()

    # --- the description against an answer
    def schema_of(self, template, method, status, media):
        responses = self.description["paths"][template][method.lower()]["responses"]
        response = responses.get(str(status), responses.get("default"))
        if "$ref" in response:
            response = self.description["components"]["responses"][response["$ref"].rsplit("/", 1)[1]]
        content = response.get("content", {})
        if not content:
            return None
        self.assertIn(media, content, f"{method} {template} {status}: content type {media}")
        return content[media].get("schema")

    def check(self, instance, schema):
        whole = {**schema, "components": self.description["components"]}
        errors = [f"{list(e.absolute_path)}: {e.message}" for e in OAS31Validator(whole).iter_errors(instance)]
        self.assertEqual(errors, [])

    def ask(self, template, method, status, path=None, **rest):
        answer, data = self.vendor.call(method, path or template, **rest)
        self.assertEqual(answer.status, status, data[:300])
        self.seen.add((template, method.lower(), status))
        if status == 204:
            self.assertEqual(data, b"")
            return None
        media = answer.headers["Content-Type"]
        schema = self.schema_of(template, method, status, media)
        if media.startswith("image/"):
            return data
        value = json.loads(data)
        self.check(value, schema)
        if status >= 400:
            self.assertEqual(value["status"], status)
        return value

    def query(self, plate="PMX4810", status=200, **changes):
        query_id = changes.pop("header", None) or changes.get("query_id") or uuid7()
        body = {"query_id": query_id, "plate": plate, "jurisdiction": None, "from": "2024-11-25T00:00:00Z", "to": "2026-11-20T12:00:00Z",
                "case_number": "PM-2026-0001", "matter": "criminal", "reason_code": "practice", "reason_text": "practising a query",
                "on_behalf_of": None, "limit": 100, **changes}
        return self.ask("/v1/queries", "POST", status, body=body, headers={"Casebound-Query-Id": query_id})

    def all_reads(self, first):
        reads, query_id, following = list(first["reads"]), first["query_id"], first["next"]
        while following:
            page = self.ask("/v1/queries/{query_id}/reads", "GET", 200, path=f"/v1/queries/{query_id}/reads?cursor={following}&limit=100",
                            headers={"Casebound-Query-Id": query_id})
            reads += page["reads"]
            following = page["next"]
        return reads

    # --- the tests
    def test_description_is_valid(self):
        validate(self.description)

    def test_refuses_client_without_certificate(self):
        connection = self.vendor.connect(person=None)
        with self.assertRaises((ssl.SSLError, ConnectionError, http.client.RemoteDisconnected)):
            connection.request("GET", "/v1/capabilities")
            connection.getresponse()

    def test_capabilities_and_users(self):
        value = self.ask("/v1/capabilities", "GET", 200)
        self.assertEqual((value["page_limit_max"], value["alert_list_max"], value["time"][:13]), (100, 3, NOW[:13]))
        self.assertGreater(len(self.ask("/v1/users", "GET", 200)["users"]), 3)
        self.ask("/v1/users", "GET", 410, path="/v1/users?cursor=nobody")
        self.arm("status-403@users")
        self.ask("/v1/users", "GET", 403)

    def arm(self, name):
        fault, _, route = name.partition("@")
        answer, data = self.vendor.call("POST", "/practice/faults", body={"name": fault, **({"route": route} if route else {})})
        self.assertEqual(answer.status, 200, data)

    def test_showcase_has_every_oddity_and_its_images_match(self):
        first = self.query()
        self.assertEqual(first["total"], 40)
        reads = self.all_reads(first)
        self.assertEqual(len({r["read_id"] for r in reads}), 40)
        self.assertTrue(any(r["plate"] != "PMX4810" for r in reads), "near match")
        self.assertTrue(any(not r["images"] for r in reads), "no image")
        self.assertTrue(any(r["location"] is None for r in reads), "no location")
        self.assertTrue(any(r["vehicle"] is None for r in reads), "no vehicle")
        self.assertTrue(any(r["jurisdiction"] == "XX-PM" for r in reads), "unknown key")
        self.assertTrue(any(i["sha256"] is None for r in reads for i in r["images"]), "no hash")
        statuses, wrong = [], 0
        for read in reads:
            for image in read["images"]:
                answer, data = self.vendor.call("GET", image["url"], headers={"Casebound-Query-Id": first["query_id"]})
                statuses.append(answer.status)
                if answer.status == 200:
                    self.assertEqual(answer.headers["Content-Type"], image["media_type"])
                    self.assertEqual(len(data), image["bytes"])
                    self.assertLess(len(data), 8 * 1024 * 1024)
                    wrong += image["sha256"] is not None and hashlib.sha256(data).hexdigest() != image["sha256"]
        self.assertIn(410, statuses)
        self.assertIn(wrong, (1, 2), "exactly one read's images have another hash")
        self.ask("/v1/images/{image}", "GET", 200, path=next(i["url"] for r in reads for i in r["images"]))
        self.ask("/v1/images/{image}", "GET", 404, path="/v1/images/000000000000-plate")

    def test_pages_add_up_and_the_snapshot_stays(self):
        first = self.query("PMT5000")
        reads = self.all_reads(first)
        self.assertEqual((first["total"], len(reads), len({r["read_id"] for r in reads})), (5200, 5200, 5200))
        again = self.query("PMT5000", query_id=first["query_id"])
        self.assertEqual((again["total"], again["received_at"], again["reads"]), (5200, first["received_at"], first["reads"]))
        self.query("PMT5000", 409, query_id=first["query_id"], case_number="PM-2026-0002")
        self.assertEqual(self.query("PMN0000")["reads"], [])
        self.ask("/v1/queries/{query_id}/reads", "GET", 410, path=f"/v1/queries/{first['query_id']}/reads?cursor=c-gone&limit=100",
                 headers={"Casebound-Query-Id": first["query_id"]})
        self.ask("/v1/queries/{query_id}/reads", "GET", 404, path=f"/v1/queries/{first['query_id']}/reads?cursor={first['next']}&limit=100",
                 headers={"Casebound-Query-Id": first["query_id"]}, person="supervisor")
        self.ask("/v1/queries/{query_id}/reads", "GET", 422, path=f"/v1/queries/{first['query_id']}/reads?cursor={first['next']}&limit=101",
                 headers={"Casebound-Query-Id": first["query_id"]})

    def test_refuses_bad_queries(self):
        for changes in ({"plate": "ABC*"}, {"plate": "ABC1234 "}, {"plate": "ABCDEFGHI"}, {"limit": 101}, {"limit": 0}, {"matter": "none"},
                        {"from": "2026-11-21T00:00:00Z"}, {"from": "2015-01-01T00:00:00Z"}, {"reason_text": ""}, {"query_id": "x"}):
            with self.subTest(**changes):
                self.query(status=422, **changes)
        for changes in ({"plate": 7}, {"case_number": None}, {"limit": 1.5}, {"limit": "100"}, {"to": "yesterday"}, {"to": "2026-11-20T12:00:00"},
                        {"header": uuid7(), "query_id": uuid7()}):
            with self.subTest(**changes):
                self.query(status=400, **changes)
        self.ask("/v1/queries", "POST", 400, body=b"{", headers={"Content-Type": "application/json", "Casebound-Query-Id": uuid7()})
        self.ask("/v1/queries", "POST", 413, body=b" " * (2 << 20), headers={"Content-Type": "application/json"})

    def test_audit_says_who_asked_what(self):
        mine = self.query(on_behalf_of="agent-02", reason_text="an audited query")
        refused = uuid7()
        self.query(status=422, query_id=refused, **{"from": "2015-01-01T00:00:00Z"})
        page = self.ask("/v1/audit/queries", "GET", 200, path="/v1/audit/queries?from=2026-11-20T00:00:00Z&to=2026-11-21T00:00:00Z", person="supervisor")
        entries = {e["query_id"]: e for e in page["entries"]}
        self.assertEqual((entries[mine["query_id"]]["user_id"], entries[mine["query_id"]]["on_behalf_of"], entries[mine["query_id"]]["total"]),
                         ("agent-01", "agent-02", 40))
        self.assertIsNone(entries[refused]["total"])
        self.ask("/v1/audit/queries", "GET", 400)
        lines = [json.loads(line) for line in self.vendor.record.read_text(encoding="utf-8").splitlines()]
        received = [line for line in lines if line["query_id"] == mine["query_id"]]
        self.assertEqual((received[0]["user"], received[0]["body"]["reason_text"]), ("agent-01", "an audited query"))

    def put(self, alert_id, status, person="agent", **changes):
        body = {"plate": "PMX4810", "jurisdiction": "US-TX", "case_number": "PM-2026-0001", "reason_code": "practice",
                "reason_text": "practising an alert", "expires_at": "2027-05-01T00:00:00Z", "state": "active", **changes}
        return self.ask("/v1/alerts/{alert_id}", "PUT", status, path=f"/v1/alerts/{alert_id}", body=body, person=person)

    def test_alerts_and_hits(self):
        mine = [uuid7() for _ in range(3)]
        for alert_id in mine:
            self.put(alert_id, 201)
        self.put(uuid7(), 413)
        self.assertEqual(self.put(mine[0], 200, state="suspended")["state"], "suspended")
        self.put(mine[0], 409, person="supervisor")
        self.put(uuid7(), 422, expires_at="2028-05-01T00:00:00Z")
        self.put(uuid7(), 422, expires_at="2026-05-01T00:00:00Z")
        self.put("not-a-uuid", 422)
        self.put(uuid7(), 400, plate=None)
        self.assertEqual([a["alert_id"] for a in self.ask("/v1/alerts", "GET", 200)["alerts"]], sorted(mine))
        self.assertEqual(self.ask("/v1/alerts", "GET", 200, person="supervisor")["alerts"], [])

        connection = self.vendor.connect()
        connection.request("GET", "/v1/alerts/stream")
        stream = connection.getresponse()
        self.assertEqual((stream.status, stream.headers["Content-Type"]), (200, "text/event-stream"))
        self.seen.add(("/v1/alerts/stream", "get", 200))
        _, data = self.vendor.call("POST", "/practice/hit", body={"plate": "PMX4810"})
        self.assertEqual(json.loads(data)["hits"], 2, "the suspended entry has none")
        hits = [self.next_event(stream) for _ in range(2)]
        for event_id, hit in hits:
            self.assertEqual(event_id, hit["hit_id"])
            self.check(hit, {"$ref": "#/components/schemas/Hit"})
        connection.close()

        polled = self.ask("/v1/alerts/hits", "GET", 200, path="/v1/alerts/hits?after=&limit=1")
        self.assertEqual((polled["hits"][0], polled["next"]), (hits[0][1], hits[0][0]))
        polled = self.ask("/v1/alerts/hits", "GET", 200, path=f"/v1/alerts/hits?after={polled['next']}&limit=100")
        self.assertEqual((polled["hits"][0], polled["next"]), (hits[1][1], None))
        self.ask("/v1/alerts/hits", "GET", 400)

        connection = self.vendor.connect()
        connection.request("GET", "/v1/alerts/stream", headers={"Last-Event-ID": hits[0][0]})
        self.assertEqual(self.next_event(connection.getresponse())[0], hits[1][0], "replayed after the given one")
        connection.close()

        self.ask("/v1/alerts/{alert_id}", "DELETE", 409, path=f"/v1/alerts/{mine[0]}", person="supervisor")
        for alert_id in mine:
            self.ask("/v1/alerts/{alert_id}", "DELETE", 204, path=f"/v1/alerts/{alert_id}")
        self.ask("/v1/alerts/{alert_id}", "DELETE", 404, path=f"/v1/alerts/{mine[0]}")

    def open_stream(self, timeout=20):
        connection = self.vendor.connect(person="supervisor", timeout=timeout)
        connection.request("GET", "/v1/alerts/stream", headers={"Last-Event-ID": self.last_hit})
        return connection, connection.getresponse()

    def hit(self, count=1):
        _, data = self.vendor.call("POST", "/practice/hit", body={"alert_id": self.watched, "count": count})
        return json.loads(data)["hits"]

    def test_stream_faults(self):
        self.watched, self.last_hit = uuid7(), ""
        self.put(self.watched, 201, person="supervisor", plate="PMK2020")

        def struck(name, count=1):
            connection, stream = self.open_stream()
            self.arm(f"stream-{name}")
            self.addCleanup(connection.close)
            return stream, self.hit(count)

        stream, _ = struck("duplicate")
        first, second = self.next_event(stream), self.next_event(stream)
        self.assertEqual(first, second)
        self.last_hit = first[0]

        stream, _ = struck("out-of-order", 2)
        late, early = self.next_event(stream)[0], self.next_event(stream)[0]
        self.assertGreater(late, early)
        self.last_hit = late

        stream, count = struck("burst")
        self.assertEqual(count, 500)
        burst = [self.next_event(stream)[0] for _ in range(500)]
        self.assertEqual(len(set(burst)), 500)
        self.last_hit = burst[-1]

        stream, _ = struck("split")
        self.last_hit = self.next_event(stream)[0]

        stream, _ = struck("unknown-event")
        self.assertIn(b"event: weather\n", [stream.readline() for _ in range(3)])

        connection, stream = self.open_stream()
        self.arm("stream-long-line")
        self.hit()
        while not (line := stream.readline()).startswith(b"data: x"):
            pass
        self.assertGreater(len(line), 10 * 1024 * 1024)
        connection.close()

        stream, _ = struck("drop")
        with self.assertRaises((http.client.IncompleteRead, ConnectionError, ssl.SSLError, AssertionError)):
            while True:
                self.assertTrue(stream.readline())

        self.last_hit = json.loads(self.vendor.call("GET", "/v1/alerts/hits?after=&limit=500", person="supervisor")[1])["hits"][-1]["hit_id"]
        while hits := json.loads(self.vendor.call("GET", f"/v1/alerts/hits?after={self.last_hit}&limit=500", person="supervisor")[1])["hits"]:
            self.last_hit = hits[-1]["hit_id"]

        stream, _ = struck("id-mismatch")
        event_id, hit = self.next_event(stream)
        self.assertNotEqual(event_id, hit["hit_id"])
        self.last_hit = hit["hit_id"]

        stream, _ = struck("ill-formed")
        with self.assertRaises(json.JSONDecodeError):
            self.next_event(stream)

        connection, stream = self.open_stream(timeout=2)
        self.next_event(stream)  # the ill-formed one, replayed whole
        self.hit()
        self.next_event(stream)
        self.arm("stream-silence")
        self.hit()
        self.hit()
        with self.assertRaises(TimeoutError):
            stream.readline()
        connection.close()
        self.ask("/v1/alerts/{alert_id}", "DELETE", 204, path=f"/v1/alerts/{self.watched}", person="supervisor")

    @staticmethod
    def next_event(stream):
        event_id = data = None
        while True:
            line = stream.readline().decode().rstrip("\n")
            if line.startswith("id: "):
                event_id = line[4:]
            elif line.startswith("data: "):
                data = json.loads(line[6:])
            elif not line and data is not None:
                return event_id, data

    def test_problem_answers_of_every_status_fault(self):
        for name in ("400", "401", "403", "403-not-permitted", "404", "408", "409", "413", "422", "429", "429-long", "500", "503", "503-date", "504"):
            with self.subTest(name):
                self.arm(f"status-{name}")
                self.query(status=int(name[:3]))
        self.query()

    def test_zz_every_call_of_the_description_was_answered(self):
        operations = {(path, method) for path, item in self.description["paths"].items() for method in item if method != "parameters"}
        self.assertEqual(operations - {(path, method) for path, method, status in self.seen if status < 300}, set())


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=2)
