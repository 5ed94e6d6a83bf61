#!/usr/bin/env python3
"""CheckArchitecture.py RULE SOURCE_DIR [GRAPH]: one rule about the whole tree; prints what breaks it.

graph      the libraries' real links (GRAPH, written when CMake configures) are among the arrows of CONTRIBUTING.md
includes   no #include goes against the arrows, and no layer includes what belongs to another
unlogged   no text of the window can be marked with the mouse, and so be copied past the log, but where no read can be in it
sizes      no source is longer than 400 lines
hygiene    no file holds a path of somebody's machine or the host of a package registry
self-test  each of these rules finds what it is for
"""
import os
import re
import sys
from pathlib import Path

# The picture. What a library may link directly, ours and foreign.
LINKS = {
    "domain": {"Qt6::Core"},
    "crypto": {"domain", "ports", "Qt6::Core", "OpenSSL::Crypto", "dl"},
    "office": {"domain", "crypto"},
    "ledger": {"domain", "crypto", "Qt6::Core", "OpenSSL::Crypto"},
    "store": {"ledger", "sqlcipher"},
    "bundle": {"ledger", "Qt6::Gui", "PkgConfig::QPDF", "ZLIB::ZLIB"},
    "ports": {"domain"},
    "service": {"ports", "store", "bundle", "Qt6::Core", "Qt6::Gui", "Qt6::Concurrent"},
    "lists": {"domain", "service", "Qt6::Core"},
    "maps": {"domain", "crypto", "Qt6::Core", "Qt6::Sql"},
    "net": {"ports", "Qt6::Core", "OpenSSL::SSL", "OpenSSL::Crypto", "PkgConfig::CURL", "simdjson::simdjson"},
    "ui": {"lists", "maps", "service", "Qt6::Core", "Qt6::Gui", "Qt6::Widgets", "Qt6::PrintSupport", "Qt6::Svg", "Qt6::Concurrent", "Qt6::Quick", "Qt6::QuickWidgets", "Qt6::Qml", "Qt6::QmlPrivate"},
}
# Of app: the composition root may link everything; the practice vendor is the other side and shares no more than certificates;
# the outside check reads the log's format and its database, and none of the classes that write it.
APP = {
    "practice_vendor": {"crypto", "Qt6::Core", "Qt6::Gui", "Qt6::Network", "Qt6::Concurrent", "Qt6::HttpServer", "OpenSSL::SSL", "OpenSSL::Crypto"},
    "verify": {"ledger", "sqlcipher", "PkgConfig::LIBZIP"},
    "picture": {"domain", "Qt6::Core", "Qt6::Gui", "PkgConfig::SECCOMP"},
    "picture_client": {"picture", "service", "Qt6::Core"},
    "admin": {"office", "Qt6::Core"},
    "desktop": {"Qt6::Core", "Qt6::DBus"},
}
APP_MAY_LINK_ALL = {"workstation"}

