# Read by ./dev for "package --check": the package against Debian's policy and a second build of the same commit, then in a clean, minimal
# Debian 13 – installed with apt, its window opened and driven through the main job on the practice vendor, then purged. The clean Debian is
# outside the environment of ./dev but for the display, so that nothing of it helps.

# What lintian has to say must be explained in installer/debian/lintian-overrides.
check_policy() {
  say "lintian"
  local found
  found=$( ( enter lintian --no-cfg --display-info --tag-display-limit 0 --fail-on none "$1" ) 2>&1 ) || die "lintian did not run:" "$found"
  found=$(grep -v '^N: ' <<<"$found" || true) # how many were explained
  [ -z "$found" ] || die "lintian says what nobody explained:" "$found"
}

# The same commit, cloned to another folder and built there, gives the same bytes. The compiler cache is shared; set CCACHE_DISABLE=1 to
# compile everything twice.
check_same_bytes() {
  local deb=$1 again first second
  if [ -n "$(git -C "$here" status --porcelain)" ]; then
    say "there are changes that are not committed: the package was not built a second time"
    return
  fi
  say "the same commit once more, in another folder"
  again=$(mktemp -d)
  git clone -q "$here" "$again/sources"
  ( here=$again/sources; cd "$here"; enter "$here/installer/package" ) >"$again/log" 2>&1 || { tail -n 20 "$again/log" >&2; die "the second build failed"; }
  first=$(sha256sum <"$deb") second=$(cat "$again"/sources/build/package/casebound_*.deb | sha256sum)
  [ "$first" = "$second" ] || die "two builds of the same commit differ; the second is in $again/sources/build/package"
  rm -rf "$again"
}

# clean_root WORDS…: a command in the clean root, as root in it.
clean_root() {
  if [ "$(id -u)" = 0 ]; then chroot "$clean" "$@"; else mmdebstrap --unshare-helper chroot "$clean" "$@"; fi
}

check_package() {
  local deb clean scratch xvfb number options=() left status=0
  deb=$(ls -t "$here"/build/package/casebound_*.deb 2>/dev/null | head -n 1)
  [ -n "$deb" ] || die "there is no package in build/package; nothing was checked"
  check_policy "$deb"
  check_same_bytes "$deb"
  clean=$cache/clean-13 scratch=$(mktemp -d)
  chmod -R u+w "$clean" 2>/dev/null || true
  rm -rf "$clean" 2>/dev/null || mmdebstrap --unshare-helper rm -rf "$clean"
  need_tools
  add_proxies
  say "a clean Debian 13, and the package into it"
  # The trailing hook keeps what apt did: a package that only installs with --force is none.
  mirror_lines | sort -u | mmdebstrap --variant=minbase "${options[@]}" --dpkgopt=force-unsafe-io --skip=cleanup/apt/cache \
    --customize-hook="cp '$deb' \"\$1/srv/casebound.deb\"" \
    --customize-hook='chroot "$1" apt-get install -y --no-install-recommends /srv/casebound.deb' \
    --customize-hook='rm "$1/srv/casebound.deb"' trixie "$clean" - >"$scratch/install.log" 2>&1 ||
    { tail -n 20 "$scratch/install.log" >&2; rm -rf "$scratch"; die "the package could not be installed into a clean Debian 13"; }

  say "its window, on the practice vendor"
  mkdir -m 700 "$scratch/home" "$scratch/run"
  mkfifo "$scratch/number"
  ( enter Xvfb -displayfd 7 -screen 0 1600x1000x24 -nolisten tcp ) 7>"$scratch/number" >/dev/null 2>&1 &
  xvfb=$!
  read -r -t 30 number <"$scratch/number" || die "Xvfb did not start; the window was not tried"
  chmod 755 "$scratch"
  bwrap --die-with-parent --unshare-pid --unshare-ipc --proc /proc --dev /dev --ro-bind "$clean/usr" /usr --ro-bind "$clean/etc" /etc \
    --ro-bind "$clean/var" /var --symlink usr/bin /bin --symlink usr/sbin /sbin --symlink usr/lib /lib --symlink usr/lib64 /lib64 \
    --tmpfs /tmp --ro-bind /tmp/.X11-unix /tmp/.X11-unix --bind "$scratch/home" /desk --bind "$scratch/run" /run --chdir /desk \
    --unshare-user --uid 1000 --gid 1000 --clearenv --setenv HOME /desk --setenv XDG_RUNTIME_DIR /run --setenv PATH /usr/bin:/bin \
    --setenv LANG C.UTF-8 --setenv DISPLAY ":$number" -- \
    casebound --tour /desk/pictures --data /desk/.local/share/casebound >"$scratch/tour.log" 2>&1 || status=$?
  kill "$xvfb" 2>/dev/null || true
  [ "$status" = 0 ] || { tail -n 20 "$scratch/tour.log" >&2; die "the installed window did not get through the main job (exit status $status); see $scratch"; }
  rm -rf "$here/build/package/pictures"
  cp -r "$scratch/home/pictures" "$here/build/package/pictures"

  say "the package out of it again"
  clean_root dpkg --purge casebound >"$scratch/purge.log" 2>&1 || { cat "$scratch/purge.log" >&2; die "the package could not be purged"; }
  left=$(find "$clean" -xdev -iname '*casebound*' ! -path "$clean/var/log/*" ! -path "$clean/var/cache/*" 2>/dev/null || true)
  [ -z "$left" ] || die "the purge left something behind:" "$left"
  find "$scratch/home/.local/share/casebound" -name audit.db -size +0 | grep -q . ||
    die "the user's data is gone with the package"
  chmod -R u+w "$clean" 2>/dev/null || true
  rm -rf "$clean" "$scratch" 2>/dev/null || true
  say "explained to lintian, the same bytes twice, installed, opened ($(ls "$here/build/package/pictures" | wc -l) pictures in build/package/pictures), purged; the user's data stayed"
}
