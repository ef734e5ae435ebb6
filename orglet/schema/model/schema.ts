/** The model of a project: its objects over the standard ones. Objects are built when they are first asked for. */
import { createHash } from 'node:crypto';
import type { Project, MetadataProblem } from '../metadata/project.js';
import type { ChildRelationship, FieldInfo, ObjectInfo, ObjectKind, SchemaModel } from '../model.js';
import { companionName, isCustomName, lookup, qualify } from '../names.js';
import { hasCompanion, isStandardObject, standardFields, standardObjectNames } from '../standard/catalog.js';
import { featureFields, lacks } from '../standard/features.js';
import { OPEN_REFERENCES } from '../standard/overlay.js';
import { Labels } from '../labels.js';
import { shapeKey, type OrgShape } from '../shape.js';
import { DuplicateRules } from '../duplicate-rules.js';
import { CustomMetadataRecords } from '../custom-metadata.js';
import { ChildIndex } from './children.js';
import { customField, isFieldType, type FieldContext } from './custom-field.js';
import type { FieldSpec } from './field.js';
import { ModelObject, type ObjectParts, type ObjectTraits } from './object.js';
import { fieldSetsOf, recordTypesOf, validationRulesOf } from './parts.js';
import { ValueSets } from './picklist.js';
import { gatherObjects, type ObjectSource } from './sources.js';
import { changeEventFields, feedFields, historyFields, shareFields, systemFields } from './system-fields.js';
import { companionTraits, customPrefixes, customTraits, kindOf, standardPrefix, standardTraits } from './traits.js';

type Companion = 'Share' | 'History' | 'Feed' | 'ChangeEvent';
const COMPANION_FLAGS = { Share: 's', History: 'h', Feed: 'f', ChangeEvent: 'c' } as const;

/** How to build an object: from a source of its own, or as a companion of another. */
type Recipe = { companion: null; kind: ObjectKind } | { companion: Companion; of: string };

/** Spellings of object names that are remembered. */
const SPELLINGS = 10_000;

export class Schema implements SchemaModel {
  readonly namespace: string;
  readonly shape: OrgShape;
  readonly project: Project;
  readonly labels: Labels;
  readonly customMetadata: CustomMetadataRecords;
  readonly duplicateRules: DuplicateRules;
  /** What is wrong with the project's metadata, broken files included. */
  readonly problems: readonly MetadataProblem[];
  private readonly sources: ReadonlyMap<string, ObjectSource>;
  private readonly recipes = new Map<string, Recipe>();
  private readonly canonical = new Map<string, string>();
  /** Objects by their names as written. */
  private readonly resolved = new Map<string, ModelObject>();
  private readonly built = new Map<string, ModelObject>();
  private readonly specs = new Map<string, readonly FieldSpec[]>();
  private readonly prefixes: ReadonlyMap<string, string>;
  private readonly tabs: ReadonlySet<string>;
  private readonly context: FieldContext;
  private readonly parts: ObjectParts;
  private childIndex: ChildIndex | null = null;
  private byPrefix: Map<string, string> | null = null;
  private fingerprintText: string | null = null;

  constructor(project: Project) {
    this.project = project;
    this.namespace = project.namespace;
    this.shape = project.shape;
    this.sources = gatherObjects(project);
    this.problems = [...project.problems, ...this.checkSources()];
    this.listObjects();
    const customs = [...this.sources.values()].map((source) => ({ name: source.name, kind: kindOf(source) }));
    this.prefixes = customPrefixes(customs);
    this.tabs = new Set(
      project
        .of('CustomTab')
        .filter(({ def }) => def.customObject)
        .map(({ name }) => qualify(this.namespace, name)),
    );
    this.context = {
      namespace: this.namespace,
      valueSets: new ValueSets(project),
      fieldSpec: (object, field) => this.specsOf(object).find((spec) => spec.name === field) ?? null,
    };
    this.parts = {
      childRelationships: (object) => this.childrenOf(object),
      recordTypes: (object) => recordTypesOf(object, this.sources.get(object.name), this.namespace, this.shape),
      fieldSets: (object) => fieldSetsOf(object, this.sources.get(object.name), this.namespace),
      validationRules: (object) => validationRulesOf(this.sources.get(object.name), this.namespace),
    };
    this.duplicateRules = new DuplicateRules(project);
    this.labels = new Labels(project);
    this.customMetadata = new CustomMetadataRecords(project, this);
  }

