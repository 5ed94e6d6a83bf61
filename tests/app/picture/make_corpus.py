#!/usr/bin/env python3
"""Writes the kept pictures of tests/app/picture/corpus:  make_corpus.py FOLDER

bad-*: no decoder of ours may make a picture of it. good-*: odd, and a picture all the same. The name is all the test needs.
"""
import io
import pathlib
import struct
import sys
import zlib

from PIL import Image, ImageDraw

SIGNATURE = b"\x89PNG\r\n\x1a\n"


def chunk(name, data, crc=None):
    value = zlib.crc32(name + data) if crc is None else crc
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", value)


def header(width, height, depth=8, colour=2, compression=0, filtering=0, interlace=0):
    return chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, colour, compression, filtering, interlace))


END = chunk(b"IEND", b"")


def rows(height, bytes_per_row, filter_type=0):
    return b"".join(bytes([filter_type]) + bytes((x * 7 + y * 13) % 251 for x in range(bytes_per_row)) for y in range(height))


def data(raw):
    return chunk(b"IDAT", zlib.compress(raw, 9))


RAW = rows(12, 72)
PACKED = zlib.compress(RAW, 9)


def png(before=b"", after=b"", head=header(24, 12), raw=RAW):
    return SIGNATURE + head + before + data(raw) + after + END


def scene(width=96, height=48):
    image = Image.new("RGB", (width, height), (40, 90, 160))
    draw = ImageDraw.Draw(image)
    for n in range(0, width, 5):
        draw.line((n, 0, width - n, height), fill=(n * 3 % 256, 200 - n % 100, 30))
    return image


def saved(image, kind, **options):
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def jpeg(image=None, **options):
    return saved(image or scene(), "JPEG", quality=85, **options)


def segments(bytes_):
    """(marker, from, to) of each segment up to the first scan's header, which is the last."""
    at, found = 2, []
    while True:
        marker, length = bytes_[at + 1], struct.unpack(">H", bytes_[at + 2:at + 4])[0]
        found.append((marker, at, at + 2 + length))
        at += 2 + length
        if marker == 0xDA:
            return found


def of(bytes_, *markers):
    return next((a, b) for m, a, b in segments(bytes_) if m in markers)


def with_size(bytes_, width, height):
    at, _ = of(bytes_, 0xC0, 0xC2)
    return bytes_[:at + 5] + struct.pack(">HH", height, width) + bytes_[at + 9:]


def with_segment(bytes_, marker, body):
    return bytes_[:2] + bytes([0xFF, marker]) + struct.pack(">H", len(body) + 2) + body + bytes_[2:]


def many_scans(count):
    """A progressive picture whose first scan is said again and again."""
    base = jpeg(scene(64, 64), progressive=True)
    first, start = of(base, 0xDA)
    end = start
    while not (base[end] == 0xFF and base[end + 1] != 0 and not 0xD0 <= base[end + 1] <= 0xD7):
        end += 1
    return base[:-2] + base[first:end] * count + b"\xff\xd9"


def interlaced():
    """Adam7, 16 × 8, grey."""
    raw = b""
    for x0, y0, dx, dy in ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)):
        for y in range(y0, 8, dy):
            raw += b"\0" + bytes((x * 9 + y * 5) % 256 for x in range(x0, 16, dx))
    return png(head=header(16, 8, 8, 0, 0, 0, 1), raw=raw)


def others():
    yield "bad-empty", b""
    yield "bad-one-byte", b"\xff"
    yield "bad-zeros", bytes(2048)
    yield "bad-text", b"This is not a picture. " * 20
    yield "bad-html", b"<!doctype html><title>404</title><p>Not found"
    yield "bad-svg", b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><image href='file:///etc/hostname'/></svg>"
    yield "bad-gif", saved(scene(), "GIF")
    yield "bad-tiff", saved(scene(), "TIFF")
    yield "bad-bmp", saved(scene(16, 8), "BMP")
    yield "bad-ico", saved(scene(16, 16), "ICO")
    yield "bad-webp", b"RIFF\x24\x00\x00\x00WEBPVP8 \x18\x00\x00\x000\x01\x00\x9d\x01\x2a\x01\x00\x01\x00\x02\x00\x34\x25\xa4\x00\x03\x70\x00\xfe"
    yield "bad-pdf", b"%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"
    yield "bad-xpm", b"/* XPM */\nstatic char *x[]={\"1 1 1 1\",\"a c #000000\",\"a\"};\n"


