/** The standard objects as generated (see generate.mjs) with the hand-made overlay. Text is parsed when an object is asked for. */
import type { DisplayType } from '../model.js';
import type { FieldSpec } from '../model/field.js';
import objects from './objects.json' with { type: 'json' };
import {
  AUTO_NUMBERS,
  COMPOUND_NAMES,
  DELETE_CONSTRAINTS,
  FIELD_OVERRIDES,
  NAME_FIELDS,
  POLYMORPHIC_TARGETS,
} from './overlay.js';
import { standardPicklist } from './picklist-values.js';

/** Rows of aggregate queries are records too; `AggregateResult.SObjectType` and JSON know no field but the Id. */
const SOURCE: Readonly<Record<string, string>> = { ...objects, AggregateResult: '\nId\tID\tdfgs' };

/** Companions that exist: s share, h history, f feed, c change event. */
export type CompanionFlag = 's' | 'h' | 'f' | 'c';

export const standardObjectNames = (): readonly string[] => Object.keys(SOURCE);
export const isStandardObject = (name: string): boolean => Object.hasOwn(SOURCE, name);

export const hasCompanion = (object: string, flag: CompanionFlag): boolean =>
  (SOURCE[object] ?? '').split('\n', 1)[0]!.includes(flag);

/** A reference as the reverse index of child relationships needs it. */
export interface StandardReference {
  readonly object: string;
  readonly field: string;
  readonly parent: string;
  readonly childRelationship: string | null;
}

/** Every reference field of every standard object, without parsing the other fields. */
export function* standardReferences(): Generator<StandardReference> {
  for (const object in SOURCE) {
    for (const line of SOURCE[object]!.split('\n')) {
      if (!line.includes('\tREFERENCE\t')) continue;
      const [field, , , , targets] = line.split('\t') as [string, string, string, string, string?];
      for (const target of splitTargets(object, field, targets)) {
        yield { object, field, parent: target.object, childRelationship: target.childRelationship };
      }
    }
  }
}

function splitTargets(
  object: string,
  field: string,
  cell: string | undefined,
): { object: string; childRelationship: string | null }[] {
  const stated = POLYMORPHIC_TARGETS[`${object}.${field}`];
  const parts = cell ? cell.split(',') : [];
  const named = new Map<string, string | undefined>(parts.map((part) => [part.split('=')[0]!, part.split('=')[1]]));
  return (stated ?? [...named.keys()]).map((target) => ({
    object: target,
    childRelationship: named.get(target) ?? null,
  }));
}

/** The fields of a standard object. */
export function standardFields(object: string): FieldSpec[] {
  const lines = SOURCE[object]!.split('\n').slice(1);
  return lines.map((line) => parseField(object, line));
}

function parseField(object: string, line: string): FieldSpec {
  const [name, typeCell, flags = '', label = '', targets, relationship] = line.split('\t') as [
    string,
    string,
    string?,
    string?,
    string?,
    string?,
  ];
  const [type, size = ''] = typeCell.split(':') as [DisplayType, string?];
  const [first, second] = size.split(',').map(Number) as [number, number?];
  const spec: FieldSpec = {
    name,
    type,
    label: label || undefined,
    createable: flags.includes('c'),
    updateable: flags.includes('u'),
    nillable: flags.includes('n'),
    defaultedOnCreate: flags.includes('d'),
    filterable: flags.includes('f'),
    sortable: flags.includes('s'),
    groupable: flags.includes('g'),
    idLookup: flags.includes('i') || name === 'Id',
    restrictedPicklist: flags.includes('r'),
    autoNumber: flags.includes('a'),
    nameField: name === (NAME_FIELDS[object] ?? 'Name'),
    compoundField: compoundOf(object, name),
  };
  sizeField(spec, type, first, second);
  if (type === 'REFERENCE') {
    spec.referenceTo = splitTargets(object, name, targets).map((target) => target.object);
    spec.relationshipName = relationship || null;
    spec.deleteConstraint = DELETE_CONSTRAINTS[`${object}.${name}`] ?? 'SetNull';
    spec.masterDetail = false;
  }
  if (type === 'PICKLIST' || type === 'MULTIPICKLIST' || type === 'COMBOBOX') {
    const values = standardPicklist(object, name);
    if (values) spec.picklistValues = values;
    else spec.restrictedPicklist = false; // nothing is known to restrict it to
  }
  if (spec.autoNumber) {
    spec.createable = spec.updateable = false;
    spec.displayFormat = AUTO_NUMBERS[`${object}.${name}`] ?? '{00000000}';
  }
  return Object.assign(spec, FIELD_OVERRIDES[`${object}.${name}`]);
}

function sizeField(spec: FieldSpec, type: DisplayType, first: number, second: number | undefined): void {
  if (second !== undefined) [spec.precision, spec.scale] = [first, second];
  else if (type === 'INTEGER') spec.digits = first;
  else if (type === 'REFERENCE' || type === 'ID') spec.length = 18;
  else if (first) spec.length = first;
}

const ADDRESS_PART = /^(\w*?)(Street|City|State|PostalCode|Country|Latitude|Longitude|GeocodeAccuracy)$/;

function compoundOf(object: string, name: string): string | null {
  if (COMPOUND_NAMES.has(object) && /^(FirstName|LastName|Salutation)$/.test(name)) return 'Name';
  const prefix = ADDRESS_PART.exec(name)?.[1];
  if (prefix === undefined) return null;
  const compound = `${prefix}Address`;
  return SOURCE[object]!.includes(`\n${compound}\tADDRESS`) ? compound : null;
}