  object(canonicalName: string): ModelObject | undefined {
    const known = this.built.get(canonicalName);
    if (known) return known;
    const recipe = this.recipes.get(canonicalName);
    if (!recipe) return undefined;
    const object = new ModelObject(
      this.traitsOf(canonicalName),
      () => this.specsOf(canonicalName),
      this.namespace,
      this.parts,
    );
    this.built.set(canonicalName, object);
    return object;
  }

  resolveObject(name: string): ModelObject | null {
    const known = this.resolved.get(name);
    if (known) return known;
    const canonical = lookup(this.canonical, this.namespace, name);
    const object = canonical === undefined ? null : (this.object(canonical) ?? null);
    if (object && this.resolved.size < SPELLINGS) this.resolved.set(name, object);
    return object;
  }

  objectByPrefix(keyPrefix: string): ModelObject | null {
    if (!this.byPrefix) {
      this.byPrefix = new Map();
      for (const name of standardObjectNames())
        if (!this.byPrefix.has(standardPrefix(name))) this.byPrefix.set(standardPrefix(name), name);
      for (const [name, prefix] of this.prefixes) this.byPrefix.set(prefix, name);
    }
    const name = this.byPrefix.get(keyPrefix);
    return name === undefined ? null : (this.object(name) ?? null);
  }

  objectNames(): readonly string[] {
    return [...this.recipes.keys()].sort();
  }

  objects(): readonly ModelObject[] {
    return this.objectNames().map((name) => this.object(name)!);
  }

  /** The field at the end of a path of parent relationships; a polymorphic parent counts as a user when it may be one. */
  fieldAt(object: ObjectInfo, path: readonly string[]): FieldInfo | null {
    let current: ObjectInfo | null = object;
    for (const step of path.slice(0, -1)) {
      const targets: readonly string[] = current?.resolveRelationship(step)?.referenceTo ?? [];
      const target = targets.includes('User') ? 'User' : targets[0];
      current = target === undefined ? null : this.resolveObject(target);
    }
    return current?.resolveField(path[path.length - 1]!) ?? null;
  }

  /** Objects that the project declares or extends, canonical names. */
  projectObjectNames(): readonly string[] {
    return [...this.sources.keys()].filter((name) => this.recipes.has(name));
  }

  /** What the project's files say about an object, or null. */
  source(canonicalName: string): ObjectSource | null {
    return this.sources.get(canonicalName) ?? null;
  }

  resolveLabel(name: string): string | null {
    return this.labels.resolve(name);
  }

  get fingerprint(): string {
    if (this.fingerprintText === null) {
      const hash = createHash('sha1').update(
        JSON.stringify([this.namespace, shapeKey(this.shape), this.labels.names(), standardObjectNames().length]),
      );
      for (const [name, { def, fields, fieldSets }] of this.sources)
        hash.update(JSON.stringify([name, def, [...fields], fieldSets]));
      this.fingerprintText = hash.digest('hex');
    }
    return this.fingerprintText;
  }

