#!/usr/bin/env python3
"""Draws the sample of a review again, from docs/review.md alone. Usage: review_sample.py VECTORS.json"""
import hashlib, hmac, json, sys


def smallest(key, ranked, percent, least, most):
    wanted = min(max(-(-len(ranked) * percent // 100), least), most, len(ranked))
    return sorted(name for _, name in sorted((hmac.new(key, text.encode(), hashlib.sha256).digest(), name) for text, name in ranked)[:wanted])


def draw(vector):
    period = f"{vector['from']}\n{vector['to']}\n"
    head = f"casebound review sample v1\n{period}{vector['first']}\n{vector['end']}\n"
    return bytes.fromhex(vector["root"]), [(f"{head}{seq}\n", seq) for seq in range(*vector["candidates"])]


def draw_together(vector):
    period, logs = f"{vector['from']}\n{vector['to']}\n", vector["logs"]
    seed = "".join(f"{log['origin']}\n{log['size']}\n{log['root']}\n{log['first']}\n{log['end']}\n" for log in logs)
    key = hashlib.sha256(f"casebound review seed v2\n{seed}".encode()).digest()
    return key, [(f"casebound review sample v2\n{period}{log['origin']}\n{seq}\n", [n, seq])
                 for n, log in enumerate(logs) for seq in range(*log["candidates"])]


if __name__ == "__main__":
    for vector in json.load(open(sys.argv[1])):
        key, ranked = draw_together(vector) if "logs" in vector else draw(vector)
        drawn = smallest(key, ranked, vector["percent"], vector["least"], vector["most"])
        if drawn != vector["sample"]:
            sys.exit(f"{vector['name']}: drew {drawn}")
    print("every sample of the file was drawn again")
