/** Which objects refer to which: the reverse of the reference fields, without building the objects. */
import { standardReferences } from '../standard/catalog.js';
import { DELETE_CONSTRAINTS, OPEN_REFERENCES } from '../standard/overlay.js';

export interface ChildEntry {
  /** Canonical name of the child object. */
  readonly object: string;
  readonly field: string;
  readonly relationship: string | null;
  readonly cascade: boolean;
  readonly restrict: boolean;
}

/** Child entries by canonical name of the parent. */
export class ChildIndex {
  private readonly byParent = new Map<string, ChildEntry[]>();

  constructor() {
    for (const { object, field, parent, childRelationship } of standardReferences()) {
      this.add(parent, standardEntry(object, field, childRelationship));
    }
  }

  add(parent: string, entry: ChildEntry): void {
    const entries = this.byParent.get(parent);
    if (entries) entries.push(entry);
    else this.byParent.set(parent, [entry]);
  }

  /** Lets the standard references that may point to any object point to a custom one. */
  addOpenReferences(object: string, activities: boolean): void {
    for (const [path, open] of Object.entries(OPEN_REFERENCES)) {
      if (open.activities && !activities) continue;
      const [child, field] = path.split('.') as [string, string];
      this.add(object, standardEntry(child, field, open.children));
    }
  }

  of(parent: string): readonly ChildEntry[] {
    return this.byParent.get(parent) ?? [];
  }
}

function standardEntry(object: string, field: string, relationship: string | null): ChildEntry {
  const constraint = DELETE_CONSTRAINTS[`${object}.${field}`];
  return { object, field, relationship, cascade: constraint === 'Cascade', restrict: constraint === 'Restrict' };
}
