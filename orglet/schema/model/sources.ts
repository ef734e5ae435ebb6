/** Gathers what a project's files say about each object: definitions split over files and folders become one. */
import type { Component } from '../metadata/components.js';
import type {
  BusinessProcessDef,
  CompactLayoutDef,
  FieldDef,
  FieldSetDef,
  ListViewDef,
  ObjectDef,
  RecordTypeDef,
  SharingReasonDef,
  ValidationRuleDef,
  WebLinkDef,
} from '../metadata/objects.js';
import type { Project } from '../metadata/project.js';
import { qualify } from '../names.js';

/** Everything a project declares about one object, names as in the files. */
export interface ObjectSource {
  /** Canonical. */
  readonly name: string;
  /** File of the first declaration, for problems. */
  readonly file: string;
  /** Null when only parts of the object are declared, as for standard objects. */
  def: ObjectDef | null;
  /** By canonical field name. */
  readonly fields: Map<string, FieldDef>;
  readonly recordTypes: RecordTypeDef[];
  readonly validationRules: ValidationRuleDef[];
  readonly fieldSets: FieldSetDef[];
  readonly listViews: ListViewDef[];
  readonly compactLayouts: CompactLayoutDef[];
  readonly webLinks: WebLinkDef[];
  readonly businessProcesses: BusinessProcessDef[];
  readonly sharingReasons: SharingReasonDef[];
}

/** Custom fields of activities are declared once, for both of these. */
const ACTIVITY_OBJECTS = ['Task', 'Event'];

const PARTS = {
  RecordType: 'recordTypes',
  ValidationRule: 'validationRules',
  FieldSet: 'fieldSets',
  ListView: 'listViews',
  CompactLayout: 'compactLayouts',
  WebLink: 'webLinks',
  BusinessProcess: 'businessProcesses',
  SharingReason: 'sharingReasons',
} as const;

function newSource(name: string, file: string): ObjectSource {
  return {
    name,
    file,
    def: null,
    fields: new Map(),
    recordTypes: [],
    validationRules: [],
    fieldSets: [],
    listViews: [],
    compactLayouts: [],
    webLinks: [],
    businessProcesses: [],
    sharingReasons: [],
  };
}

/** Object sources by canonical name. External objects (`__x`) are left out. */
export function gatherObjects(project: Project): Map<string, ObjectSource> {
  const sources = new Map<string, ObjectSource>();
  const forObject = (name: string, file: string): ObjectSource[] => {
    if (name.toLowerCase().endsWith('__x')) return [];
    const names = name === 'Activity' ? ACTIVITY_OBJECTS : [qualify(project.namespace, name)];
    return names.map((canonical) => {
      let source = sources.get(canonical);
      if (!source) sources.set(canonical, (source = newSource(canonical, file)));
      return source;
    });
  };
  const addField = (source: ObjectSource, field: FieldDef, name: string) => {
    const canonical = qualify(project.namespace, name);
    source.fields.set(canonical, field);
  };

  for (const { name, file, def } of project.of('CustomObject')) {
    for (const source of forObject(name, file)) {
      source.def = source.def ? mergeDefs(source.def, def) : def;
      for (const field of def.fields) addField(source, field, field.fullName);
      for (const key of Object.values(PARTS)) (source[key] as unknown[]).push(...def[key]);
    }
  }
  for (const component of project.of('CustomField')) {
    for (const source of forObject(component.object!, component.file))
      addField(source, component.def, component.def.fullName || component.name);
  }
  for (const [type, key] of Object.entries(PARTS) as [keyof typeof PARTS, (typeof PARTS)[keyof typeof PARTS]][]) {
    for (const component of project.of(type) as readonly Component<keyof typeof PARTS>[]) {
      for (const source of forObject(component.object!, component.file)) {
        (source[key] as unknown[]).push({ ...component.def, fullName: component.def.fullName || component.name });
      }
    }
  }
  return sources;
}

/** Later files of one object fill in what earlier ones left out. */
function mergeDefs(first: ObjectDef, second: ObjectDef): ObjectDef {
  const merged: Record<string, unknown> = { ...first };
  for (const [key, value] of Object.entries(second)) {
    const own = merged[key];
    if (own === null || own === undefined || own === false || (Array.isArray(own) && own.length === 0))
      merged[key] = value;
  }
  return merged as ObjectDef;
}
