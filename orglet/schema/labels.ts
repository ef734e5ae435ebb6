/** Custom labels with their translations. */
import type { Project } from './metadata/project.js';

/** Name of a label in a package carries its namespace when it is used from outside. */
export class Labels {
  private readonly namespace: string;
  /** Lower-case name → [name, value]. */
  private readonly values = new Map<string, [name: string, value: string]>();
  /** Keys of labels that there are, by their names as written. */
  private readonly keys = new Map<string, string>();
  /** Language → lower-case name → value. */
  private readonly translations = new Map<string, Map<string, string>>();

  constructor(project: Project) {
    this.namespace = project.namespace;
    const add = (name: string, value: string) => this.values.set(name.toLowerCase(), [name, value]);
    for (const { def } of project.of('CustomLabels')) for (const label of def.labels) add(label.fullName, label.value);
    for (const { name, def } of project.of('CustomLabel')) add(def.fullName || name, def.value);
    for (const { name: language, def } of project.of('Translations')) {
      const byName = this.translations.get(language) ?? new Map<string, string>();
      for (const { name, label } of def.customLabels) if (label !== null) byName.set(name.toLowerCase(), label);
      this.translations.set(language, byName);
    }
  }

  /** Declared name of a label as written (any case; `ns.Name` and `ns__Name` too), or null. */
  resolve(name: string): string | null {
    return this.values.get(this.key(name))?.[0] ?? null;
  }

  /**
   * Text of a label.
   * @param language of the user (`de`, `pt_BR`); a missing translation falls back to the base language, then the label's own
   */
  text(name: string, language: string | null = null): string | null {
    const key = this.key(name);
    const candidates = language ? [language, language.split('_')[0]!] : [];
    for (const candidate of candidates) {
      const translated = this.translations.get(candidate)?.get(key);
      if (translated !== undefined) return translated;
    }
    return this.values.get(key)?.[1] ?? null;
  }

  /** Whether the label has a translation into exactly that language. */
  isTranslated(name: string, language: string): boolean {
    return this.translations.get(language)?.has(this.key(name)) ?? false;
  }

  /** Declared names, sorted. */
  names(): string[] {
    return [...this.values.values()].map(([name]) => name).sort();
  }

  private key(name: string): string {
    let key = this.keys.get(name);
    if (key === undefined) {
      key = this.keyOf(name);
      if (this.values.has(key)) this.keys.set(name, key);
    }
    return key;
  }

  private keyOf(name: string): string {
    const lower = name.toLowerCase();
    const prefix = this.namespace.toLowerCase();
    if (prefix && (lower.startsWith(`${prefix}__`) || lower.startsWith(`${prefix}.`)))
      return lower.slice(prefix.length).replace(/^(__|\.)/, '');
    return lower.startsWith('c.') ? lower.slice(2) : lower;
  }
}
