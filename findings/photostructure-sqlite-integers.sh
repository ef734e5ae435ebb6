#!/usr/bin/env bash
# @photostructure/sqlite 1.2.1 calls itself a drop-in replacement of node:sqlite. node:sqlite binds every JavaScript number
# as REAL, so that a bound 5 divided by 2 is 2.5 (seen with Node 22.23 and 26.12). This package binds whole numbers of 32 bits
# as INTEGER and larger ones as REAL: 5 / 2 is 2, and a value's type depends on its size. So bind with one rule of your own.
# Fails when this changes.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts @photostructure/sqlite@1.2.1
cat >check.mjs <<'JS'
import { DatabaseSync } from '@photostructure/sqlite';
const db = new DatabaseSync(':memory:');
const half = (value) => Object.values(db.prepare('SELECT ? / 2 AS half, typeof(?) AS type').get(value, value)).join(' ');
console.log(half(5), '|', half(2147483647), '|', half(2147483649));
JS
seen=$(node check.mjs)
echo "@photostructure/sqlite 1.2.1: $seen"
[ "$seen" = '2 integer | 1073741823 integer | 1073741824.5 real' ]