  private listObjects(): void {
    const add = (name: string, recipe: Recipe) => {
      this.recipes.set(name, recipe);
      this.canonical.set(name.toLowerCase(), name);
    };
    const addCompanion = (of: string, companion: Companion) => {
      const name = companionName(of, companion);
      if (!this.recipes.has(name)) add(name, { companion, of });
    };
    const standard = standardObjectNames().filter((name) => !lacks(this.shape, name));
    for (const name of standard) add(name, { companion: null, kind: 'standard' });
    for (const name of standard) {
      for (const companion of Object.keys(COMPANION_FLAGS) as Companion[])
        if (hasCompanion(name, COMPANION_FLAGS[companion])) addCompanion(name, companion);
    }
    for (const source of this.sources.values()) {
      const kind = kindOf(source);
      if (kind === 'standard') continue;
      add(source.name, { companion: null, kind });
      if (kind !== 'custom') continue;
      if (!hasMaster(source)) addCompanion(source.name, 'Share');
      if (source.def?.enableHistory) addCompanion(source.name, 'History');
      if (source.def?.enableFeeds) addCompanion(source.name, 'Feed');
      addCompanion(source.name, 'ChangeEvent');
    }
  }

  /** Problems that only show when the parts of an object are put together. */
  private checkSources(): MetadataProblem[] {
    const problems: MetadataProblem[] = [];
    const report = (file: string, message: string, severity: 'error' | 'warning') =>
      problems.push({ file, line: 1, column: 1, message, severity });
    for (const source of this.sources.values()) {
      if (kindOf(source) === 'standard') {
        if (!isStandardObject(source.name) && source.fields.size > 0)
          report(source.file, `Orglet does not know the standard object ${source.name}`, 'warning');
        continue;
      }
      if (!source.def)
        report(source.file, `${source.name} has parts but no definition of the object itself`, 'warning');
      for (const [name, def] of source.fields) {
        if (isCustomName(name) && def.type && !isFieldType(def.type))
          report(source.file, `${source.name}.${name} has the unknown type ${def.type}`, 'error');
      }
    }
    return problems;
  }

  private traitsOf(name: string): ObjectTraits {
    const recipe = this.recipes.get(name)!;
    if (recipe.companion) return companionTraits(name, this.traitsOf(recipe.of), recipe.companion);
    const source = this.sources.get(name);
    if (recipe.kind === 'standard') return standardTraits(name, source, this.shape.sharing[name.toLowerCase()]);
    return customTraits(source!, recipe.kind, this.prefixes.get(name) ?? null, hasMaster(source!));
  }

  private specsOf(name: string): readonly FieldSpec[] {
    let specs = this.specs.get(name);
    if (!specs) this.specs.set(name, (specs = this.buildSpecs(name)));
    return specs;
  }

  private buildSpecs(name: string): FieldSpec[] {
    const recipe = this.recipes.get(name);
    if (!recipe) return [];
    if (recipe.companion === null)
      return recipe.kind === 'standard' ? this.standardSpecs(name) : this.customSpecs(name, recipe.kind);
    switch (recipe.companion) {
      case 'Share':
        return shareFields(
          recipe.of,
          (this.sources.get(recipe.of)?.sharingReasons ?? []).map(({ fullName }) => qualify(this.namespace, fullName)),
        );
      case 'History':
        return historyFields(recipe.of);
      case 'Feed':
        return feedFields(recipe.of);
      case 'ChangeEvent':
        return changeEventFields(this.specsOf(recipe.of));
    }
  }

  private standardSpecs(name: string): FieldSpec[] {
    const specs = standardFields(name);
    for (const spec of specs) {
      const values = this.context.valueSets.ofStandardField(name, spec.name);
      if (values) spec.picklistValues = values;
      if (OPEN_REFERENCES[`${name}.${spec.name}`])
        spec.referenceTo = [
          ...spec.referenceTo!,
          ...this.openTargets(Boolean(OPEN_REFERENCES[`${name}.${spec.name}`]!.activities)),
        ];
    }
    specs.push(...featureFields(this.shape, name, specs));
    const own = this.withProjectFields(name, specs);
    return this.shape.personAccounts && name === 'Account' ? [...own, ...this.personFields()] : own;
  }

