// Kinds of org by short names: what `sf org create scratch` and Orglet make them by. docs/orgs.md tells what each is for.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fail, root } from './setup.mjs';

/** @typedef {{definition: string, metadata?: string, records?: string}} Shape Paths from the root: definition, what is deployed besides, records */

/** @type {Record<string, Shape>} */
export const SHAPES = {
  plain: { definition: 'config/project-scratch-def.json' },
  currencies: { definition: 'config/multi-currency-scratch-def.json', records: 'config/currencies.json' },
  people: { definition: 'config/person-accounts-scratch-def.json' },
  addresses: { definition: 'config/address-picklists-scratch-def.json' },
  duplicates: { definition: 'config/project-scratch-def.json', metadata: 'config/duplicate-rules' },
  everything: {
    definition: 'config/everything-scratch-def.json',
    metadata: 'config/duplicate-rules',
    records: 'config/currencies.json',
  },
  'without-orders': { definition: 'config/without-orders-scratch-def.json' },
};

/** A kind of org by its name, or one that a definition file makes. @param {string} name */
export function shapeOf(name) {
  if (Object.hasOwn(SHAPES, name)) return SHAPES[name];
  if (name.endsWith('.json') && existsSync(join(root, name))) return { definition: name };
  return fail(
    `There is no kind of org “${name}”. Choose from: ${Object.keys(SHAPES).join(', ')}, or name a definition.`,
  );
}

/** What Orglet opens an org of the kind with. @param {string} [name] none: a plain one */
export function orgletOptions(name) {
  const { definition, metadata, records } = shapeOf(name ?? 'plain');
  return { definition, metadataDirs: metadata ? [metadata] : [], recordFiles: records ? [records] : [] };
}

/** The same for its command line. @param {string} name */
export function orgletArguments(name) {
  const { definition, metadata, records } = shapeOf(name);
  return [
    '--definition',
    definition,
    ...(metadata ? ['--metadata', metadata] : []),
    ...(records ? ['--records', records] : []),
  ];
}
