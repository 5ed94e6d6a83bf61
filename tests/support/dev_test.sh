#!/usr/bin/env bash
# ./dev says what is wrong and what to do where it cannot make its environment, and leaves nothing half-made.
# Runs the real script against stand-ins of the system's tools in a folder of its own.
set -uo pipefail
here=$(cd "$(dirname "$0")/../.." && pwd -P)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0 failed=0

fake() { printf '#!/bin/bash\n%s\n' "$2" >"$work/bin/$1"; chmod +x "$work/bin/$1"; }

# A Debian 12 with tools that work; each case breaks one of them.
fresh() {
  rm -rf "$work/bin" "$work/cache"
  mkdir -p "$work/bin" "$work/cache"
  printf 'ID=debian\nVERSION_ID=12\nVERSION_CODENAME=bookworm\n' >"$work/os-release"
  fake mmdebstrap 'for last; do :; done; while [ $# -gt 1 ]; do [ "$1" = trixie ] && mkdir -p "$2"; shift; done; cat >/dev/null'
  fake bwrap 'exit 0'
  fake apt-config 'exit 0'
  fake df 'printf "Filesystem 1024-blocks Used Available Capacity Mounted\nx 1 1 90000000 1%% /\n"'
  fake id 'echo 1000'
}

run() { env PATH="$work/bin:/usr/bin:/bin" HOME="$work" XDG_CACHE_HOME="$work/cache" CASEBOUND_OS_RELEASE="$work/os-release" \
  CASEBOUND_DEBIAN_MIRROR="${mirror-http://mirror.invalid/debian}" "$here/dev" shell true 2>&1; }

expect() { # expect NAME STATUS PATTERN…
  local name=$1 status=$2 output got pattern ok=1
  shift 2
  output=$(run)
  got=$?
  [ "$got" = "$status" ] || { ok=0; echo "  exit status $got instead of $status"; }
  for pattern; do grep -q -- "$pattern" <<<"$output" || { ok=0; echo "  nothing said of: $pattern"; }; done
  if compgen -G "$work/cache/casebound/*.part" >/dev/null; then ok=0; echo "  an unfinished root was left"; fi
  if [ $ok = 1 ]; then passed=$((passed + 1)); echo "pass $name"; else failed=$((failed + 1)); echo "FAIL $name"; printf '%s\n' "$output" | sed 's/^/    /'; fi
}

fresh; expect "makes the root once, then enters it" 0 "is ready"
fake mmdebstrap 'exit 9'; expect "does not make it again" 0

fresh; fake mmdebstrap 'cat >/dev/null; echo "E: Temporary failure resolving mirror" >&2; exit 100'
expect "no network" 1 "network is down" "unfinished root was removed"
fresh; fake mmdebstrap 'cat >/dev/null; echo "E: cannot unshare: newuidmap failed" >&2; exit 1'
expect "no user namespaces for making it" 1 "user namespaces" "uidmap"
fresh; fake mmdebstrap 'cat >/dev/null; echo "write: No space left on device" >&2; exit 1'
expect "disk full while making it" 1 "disk of" "Make room"
fresh; fake df 'printf "Filesystem 1024-blocks Used Available Capacity Mounted\nx 1 1 1000000 1%% /\n"'
expect "too little space to begin" 1 "976 MB free" "Nothing was done" "XDG_CACHE_HOME"
fresh; fake bwrap 'echo "bwrap: setting up uid map: Permission denied" >&2; exit 1'
expect "no user namespaces for entering it" 1 "Permission denied" "does not allow user namespaces" "sysctl"
fresh; rm "$work/bin/mmdebstrap" "$work/bin/bwrap"; ln -s /bin/bash "$work/bin/bash"
PATH_ONLY=1
for tool in env dirname sed sha256sum sort cut mkdir mktemp flock rm grep awk readlink tail cat chmod mv; do ln -sf "$(command -v $tool)" "$work/bin/$tool"; done
fake apt-get 'exit 1'
run() { env PATH="$work/bin" HOME="$work" XDG_CACHE_HOME="$work/cache" CASEBOUND_OS_RELEASE="$work/os-release" \
  CASEBOUND_DEBIAN_MIRROR="${mirror-http://mirror.invalid/debian}" "$here/dev" shell true 2>&1; }
expect "no root and no tools" 1 "only root can install" "apt-get install mmdebstrap bubblewrap"
fake id 'echo 0'; expect "root, but no network to install the tools" 1 "could not install mmdebstrap" "Nothing was done"
rm "$work/bin/apt-get"; expect "a system without apt" 1 "no apt-get" "CASEBOUND_DEBIAN_MIRROR"

echo "$passed passed, $failed failed"
[ $failed = 0 ]
