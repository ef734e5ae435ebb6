// Holds the arrows between the package's domains (docs/adr/0001-domains.md): a domain's Apex, triggers and components
// may use their own tier's domain and those below, never one beside or above.
import { readFileSync, readdirSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { root } from '../lib/setup.mjs';

/** From the ground up; domains in one tier do not know each other. */
const TIERS = [
  ['core'],
  ['stores'],
  ['ledger'],
  ['customers'],
  ['catalog'],
  ['inventory', 'pricing'],
  ['promotions', 'tax'],
  ['shipping'],
  ['cart'],
  ['checkout'],
  ['payments'],
  ['stripe', 'adyen'],
  ['refunds'],
  ['orders'],
  ['fulfillment', 'returns'],
  ['notifications'],
  ['memberships'],
  ['loyalty', 'bookings', 'forms', 'subscriptions', 'vouchers', 'credit', 'b2b'],
  ['identity'],
  ['wishlist'],
  ['account'],
  ['search'],
  ['content', 'marketing', 'service', 'reporting', 'integrations', 'migration'],
  ['storefront', 'admin'],
];
const tierOf = new Map(TIERS.flatMap((domains, tier) => domains.map((domain) => [domain, tier])));
const app = join(root, 'force-app');

function* files(dir) {
  for (const entry of readdirSync(dir, { withFileTypes: true })) {
    const path = join(dir, entry.name);
    if (entry.isDirectory()) yield* files(path);
    else yield path;
  }
}

const problems = [];
const owner = new Map();
const sources = [];
for (const path of files(app)) {
  const [domain, kind, bundle] = relative(app, path).split(/[\\/]/);
  if (!tierOf.has(domain)) problems.push(`force-app/${domain}: is no domain that scripts/checks/domains.mjs knows`);
  if (/\.cls$/.test(path)) owner.set(basename(path, '.cls').toLowerCase(), domain);
  if (kind === 'lwc') owner.set(`c/${bundle}`.toLowerCase(), domain);
  // Tests may arrange data through any domain.
  if (kind !== 'tests' && !path.includes('__tests__') && /\.(cls|trigger|ts)$/.test(path) && !path.endsWith('.d.ts'))
    sources.push({ path, domain });
}
for (const { path, domain } of sources) {
  const code = readFileSync(path, 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, ' ')
    .replace(/\/\/.*$/gm, ' ');
  const names = path.endsWith('.ts')
    ? [...code.matchAll(/['"](c\/\w+)['"]/g)].map((m) => m[1])
    : (code.replace(/'(?:\\.|[^'\\])*'/g, "''").match(/[A-Za-z_]\w*/g) ?? []);
  for (const name of new Set(names.map((n) => n.toLowerCase()))) {
    const used = owner.get(name);
    if (!used || used === domain || tierOf.get(used) < tierOf.get(domain)) continue;
    // The storefront's shared presentation (formats, labels, tiles) lies under every page of a domain.
    if (name.startsWith('c/') && used === 'storefront') continue;
    problems.push(
      `${relative(root, path)}: ${domain} uses ${name} of ${used}, which stands ${tierOf.get(used) === tierOf.get(domain) ? 'beside' : 'above'} it`,
    );
  }
}
[...new Set(problems)].forEach((problem) => console.log(problem));
process.exitCode = problems.length ? 1 : 0;