def pngs():
    whole = png()
    yield "bad-png-signature-alone", SIGNATURE
    yield "bad-png-no-header", SIGNATURE + data(RAW) + END
    yield "bad-png-header-alone", SIGNATURE + header(24, 12) + END
    yield "bad-png-no-data", SIGNATURE + header(24, 12) + chunk(b"tEXt", b"Comment\0x") + END
    yield "bad-png-empty-data", SIGNATURE + header(24, 12) + chunk(b"IDAT", b"") + END
    yield "bad-png-two-headers", png(before=header(24, 12))
    yield "bad-png-header-short", png(head=chunk(b"IHDR", struct.pack(">II", 24, 12)))
    yield "bad-png-header-long", png(head=chunk(b"IHDR", struct.pack(">IIBBBBB", 24, 12, 8, 2, 0, 0, 0) + b"\0"))
    for name, at in (("header", 20), ("data-length", 35), ("data-start", 45), ("data-middle", len(whole) // 2), ("data-end", len(whole) - 14),
                     ("end-chunk", len(whole) - 6), ("last-byte", len(whole) - 1)):
        yield f"bad-png-cut-{name}", whole[:at]
    yield "bad-png-crc-header", png(head=chunk(b"IHDR", struct.pack(">IIBBBBB", 24, 12, 8, 2, 0, 0, 0), 1))
    yield "bad-png-crc-data", SIGNATURE + header(24, 12) + chunk(b"IDAT", PACKED, 1) + END
    yield "bad-png-crc-end", whole[:-4] + b"\0\0\0\0"
    yield "bad-png-adler", SIGNATURE + header(24, 12) + chunk(b"IDAT", PACKED[:-4] + b"\0\0\0\0") + END
    yield "bad-png-deflate-garbage", SIGNATURE + header(24, 12) + chunk(b"IDAT", b"\x78\x9c" + bytes(range(200))) + END
    yield "bad-png-deflate-cut", SIGNATURE + header(24, 12) + chunk(b"IDAT", PACKED[:len(PACKED) // 2]) + END
    yield "bad-png-too-few-rows", png(head=header(24, 40))
    yield "bad-png-filter-99", png(raw=rows(12, 72, 99))
    yield "bad-png-zero-width", png(head=header(0, 12))
    yield "bad-png-zero-height", png(head=header(24, 0))
    yield "bad-png-huge", png(head=header(0x7FFFFFFF, 0x7FFFFFFF))
    yield "bad-png-over-31-bits", png(head=header(0xFFFFFFFF, 0xFFFFFFFF))
    yield "bad-png-wide", png(head=header(1_000_000, 1), raw=bytes(3_000_001))
    yield "bad-png-tall", png(head=header(1, 1_000_000, 8, 0), raw=bytes(2_000_000))
    # 16,000 × 16,000 in 31 kB: a gigabyte for whoever believes it.
    yield "bad-png-bomb", png(head=header(16_000, 16_000, 1, 0), raw=bytes(16_000 * 2001))
    yield "bad-png-bomb-one-row-over", png(head=header(4096, 3073, 1, 0), raw=bytes(3073 * 513))
    yield "bad-png-depth-3", png(head=header(24, 12, 3, 0), raw=rows(12, 9))
    yield "bad-png-colour-5", png(head=header(24, 12, 8, 5))
    yield "bad-png-compression-1", png(head=header(24, 12, 8, 2, 1))
    yield "bad-png-interlace-9", png(head=header(24, 12, 8, 2, 0, 0, 9))
    yield "bad-png-palette-missing", png(head=header(24, 12, 8, 3), raw=rows(12, 24))
    yield "bad-png-unknown-critical", png(before=chunk(b"XYZq", b"x"))
    yield "bad-png-data-apart", SIGNATURE + header(24, 12) + chunk(b"IDAT", PACKED[:40]) + chunk(b"tEXt", b"a\0b") + chunk(b"IDAT", PACKED[40:]) + END
    yield "bad-png-length-over", SIGNATURE + header(24, 12) + struct.pack(">I", 0xFFFFFFF0) + b"IDAT" + PACKED
    yield "bad-png-cgbi", SIGNATURE + chunk(b"CgBI", b"\x50\0\x20\x02") + header(24, 12) + chunk(b"IDAT", PACKED[2:-4]) + END
    yield "bad-png-in-jpeg-clothes", b"\xff\xd8\xff" + whole

    yield "good-png", whole
    yield "good-png-text-bomb", png(before=chunk(b"zTXt", b"Comment\0\0" + zlib.compress(bytes(20_000_000), 9)))
    yield "good-png-profile-bomb", png(before=chunk(b"iCCP", b"x\0\0" + zlib.compress(bytes(20_000_000), 9)))
    yield "good-png-profile-garbage", png(before=chunk(b"iCCP", b"x\0\0garbage"))
    yield "good-png-gamma-zero", png(before=chunk(b"gAMA", bytes(4)))
    yield "good-png-exif-garbage", png(before=chunk(b"eXIf", b"MM\0*" + b"\xff" * 64))
    yield "good-png-thousand-texts", png(before=chunk(b"tEXt", b"a\0b") * 1000)
    yield "good-png-animated", png(before=chunk(b"acTL", struct.pack(">II", 1_000_000, 0)) + chunk(b"fcTL", bytes(26)),
                                   after=chunk(b"fdAT", b"\0\0\0\1" + PACKED))
    yield "good-png-trailing", whole + b"PK\x03\x04" + bytes(500)
    yield "good-png-interlaced", interlaced()
    yield "good-png-16-bit", png(head=header(24, 12, 16, 6), raw=rows(12, 24 * 8))
    yield "good-png-one-bit", png(head=header(24, 12, 1, 0), raw=rows(12, 3))
    yield "good-png-palette", png(head=header(24, 12, 8, 3) + chunk(b"PLTE", bytes(range(256)) * 3) + chunk(b"tRNS", bytes(range(256))), raw=rows(12, 24))
    yield "good-png-tiny-data-chunks", SIGNATURE + header(24, 12) + b"".join(chunk(b"IDAT", PACKED[n:n + 1]) for n in range(len(PACKED))) + END
    yield "good-png-largest", png(head=header(4096, 3072, 1, 0), raw=bytes(3072 * 513))


def jpegs():
    line, progressive = jpeg(), jpeg(progressive=True)
    frame, scan, codes, middle = of(line, 0xC0), of(line, 0xDA), of(line, 0xC4), (of(line, 0xDA)[1] + len(line)) // 2
    yield "bad-jpeg-start-alone", b"\xff\xd8\xff"
    yield "bad-jpeg-end-at-once", b"\xff\xd8\xff\xd9"
    for name, at in (("app", 8), ("tables", of(line, 0xDB)[0] + 20), ("frame", frame[0] + 6), ("codes", codes[0] + 9), ("scan-header", scan[0] + 5),
                     ("scan-start", scan[1] + 3), ("scan-middle", middle), ("end", len(line) - 2), ("last-byte", len(line) - 1)):
        yield f"bad-jpeg-cut-{name}", line[:at]
    yield "bad-jpeg-cut-and-ended", line[:middle] + b"\xff\xd9"
    yield "bad-jpeg-progressive-cut", progressive[:len(progressive) // 2]
    yield "bad-jpeg-no-frame", line[:frame[0]] + line[frame[1]:]
    yield "bad-jpeg-two-frames", line[:frame[1]] + line[frame[0]:]
    yield "bad-jpeg-no-scan", line[:scan[0]] + b"\xff\xd9"
    yield "bad-jpeg-no-tables", b"\xff\xd8" + b"".join(line[a:b] for m, a, b in segments(line) if m != 0xDB) + line[scan[1]:]
    yield "bad-jpeg-zero-width", with_size(line, 0, 48)
    yield "bad-jpeg-zero-height", with_size(line, 96, 0)
    yield "bad-jpeg-huge", with_size(line, 65_535, 65_535)
    yield "bad-jpeg-larger-than-its-data", with_size(line, 4000, 3000)
    yield "bad-jpeg-wide", with_size(line, 65_500, 8)
    yield "bad-jpeg-12-bit", line[:frame[0] + 4] + b"\x0c" + line[frame[0] + 5:]
    yield "bad-jpeg-arithmetic", line[:frame[0] + 1] + b"\xc9" + line[frame[0] + 2:]
    yield "bad-jpeg-lossless", line[:frame[0] + 1] + b"\xc3" + line[frame[0] + 2:]
    yield "bad-jpeg-hierarchical", with_segment(line, 0xDE, b"\x08\0\x08\0\x08\x01\x01\x11\0")
    yield "bad-jpeg-two-components", line[:frame[0] + 9] + b"\x02" + line[frame[0] + 10:]
    yield "bad-jpeg-segment-length-0", line[:2] + b"\xff\xe1\x00\x00" + line[2:]
    yield "bad-jpeg-segment-over-the-end", line[:2] + b"\xff\xe1\xff\xff" + line[2:200]
    yield "bad-jpeg-garbage-between", line[:frame[0]] + b"garbage" + line[frame[0]:]
    yield "bad-jpeg-codes-impossible", line[:codes[0] + 5] + b"\xff" * 16 + line[codes[0] + 21:]
    yield "bad-jpeg-scan-garbage", line[:scan[1]] + bytes((n * 37) % 255 for n in range(600)) + b"\xff\xd9"
    yield "bad-jpeg-65-scans", many_scans(65)
    yield "bad-jpeg-thousands-of-scans", many_scans(4000)
    yield "bad-jpeg-markers-only", b"\xff\xd8" + b"\xff" * 4000
    yield "bad-jpeg-in-png-clothes", SIGNATURE + line

    yield "good-jpeg", line
    yield "good-jpeg-progressive", progressive
    yield "good-jpeg-grey", jpeg(scene().convert("L"))
    yield "good-jpeg-cmyk", jpeg(scene().convert("CMYK"))
    yield "good-jpeg-exif-garbage", with_segment(line, 0xE1, b"Exif\0\0MM\0*" + b"\xff" * 300)
    yield "good-jpeg-exif-rotated", with_segment(line, 0xE1, b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0")
    yield "good-jpeg-profile-garbage", with_segment(line, 0xE2, b"ICC_PROFILE\0\x01\xff" + b"\xff" * 300)
    yield "good-jpeg-thumbnail-of-itself", with_segment(line, 0xE1, b"Exif\0\0" + line[:4000])
    yield "good-jpeg-comment-markup", with_segment(line, 0xFE, b"<script>alert(1)</script>")
    yield "good-jpeg-trailing", line + b"PK\x03\x04" + bytes(500)
    yield "good-jpeg-padded-markers", line[:frame[0]] + b"\xff" * 64 + line[frame[0]:]


def main():
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    written = {name: content for part in (others, pngs, jpegs) for name, content in part()}
    for name, content in written.items():
        (folder / f"{name}.bin").write_bytes(content)
    bad = sum(name.startswith("bad-") for name in written)
    print(f"{bad} bad, {len(written) - bad} good, {sum(map(len, written.values())):,} bytes")


if __name__ == "__main__":
    main()
