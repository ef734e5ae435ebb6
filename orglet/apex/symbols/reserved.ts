/** Names that the Apex compiler refuses for types, members, parameters and variables, whatever the case of their letters. */
const RESERVED = new Set(
  (
    'abstract and as asc break bulk by catch class commit continue delete desc do else enum extends false final finally for from ' +
    'global having if implements in insert instanceof interface like limit list map merge new not null nulls on or override ' +
    'private protected public return select static super testmethod this throw trigger true try undelete update upsert using ' +
    'virtual webservice where while'
  ).split(' '),
);

/** Names that a query in brackets cannot give to what it selects, besides those. */
const RESERVED_IN_QUERIES = new Set(
  'after before count excludes first get includes last set sharing with without'.split(' '),
);

/** Why a declared name is refused; null when it is not. */
export function refusedName(name: string): string | null {
  return RESERVED.has(name.toLowerCase()) ? `Identifier name is reserved: ${name}` : null;
}

/** Why the alias of a selected aggregate or field is refused; null when it is not. */
export function refusedAlias(name: string): string | null {
  const key = name.toLowerCase();
  const refused = RESERVED_IN_QUERIES.has(key) || (RESERVED.has(key) && key !== 'commit');
  return refused ? `Identifier name is reserved: ${name}` : null;
}
