#!/usr/bin/env bash
# @gfx/zopfli 1.0.15: importing it adds listeners for uncaughtException and unhandledRejection to the whole process, and the second one
# throws: a program that looks after its own rejections and goes on ends with status 7 once the package is loaded, whoever rejected.
# (Emscripten's default of its time, compiled in.) So load it where nothing else runs, as our build of scripts does, never in a server.
# Fails when this changes.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts @gfx/zopfli@1.0.15
cat >check.mjs <<'JS'
process.on('unhandledRejection', () => {});
if (process.argv[2] === 'loaded') await import('@gfx/zopfli');
console.error('listeners', process.listenerCount('unhandledRejection'), process.listenerCount('uncaughtException'));
Promise.reject(new Error('looked after by the program'));
setTimeout(() => console.error('still running'), 50);
JS
tell() { node check.mjs "$1" 2>&1 >/dev/null | grep -E '^(listeners|still)' | paste -sd ' ' - || true; }
without=$(tell without)
loaded=$(tell loaded)
echo "without: $without; with @gfx/zopfli 1.0.15: $loaded"
[ "$without" = 'listeners 1 0 still running' ] && [ "$loaded" = 'listeners 2 1' ]
