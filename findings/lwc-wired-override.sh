#!/usr/bin/env bash
# lwc 8.28.2: a method that a base class wires is the one the engine calls, whatever a subclass overrides: the engine keeps the
# function of the class that was decorated, where an event handler or any other method would be looked up on the instance. The
# override compiles, TypeScript's `override` accepts it, and it is never called. A parent class of ours named a page and its part
# overrode that: the part waited for its store for ever. So let the wired method of a base class call another method, and override that one.
# Fails when this changes.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts @lwc/engine-dom@8.28.2 jsdom@26.1.0
cat >check.mjs <<'JS'
import { JSDOM } from 'jsdom';
const { window } = new JSDOM('<!doctype html>', { url: 'http://localhost' });
for (const name of Object.getOwnPropertyNames(window)) if (!(name in globalThis)) globalThis[name] = window[name];
Object.assign(globalThis, { window, document: window.document });
const { createElement, LightningElement, registerComponent, registerDecorators, registerTemplate } = await import('@lwc/engine-dom');
class Adapter {
  constructor(emit) {
    this.emit = emit;
  }
  connect() {
    this.emit('row');
  }
  update() {}
  disconnect() {}
}
const seen = [];
class Base extends LightningElement {
  wired(value) {
    seen.push(`wired of the base: ${value}`);
    this.plain(value);
  }
  plain() {
    seen.push('plain of the base');
  }
}
registerDecorators(Base, { wire: { wired: { adapter: Adapter, method: 1, config: () => ({}) } } });
class Sub extends Base {
  wired(value) {
    seen.push(`wired of the subclass: ${value}`);
  }
  plain() {
    seen.push('plain of the subclass');
  }
}
const empty = () => [];
registerTemplate(empty);
const Component = registerComponent(Sub, { tmpl: empty, sel: 'x-sub', apiVersion: 65 });
document.body.appendChild(createElement('x-sub', { is: Component }));
await new Promise((resolve) => queueMicrotask(resolve));
console.log(seen.join(', '));
JS
seen=$(node check.mjs 2>/dev/null | tail -n 1)
echo "@lwc/engine-dom 8.28.2: $seen"
[ "$seen" = 'wired of the base: row, plain of the subclass' ]
