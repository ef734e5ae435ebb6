#!/usr/bin/env bash
# @salesforce/eslint-config-lwc 4.1.2 and prettier 3.10.1 (both in every Salesforce DX project template) refuse each other's output: the
# configuration's `no-confusing-arrow` asks for parentheses around a conditional expression behind an arrow, Prettier takes them away where the
# expression has a line of its own, and `eslint --fix` puts them back. No text passes both, so the rule is switched off where Prettier formats.
# Fails when this changes.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts eslint@9.39.5 prettier@3.10.1 @salesforce/eslint-config-lwc@4.1.2 \
  @lwc/eslint-plugin-lwc@3.5.0 @babel/core@7 @babel/eslint-parser@7 >/dev/null 2>&1
cat >eslint.config.mjs <<'JS'
import recommended from '@salesforce/eslint-config-lwc/recommended.js';
const configs = [recommended.default ?? recommended].flat();
const rule = configs.map(({ rules }) => rules?.['no-confusing-arrow']).find(Boolean);
console.error('rule', JSON.stringify(rule));
export default [{ files: ['*.js'], rules: { 'no-confusing-arrow': rule } }];
JS
printf 'export const text = (count) =>\n  count ? `${count} of them are in the cart, which is enough for a line` : "none of them is in the cart";\n' >page.js
count() { npx eslint page.js 2>/dev/null | grep -c 'no-confusing-arrow' || true; }
npx prettier --write page.js >/dev/null
pretty=$(count)
npx eslint --fix page.js >/dev/null 2>&1 || true
npx prettier --check page.js >/dev/null 2>&1 && back=kept || back=reformatted
rule=$(npx eslint page.js 2>&1 >/dev/null | grep '^rule' || true)
cat page.js
echo "$rule; after Prettier: $pretty problem; after eslint --fix Prettier has it $back"
[ "$pretty" = 1 ] && [ "$back" = reformatted ]
