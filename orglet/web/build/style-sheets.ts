/** What each module of a build imports, at once or later, by module. */
export type ModuleGraph = Map<string, { imports: readonly string[]; later: readonly string[] }>;

/**
 * Puts the texts of stylesheets together: one sheet for the entry, with everything that its components load later, and one for each
 * page with what it adds. A component's text comes before those of the components in it, as the engine would insert them.
 * @param styles texts by module
 * @param entry module of the entry
 * @param pages modules that are loaded as pages
 * @returns the sheets by module; none where there is nothing to say
 */
export function styleSheets(
  graph: ModuleGraph,
  styles: Map<string, string>,
  entry: string,
  pages: string[],
): Map<string, string> {
  const isPage = new Set(pages);
  const shared = new Set<string>();
  visit(entry, shared, new Set());
  const sheets = new Map([[entry, textOf(shared)]]);
  for (const page of pages) {
    const own = new Set<string>();
    visit(page, own, shared);
    if (!shared.has(page)) sheets.set(page, textOf(own));
  }
  return new Map([...sheets].filter(([, css]) => css !== ''));

  function visit(module: string, seen: Set<string>, known: Set<string>): void {
    if (seen.has(module) || known.has(module)) return;
    seen.add(module);
    const { imports, later } = graph.get(module) ?? { imports: [], later: [] };
    for (const imported of imports) if (styles.has(imported)) visit(imported, seen, known);
    for (const imported of imports) visit(imported, seen, known);
    for (const imported of later) if (!isPage.has(imported)) visit(imported, seen, known);
  }

  function textOf(modules: Set<string>): string {
    return [...modules].flatMap((module) => styles.get(module) ?? []).join('\n');
  }
}
