#!/usr/bin/env python3
"""The bill of materials (CycloneDX 1.6, JSON) and the third-party notices of the package, from what the programs really link.

sbom.py SOURCES VERSION DATE OUT.json NOTICES PROGRAM…   (DATE: seconds since 1970, as SOURCE_DATE_EPOCH)"""
import hashlib
import json
import pathlib
import re
import subprocess
import sys
import time
import uuid

# What is inside the programs themselves, not beside them: no symbol of a shared library tells of it.
LINKED_IN = ["libsqlcipher-dev"]


def run(*words):
    return subprocess.run(words, capture_output=True, text=True, check=True).stdout


def shared_libraries(programs):
    names = set()
    for program in programs:
        for line in run("ldd", program).splitlines():
            found = re.search(r"=> (/\S+)", line)
            if found:
                names.add(pathlib.Path(found.group(1)).resolve())
    return names


def package_of(path):
    # dpkg knows a file by the name it was packed under, which may lead over a link (/lib is /usr/lib).
    for name in (str(path), str(path).removeprefix("/usr")):
        done = subprocess.run(["dpkg-query", "-S", name], capture_output=True, text=True)
        if done.returncode == 0:
            return done.stdout.split(":")[0].split(",")[0]
    raise SystemExit(f"sbom: {path} belongs to no package")


def described(package):
    name, version, source, architecture = run(
        "dpkg-query", "-W", "-f", "${Package}\t${Version}\t${source:Package}\t${Architecture}\n", package).splitlines()[0].split("\t")
    return {"name": name, "version": version, "source": source, "architecture": architecture}


def terms(package):
    """The short names of the licences, and the copyright file."""
    path = pathlib.Path("/usr/share/doc") / package / "copyright"
    text = path.read_text(encoding="utf-8", errors="replace") if path.exists() else ""
    return sorted(set(re.findall(r"^License:[ \t]*(\S[^\n]*)$", text, re.M))), text


def main():
    sources, version, date, out, notices = pathlib.Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), sys.argv[4], sys.argv[5]
    programs = sys.argv[6:]
    packages = {package_of(path) for path in shared_libraries(programs)} | set(LINKED_IN)
    components = []
    texts = {}
    for package in sorted(packages):
        what = described(package)
        names, text = terms(package)
        reference = f"pkg:deb/debian/{what['name']}@{what['version'].replace(':', '%3A').replace('+', '%2B')}?arch={what['architecture']}&distro=debian-13"
        component = {
            "type": "library", "bom-ref": reference, "name": what["name"], "version": what["version"], "purl": reference,
            "scope": "required",
            "properties": [{"name": "casebound:linked", "value": "static" if package in LINKED_IN else "shared"}],
        }
        if names:
            component["licenses"] = [{"license": {"name": name}} for name in names]
        components.append(component)
        texts.setdefault(text, []).append(what["name"])
    data = json.loads((sources / "installer/bundled_data.json").read_text(encoding="utf-8"))
    for entry in data["data"]:
        components.append({"type": "data", "bom-ref": "data:" + entry["name"], "name": entry["name"], "version": entry["version"],
                           "description": entry["description"], "licenses": [{"license": {"name": entry["licence"]}}]})
    components.sort(key=lambda component: component["bom-ref"])
    digest = hashlib.sha256(json.dumps(components, sort_keys=True).encode()).digest()
    bill = {
        "bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1,
        "serialNumber": "urn:uuid:" + str(uuid.UUID(bytes=digest[:16], version=4)),
        "metadata": {
            "timestamp": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(date)),
            "component": {"type": "application", "bom-ref": "casebound", "name": "casebound", "version": version,
                          "licenses": [{"license": {"id": "Apache-2.0"}}]},
        },
        "components": components,
        "dependencies": [{"ref": "casebound", "dependsOn": [component["bom-ref"] for component in components]}],
    }
    pathlib.Path(out).write_text(json.dumps(bill, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    with open(notices, "w", encoding="utf-8") as file:
        file.write("What Casebound's programs link or hold of others, and under which terms. Debian's own copyright files, as they stand.\n")
        for entry in data["data"]:
            # The notice is what its document quotes.
            lines = (sources / entry["notice_file"]).read_text(encoding="utf-8").splitlines()
            notice = "\n".join(line.lstrip("> ") for line in lines if line.startswith(">"))
            file.write(f"\n=== {entry['name']} {entry['version']} (data inside the programs)\n{entry['description']}\n\n{notice}\n")
        for text, names in sorted(texts.items(), key=lambda item: item[1]):
            file.write(f"\n=== {', '.join(names)}\n{text}")


main()
