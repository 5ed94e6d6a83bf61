#!/usr/bin/env python3
"""Draws the sample of a review again, from docs/review.md alone. Usage: review_sample.py VECTORS.json"""
import hashlib, hmac, json, sys


def draw(root, begin, to, first, end, candidates, percent, least, most):
    wanted = min(max(-(-len(candidates) * percent // 100), least), most, len(candidates))
    head = f"casebound review sample v1\n{begin}\n{to}\n{first}\n{end}\n"
    ranked = sorted((hmac.new(bytes.fromhex(root), f"{head}{seq}\n".encode(), hashlib.sha256).digest(), seq) for seq in candidates)
    return sorted(seq for _, seq in ranked[:wanted])


if __name__ == "__main__":
    for vector in json.load(open(sys.argv[1])):
        drawn = draw(vector["root"], vector["from"], vector["to"], vector["first"], vector["end"],
                     range(*vector["candidates"]), vector["percent"], vector["least"], vector["most"])
        if drawn != vector["sample"]:
            sys.exit(f"{vector['name']}: drew {drawn}")
    print("every sample of the file was drawn again")