FOLDERS = {name: f"models/{name}" for name in LINKS if name not in ("net", "ui")} | {"net": "net", "ui": "ui"}
# Reachable through the arrows, and still not to be named: these see services and values only.
NOT_INCLUDED = {"ui": {"store", "ledger", "crypto", "net"}, "lists": {"store", "ledger", "crypto", "net"}, "net": {"store", "service", "ledger"}}
# Foreign headers and the layers that may name them.
FOREIGN = {
    r"curl/": {"net"},
    r"simdjson": {"net"},
    r"openssl/": {"crypto", "ledger", "net"},
    r"(sqlcipher/|sqlite3)": {"store"},
    r"QtSql|QSql": {"maps"},
    r"Q(Icon|Color|Pixmap|Palette|Brush|Pen|Widget|Action|Label|MessageBox|Dialog|FileDialog|Application|GuiApplication|Clipboard)\b": {"ui"},
    r"Q(Painter|Font|PdfWriter|TextLayout)\b": {"ui", "bundle"},  # the one that draws windows, and the one that draws a paper report
    r"(qpdf/|zlib)": {"bundle"},
    r"Q(Image|ImageReader)\b": {"service", "ui"},
    r"QObject\b": {"service", "lists", "net", "ui", "ports"},
    r"QNetwork|QTcp|QSsl|QUdp": set(),
}
MARKS_TEXT = re.compile(r"TextSelectable|TextBrowserInteraction|TextEditorInteraction")
# Text that can be marked: fingerprints, paths, the banner, help, and the report of a log that does not hold.
MAY_BE_MARKED = {"ui/BannerWindow.cpp", "ui/HelpPanel.cpp", "ui/export/RecipientList.cpp", "ui/log/FactList.cpp", "ui/log/FaultWindow.cpp"}
LONGEST = 400
MAY_BE_LONGER: dict[str, str] = {}  # path: reason
SOURCES = (".cpp", ".h", ".py", ".qml", ".cmake")
# Written in pieces, or this file would hold what it looks for.
MACHINE_PATHS = re.compile(r"(?<![\w.~-])/(?:w" r"ork/|r" r"oot/|ho" r"me/[a-z]|Us" r"ers/[A-Za-z])|bash_" r"jobs")
REGISTRIES = re.compile(r"pypi\.org|files\.python" r"hosted|registry\.npm" r"js|crates\.io|proxy\.gol" r"ang\.org|deb\.deb" r"ian\.org|artifact" r"ory|(?:/|@|\.)internal[:/]")


def reachable(layer: str) -> set[str]:
    seen, todo = set(), [layer]
    while todo:
        name = todo.pop()
        if name not in seen:
            seen.add(name)
            todo.extend(LINKS[name] & LINKS.keys())
    return seen - NOT_INCLUDED.get(layer, set())


def graph_problems(text: str) -> list[str]:
    problems, drawn = [], set()
    for line in text.splitlines():
        name, _, links = line.partition(":")
        drawn.add(name)
        if name in APP_MAY_LINK_ALL:
            continue
        allowed = LINKS.get(name, APP.get(name))
        if allowed is None:
            problems.append(f"library {name} is not in the picture: draw it in CONTRIBUTING.md and here first")
            continue
        for link in filter(None, (part.strip() for part in links.split(";"))):
            ours = link == "casebound_options" or link.startswith("$<") or link.startswith("-") or re.fullmatch(rf"{name}_\w*resources_\d+", link)
            if not ours and link not in allowed:
                problems.append(f"{name} links {link}: no such arrow")
    return problems + [f"library {name} is missing from the build's graph" for name in sorted(LINKS.keys() - drawn)]


def include_problems(layer: str, path: str, text: str) -> list[str]:
    problems = []
    for header in re.findall(r'^\s*#\s*include\s*[<"]([^>"]+)[>"]', text, re.MULTILINE):
        first = header.partition("/")[0]
        if first in LINKS.keys() | {"app"} and first not in reachable(layer):
            problems.append(f"{path} includes {header}: {layer} may not")
        for pattern, layers in FOREIGN.items():
            if re.match(pattern, header) and layer not in layers:
                problems.append(f"{path} includes <{header}>: not in {layer}")
    return problems


def size_problems(path: str, text: str) -> list[str]:
    lines = text.count("\n")
    return [f"{path} has {lines} lines"] if lines > LONGEST and path not in MAY_BE_LONGER else []


def unlogged_problems(path: str, text: str) -> list[str]:
    return [f"{path} lets text be marked, which can then be copied unlogged"] if MARKS_TEXT.search(text) and path not in MAY_BE_MARKED else []


def hygiene_problems(path: str, text: str) -> list[str]:
    found = []
    for number, line in enumerate(text.splitlines(), 1):
        if MACHINE_PATHS.search(line):
            found.append(f"{path}:{number} holds a machine's path")
        if REGISTRIES.search(line):
            found.append(f"{path}:{number} names a registry host")
    return found


