#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Usage: check-mime.sh TYPE.xml EXAMPLE.okr UPDATE-MIME-DATABASE GIO
# A plan has our type by its name, and by its content when the name says nothing.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mkdir -p "$folder/mime/packages"
cp "$1" "$folder/mime/packages/"
export XDG_DATA_HOME="$folder" XDG_DATA_DIRS=/nonexistent
"$3" "$folder/mime"
echo '{}' >"$folder/named.okr"
cp "$2" "$folder/plan"
export GIO_USE_VFS=local

status=0
for file in "$folder/named.okr" "$folder/plan"; do
  found=$("$4" info -a standard::content-type,standard::icon "$file")
  if ! grep -q 'content-type: application/vnd.waymark.okr+json' <<<"$found"; then
    printf '%s: wrong type\n%s\n' "${file##*/}" "$found" >&2
    status=1
  fi
  if ! grep -q 'icon: application-vnd.waymark.okr+json' <<<"$found"; then
    printf '%s: wrong icon\n%s\n' "${file##*/}" "$found" >&2
    status=1
  fi
done
exit "$status"
