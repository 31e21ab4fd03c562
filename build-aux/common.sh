# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# Sourced by run, test and .ci/run.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

# packages SECTION…: the packages of these sections, one a line
packages ()
{
  local section
  for section; do
    sed -n "/^\[$section\]\$/,/^\[/{s/^\([a-z0-9][^ ]*\).*/\1/p}" "$root/build-aux/packages-debian.txt"
  done
}

# missing PACKAGE…: those that dpkg does not have
missing ()
{
  local state
  state=$(dpkg-query -W -f='${Package} ${db:Status-Status}\n' "$@" 2>/dev/null || true)
  comm -23 <(printf '%s\n' "$@" | sort -u) \
           <(sed -n 's/ installed$//p' <<<"$state" | sort -u)
}

is_debian ()
{
  command -v apt-get >/dev/null && command -v dpkg-query >/dev/null \
    && grep -qE '^ID(_LIKE)?=.*(debian|ubuntu)' /etc/os-release 2>/dev/null
}

apt ()
{
  local -a sudo=()
  if [ "$(id -u)" -ne 0 ]; then
    sudo=(sudo)
  fi
  "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=600 "$@"
}

# install_packages SECTION…: on Debian installs what is missing, elsewhere says what is needed
install_packages ()
{
  local -a wanted lacking
  mapfile -t wanted < <(packages "$@")
  if ! is_debian; then
    echo 'This is not Debian. Waymark needs what these Debian packages hold:' >&2
    printf '  %s\n' "${wanted[@]}" >&2
    return 0
  fi
  mapfile -t lacking < <(missing "${wanted[@]}")
  if [ ${#lacking[@]} -eq 0 ]; then
    return 0
  fi
  echo "Installing: ${lacking[*]}" >&2
  if [ "$(id -u)" -ne 0 ] && ! command -v sudo >/dev/null; then
    echo 'This needs root or sudo. As root, run:' >&2
    echo "  apt-get install --no-install-recommends ${lacking[*]}" >&2
    return 1
  fi
  apt update >&2
  apt install -y --no-install-recommends "${lacking[@]}" >&2
}

# quietly COMMAND…: shows what the command printed only when it fails
quietly ()
{
  local log status=0
  log=$(mktemp)
  "$@" >"$log" 2>&1 || status=$?
  if [ "$status" -ne 0 ]; then
    cat "$log" >&2
  fi
  rm -f "$log"
  return "$status"
}

# build FOLDER [MESON OPTION…]: configures the folder once, then builds
build ()
{
  local folder=$1
  shift
  if [ ! -f "$folder/build.ninja" ]; then
    rm -rf "$folder"
    echo "Configuring ${folder##*/}" >&2
    quietly meson setup "$@" "$folder" "$root"
  fi
  echo "Building ${folder##*/}" >&2
  quietly meson compile -C "$folder"
}

# run_tests FOLDER [MESON TEST ARGUMENT…]: runs the tests of a build and sums them up. A journey meets
# programs that are not ours and fail at times (servers' daemons, the accessibility bus, a display
# without a window manager): up to three that fail are tried once more, each by itself, and the sum
# tells of it.
run_tests ()
{
  local folder=$1 logs="$1/meson-logs" status=0
  local -a again options
  shift
  options=(-C "$folder" --no-rebuild --timeout-multiplier 4)
  rm -f "$logs"/{testlog,secondlog}.json
  meson test "${options[@]}" "$@" || status=$?
  mapfile -t again < <("$root/build-aux/summarize-tests" --failed journeys "$logs/testlog.json")
  if [ ${#again[@]} -ge 1 ] && [ ${#again[@]} -le 3 ]; then
    status=0
    meson test "${options[@]}" --num-processes 1 --logbase secondlog "${again[@]}" || true
    "$root/build-aux/summarize-tests" "$logs/testlog.json" "$logs/secondlog.json" || status=$?
  else
    "$root/build-aux/summarize-tests" "$logs/testlog.json" || status=1
  fi
  return "$status"
}

# sum_up LINE…: adds lines of the form "N passed, N failed, N skipped" and prints the sum
sum_up ()
{
  printf '%s\n' "$@" | awk '/^[0-9]+ passed, / { p += $1; f += $3; s += $5 }
    END { printf "%d passed, %d failed, %d skipped\n", p, f, s }'
}