def files(root: Path):
    """Text files of the tree, without what git does not track by habit."""
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(d for d in folders if d not in ("build", ".git", "__pycache__") and not d.startswith("build-"))
        for name in sorted(names):
            path = Path(folder, name)
            data = path.read_bytes() if path.is_file() and path.stat().st_size < 4_000_000 else b"\0"
            if b"\0" not in data:
                yield path.relative_to(root).as_posix(), data.decode("utf-8", "replace")


def check_includes(root: Path) -> list[str]:
    problems = []
    for layer, folder in FOLDERS.items():
        for path, text in files(root / folder):
            if path.endswith(SOURCES):
                problems += include_problems(layer, f"{folder}/{path}", text)
    return problems


def self_test() -> list[str]:
    good = "".join(f"{name}: {';'.join(sorted(links))};casebound_options\n" for name, links in LINKS.items())
    cases = {
        "the picture itself": not graph_problems(good),
        "ui linking store": graph_problems(good + "ui: store\n"),
        "ui linking net": graph_problems(good + "ui: net;\n"),
        "domain linking a service": graph_problems(good + "domain: service\n"),
        "an unknown library": graph_problems(good + "helpers: domain\n"),
        "a lost library": graph_problems("domain: Qt6::Core\n"),
        "practice vendor using services": graph_problems(good + "practice_vendor: service\n"),
        "the outside check using the store": graph_problems(good + "verify: ledger;store\n"),
        "ui including store": include_problems("ui", "x", '#include "store/AuditLog.h"\n'),
        "ui including net": include_problems("ui", "x", '# include "net/TlsPolicy.h"\n'),
        "ui including curl": include_problems("ui", "x", "#include <curl/curl.h>\n"),
        "ui including sqlite": include_problems("ui", "x", "#include <sqlite3.h>\n"),
        "service including ui": include_problems("service", "x", '#include "ui/Words.h"\n'),
        "lists including icons": include_problems("lists", "x", "#include <QIcon>\n"),
        "service including colours": include_problems("service", "x", "#include <QColor>\n"),
        "domain including QObject": include_problems("domain", "x", "#include <QObject>\n"),
        "pictures in service": not include_problems("service", "x", "#include <QImage>\n#include \"store/AuditLog.h\"\n"),
        "services in ui": not include_problems("ui", "x", '#include "service/Session.h"\n#include "domain/Plate.h"\n#include <QIcon>\n'),
        "401 lines": size_problems("x", "\n" * 401),
        "400 lines": not size_problems("x", "\n" * 400),
        "a label that can be marked": unlogged_problems("ui/x.cpp", "setTextInteractionFlags(Qt::TextSelectableByMouse)"),
        "a browser's text": unlogged_problems("ui/x.cpp", "setTextInteractionFlags(Qt::TextBrowserInteraction)"),
        "a fingerprint that can be marked": not unlogged_problems("ui/log/FactList.cpp", "Qt::TextSelectableByMouse"),
        "a home folder": hygiene_problems("x", "see /ho" "me/someone/x"),
        "a build machine": hygiene_problems("x", 'path = "/w' 'ork/main"'),
        "a registry": hygiene_problems("x", "https://py" "pi.org/simple"),
        "an ordinary path": not hygiene_problems("x", "/usr/lib/x86_64-linux-gnu and docs/work/flow"),
    }
    return [f"self-test: {name}" for name, held in cases.items() if not held]


def main() -> int:
    rule, root = sys.argv[1], Path(sys.argv[2])
    problems = self_test()
    if rule == "graph":
        problems += graph_problems(Path(sys.argv[3]).read_text(encoding="utf-8"))
    elif rule == "includes":
        problems += check_includes(root)
    elif rule == "unlogged":
        for path, text in files(root / "ui"):
            problems += unlogged_problems(f"ui/{path}", text) if path.endswith(SOURCES) else []
    elif rule == "sizes":
        for path, text in files(root):
            problems += size_problems(path, text) if path.endswith(SOURCES) else []
    elif rule == "hygiene":
        for path, text in files(root):
            problems += hygiene_problems(path, text)
    elif rule != "self-test":
        problems.append(f"unknown rule {rule}")
    print("\n".join(problems))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