  /** Custom fields of contacts as person accounts have them: `Birthday__c` is `Birthday__pc` there. */
  private personFields(): FieldSpec[] {
    return this.specsOf('Contact')
      .filter((spec) => spec.name.endsWith('__c') && !spec.calculated)
      .map((spec) => ({
        ...spec,
        name: spec.name.replace(/__c$/, '__pc'),
        relationshipName: spec.relationshipName?.replace(/__r$/, '__pr') ?? null,
        childRelationshipName: null,
        unique: false,
        externalId: false,
        idLookup: false,
      }));
  }

  /** Custom objects that references to any object may point to. */
  private openTargets(activities: boolean): string[] {
    const customs = [...this.sources.values()].filter((source) => kindOf(source) === 'custom');
    return customs.filter(({ def }) => !activities || def?.enableActivities).map(({ name }) => name);
  }

  private customSpecs(name: string, kind: ObjectKind): FieldSpec[] {
    const source = this.sources.get(name)!;
    const facts = { detail: hasMaster(source), recordTypes: source.recordTypes.length > 0, tab: this.tabs.has(name) };
    const specs = systemFields(kind, source.def, facts);
    return this.withProjectFields(name, [...specs, ...featureFields(this.shape, name, specs)]);
  }

  /** Adds custom fields, and lets definitions of standard fields change those. */
  private withProjectFields(name: string, system: readonly FieldSpec[]): FieldSpec[] {
    const specs = [...system];
    for (const [fieldName, def] of this.sources.get(name)?.fields ?? []) {
      if (isCustomName(fieldName)) {
        specs.push(...customField(this.context, fieldName, def));
        continue;
      }
      const at = specs.findIndex(
        (spec) =>
          spec.name.toLowerCase() === fieldName.toLowerCase() ||
          spec.relationshipName?.toLowerCase() === fieldName.toLowerCase(),
      );
      if (at < 0) continue;
      const values = this.context.valueSets.ofField(def);
      const changed: FieldSpec = { ...specs[at]!, trackHistory: def.trackHistory };
      if (values) changed.picklistValues = values.values;
      if (def.inlineHelpText) changed.inlineHelpText = def.inlineHelpText;
      if (def.label) changed.label = def.label;
      specs[at] = changed;
    }
    return specs;
  }

  private childrenOf(object: ObjectInfo): ChildRelationship[] {
    this.childIndex ??= this.buildChildIndex();
    const relationships: ChildRelationship[] = [];
    for (const entry of this.childIndex.of(object.name)) {
      if (!this.recipes.has(entry.object)) continue;
      const get = () => this.object(entry.object)!;
      relationships.push({
        name: entry.relationship,
        cascadeDelete: entry.cascade,
        restrictedDelete: entry.restrict,
        get childObject() {
          return get();
        },
        get field() {
          return get().fields.get(entry.field)!;
        },
      });
    }
    return relationships;
  }

  private buildChildIndex(): ChildIndex {
    const index = new ChildIndex();
    for (const source of this.sources.values()) {
      const kind = kindOf(source);
      if (kind === 'custom') index.addOpenReferences(source.name, source.def?.enableActivities ?? false);
      for (const spec of this.specsOf(source.name)) {
        if (spec.type !== 'REFERENCE' || (kind === 'standard' && !isCustomName(spec.name))) continue;
        for (const parent of spec.referenceTo ?? []) index.add(parent, entryOf(source.name, spec));
      }
    }
    for (const [name, recipe] of this.recipes) {
      if (recipe.companion === null || recipe.companion === 'ChangeEvent') continue;
      const parent = this.specsOf(name).find((spec) => spec.childRelationshipName);
      if (parent) index.add(recipe.of, entryOf(name, parent));
    }
    return index;
  }
}

const entryOf = (object: string, spec: FieldSpec) => ({
  object,
  field: spec.name,
  relationship: spec.childRelationshipName ?? null,
  cascade: spec.deleteConstraint === 'Cascade',
  restrict: spec.deleteConstraint === 'Restrict',
});

const hasMaster = (source: ObjectSource) => [...source.fields.values()].some((field) => field.type === 'MasterDetail');
