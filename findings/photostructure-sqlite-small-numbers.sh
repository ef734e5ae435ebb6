#!/usr/bin/env bash
# @photostructure/sqlite 1.2.1 stores 1e-17 as 0: it takes a number for whole when it is less than 2^-52 above a whole one, and
# only near zero there are doubles so close. -1e-17 stays. So numbers between 0 and 2^-52 must not be bound; a literal in the
# statement keeps them. Fails when this changes.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts @photostructure/sqlite@1.2.1
cat >check.mjs <<'JS'
import { DatabaseSync } from '@photostructure/sqlite';
const db = new DatabaseSync(':memory:');
db.exec('CREATE TABLE t (a REAL)');
const stored = (value) => db.prepare('INSERT INTO t VALUES (?) RETURNING a').get(value).a;
console.log(stored(1e-17), stored(-1e-17), stored(3e-16), db.prepare('SELECT 1e-17 AS a').get().a);
JS
seen=$(node check.mjs)
echo "@photostructure/sqlite 1.2.1: $seen"
[ "$seen" = '0 -1e-17 3e-16 1e-17' ]
