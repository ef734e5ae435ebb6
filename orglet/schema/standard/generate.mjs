#!/usr/bin/env node
// Writes objects.json, the standard objects that Orglet knows, from two sources of facts:
//   --reference DIR  one JSON file an object, from Salesforce's object reference: types, properties, labels, lengths
//   --types JAR      sobject-types-*.jar of the npm package @salesforce/code-analyzer-pmd-engine: Apex types of all fields
// Facts that neither has (picklist values, key prefixes, cascade deletes, …) are hand-made in overlay.ts.
//
// objects.json maps an object's name to lines of tab-separated cells. First line: companions (s share, h history, f feed,
// c change event). Each further line is a field: name, type[:length or :precision,scale], flags, label, references
// (`Target=ChildRelationship,…`), relationship name. A label that the name implies is left empty.
// Flags: c create, u update, n nillable, d defaulted on create, f filter, g group, s sort, i idLookup, r restricted
// picklist, a auto-number.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readClass, zipEntries } from '../../apex/signatures/class-file.mjs';
import { impliedLabel } from './implied-label.js';

const here = dirname(fileURLToPath(import.meta.url));
const { values: args } = parseArgs({ options: { reference: { type: 'string' }, types: { type: 'string' } } });

const included = new Set(
  readFileSync(join(here, 'included-objects.txt'), 'utf8')
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .flatMap((line) => line.split(/\s+/).filter(Boolean)),
);

const ACC_STATIC = 0x0008;
/** What class files name as the type of a parent that may be of several objects. */
const POLYMORPHIC = new Set(['Name', 'SObject']);

/** Fields of features that a fresh org does not have: multiple currencies, person accounts, divisions, state and country
 * picklists, middle names, Salesforce to Salesforce, activity metrics, sales engagement, commerce. */
const FEATURE_FIELDS =
  /^(CurrencyIsoCode|Division|MiddleName|Suffix|Connection(Received|Sent)Id|ActivityMetric\w*|ActionCadence\w*|ScheduledResumeDateTime|\w*(StateCode|CountryCode)|Commerce\w*Reference|IsBuyer|HasPrivacyHold|TaskWhoIds|EventWhoIds|AcceptedEventInviteeIds|DeclinedEventInviteeIds|UndecidedEventInviteeIds|PartnerAccountId|Jigsaw(Company|Contact)Id|Dandb\w+|IsPriorityRecord)$|^Person(?!al)|__c$/;
/** Child relationships that the class files leave out. */
const MISSING_CHILDREN = { EntityDefinition: [{ name: 'Fields', object: 'FieldDefinition' }] };

const FEATURE_FIELDS_OF = {
  Account:
    /^(IsPersonAccount|FirstName|LastName|Salutation|Person\w+|ChannelProgram\w*|EffectiveDate|EndDate|IsActive|IsCustomerPortal|IsPartner|IsExcludedFromRealign)$/,
  Contact:
    /^(CanAllowPortalSelfReg|IsPersonAccount|BuyerAttributes|ContactSource|DeceasedDate|SequenceInMultipleBirth|TitleType|DepartmentGroup|Gender\w*|Pronouns|LastCU\w+)$/,
  Lead: /^(ScoreIntelligenceId|Gender\w*|Pronouns|IsPriorityRecord|ActiveTrackerCount|First(Call|Email)DateTime)$/,
  // Order Management and Revenue Cloud.
  Order:
    /^(Total(?!Amount$)\w+|GrandTotalAmount|SalesChannelId|TaxLocaleType|OrderManagement\w+|RelatedOrder\w+|Billing(EmailAddress|PhoneNumber)|ExternalCustomerReference|OrderedDate|SalesStoreId|\w*(Fulfill|Calculation|Appl(y|ied)|Contact(PointId)?Reference)\w*)$/,
  OrderItem:
    /^(Adjusted\w+|Aggregated\w+|BatchIdentifier|BillingFrequency2|DeliveryEst\w+|DoesAutomatically\w+|\w*Estimated\w+|End(DateTime|Time)|GrossUnitPrice|IsOrderItemLocked|LineNumber|ListPriceTotal|NetUnitPrice|Period\w+|Pricing\w+|ProForma\w+|ReferencePrice|Related\w+|Rounded\w+|Segment\w+|Service(DateTime|EndTimeZone|Time)|Starting\w+|Supplemental\w+|Total(?!Price$)\w+|Type|TypeCode|UnitPriceUplift|GrossUnit\w+|Charge\w+|Subscription\w+|Selling\w+)$/,
};
const isFeatureField = (object, name) => FEATURE_FIELDS.test(name) || Boolean(FEATURE_FIELDS_OF[object]?.test(name));

function readReference() {
  const objects = new Map();
  for (const file of readdirSync(args.reference)) {
    if (file.endsWith('.json'))
      objects.set(file.slice(0, -5), JSON.parse(readFileSync(join(args.reference, file), 'utf8')));
  }
  return objects;
}

/** Object name → {fields: [{name, type, target?}], children: [{name, object}]}; also the set of all class names. */
function readTypes() {
  const classes = new Map();
  for (const [path, bytes] of zipEntries(readFileSync(args.types))) {
    const name = /^com\/nawforce\/runforce\/SObjects\/(\w+)\.class$/.exec(path)?.[1];
    if (name) classes.set(name, bytes);
  }
  const objects = new Map();
  for (const name of included) {
    if (!classes.has(name)) continue;
    const [fields, children, parents] = [[], [...(MISSING_CHILDREN[name] ?? [])], new Map()];
    for (const { name: field, descriptor, access } of readClass(classes.get(name)).fields) {
      if (access & ACC_STATIC) continue;
      const [, array, kind, type] = /^(\[?)L(?:com\/nawforce\/runforce\/(\w+)\/)?([\w$/]+);/.exec(descriptor) ?? [];
      if (array && kind === 'SObjects') field.startsWith('Person') || children.push({ name: field, object: type });
      else if (array) fields.push({ name: field, type: 'StringList' });
      else if ((kind === 'SObjects' && type !== 'Address' && type !== 'Location') || type === 'SObject')
        parents.set(field, type);
      else fields.push({ name: field, type });
    }
    for (const field of fields) {
      const parent = field.name.endsWith('Id') ? field.name.slice(0, -2) : null;
      // Objects of the metadata catalogue name their parents by durable Ids, which are text.
      if (parent && parents.has(parent) && (field.type === 'Id' || field.type === 'String'))
        Object.assign(field, { type: 'Id', relationship: parent, target: parents.get(parent) });
    }
    objects.set(name, { fields, children });
  }
  return { objects, classNames: new Set(classes.keys()) };
}

const TEXT_GUESSES = [
  [/Email$/, 'EMAIL:80'],
  [/(Phone|^Fax)$/, 'PHONE:40'],
  [/(Url|URL|Website)$/, 'URL:1024'],
  [/^(Description|Body|Comment|Comments|HtmlValue|Markup|Content|TextBody|HtmlBody)$/, 'TEXTAREA:32000'],
  [
    /(^Status|Type|Priority|^Rating|Category|^Origin|^Reason|AccessLevel|^Language|LocaleSidKey|TimeZoneSidKey|Visibility|State)$/,
    'PICKLIST:40',
  ],
  [/(DeveloperName|NamespacePrefix)$/, 'STRING:80'],
];

/** Type cell of a field of which only the Apex type is known. */
function guessType({ name, type }) {
  switch (type) {
    case 'Id':
      return name === 'Id' ? 'ID' : 'REFERENCE';
    case 'String':
      return TEXT_GUESSES.find(([pattern]) => pattern.test(name))?.[1] ?? 'STRING:255';
    case 'Decimal':
      return /(Amount|Price|Cost|Revenue|Budget)/.test(name)
        ? 'CURRENCY:18,2'
        : /(Percent|Probability)/.test(name)
          ? 'PERCENT:5,2'
          : 'DOUBLE:18,2';
    case 'Double':
      return 'DOUBLE:18,15';
    case 'Integer':
      return 'INTEGER:9';
    case 'Blob':
      return 'BASE64';
    default:
      return (
        {
          Boolean: 'BOOLEAN',
          Date: 'DATE',
          Datetime: 'DATETIME',
          Time: 'TIME',
          Long: 'LONG',
          Address: 'ADDRESS',
          Location: 'LOCATION',
          'java/lang/Object': 'ANYTYPE',
        }[type] ?? 'COMPLEXVALUE'
      );
  }
}

const TYPE_NAMES = { INT: 'INTEGER', TIMEONLY: 'TIME', 'DYNAMIC PICKLIST': 'PICKLIST' };

function referenceType(field, entry) {
  const raw = (entry?.type ?? field?.type ?? 'string').toUpperCase();
  // Lists of Ids have no describe type of their own.
  if (raw === 'JUNCTIONIDLIST') return 'COMPLEXVALUE';
  const type = TYPE_NAMES[raw] ?? raw;
  const number = (value) => Number(String(value ?? '0').replaceAll(',', ''));
  if (['CURRENCY', 'DOUBLE', 'PERCENT'].includes(type)) {
    return entry?.precision
      ? `${type}:${number(entry.precision)},${number(entry.scale)}`
      : `${type}:${type === 'PERCENT' ? '5,2' : '18,2'}`;
  }
  if (type === 'INTEGER') return `INTEGER:${number(entry?.digits) || 9}`;
  if (
    [
      'BOOLEAN',
      'DATE',
      'DATETIME',
      'TIME',
      'REFERENCE',
      'ID',
      'ADDRESS',
      'LOCATION',
      'LONG',
      'BASE64',
      'ANYTYPE',
      'COMPLEXVALUE',
    ].includes(type)
  )
    return type;
  const stated = /Maximum (?:size|length)(?: is|:)? (?:of )?([\d,]+)/i.exec(field?.description ?? '')?.[1];
  return `${type}:${number(entry?.length) || number(stated) || { TEXTAREA: 32000, PHONE: 40, EMAIL: 80 }[type] || 255}`;
}

const PROPERTY_FLAGS = {
  create: 'c',
  update: 'u',
  nillable: 'n',
  'defaulted on create': 'd',
  filter: 'f',
  group: 'g',
  sort: 's',
  idlookup: 'i',
  'restricted picklist': 'r',
  autonumber: 'a',
};
const SYSTEM_FIELDS = /^(Id|IsDeleted|CreatedDate|CreatedById|LastModifiedDate|LastModifiedById|SystemModstamp)$/;
const READ_ONLY_FIELDS =
  /^(LastViewedDate|LastReferencedDate|LastActivityDate|MasterRecordId|NamespacePrefix|IsClosed|IsWon|PhotoUrl)$/;

function flagsOf(field, name, type) {
  if (SYSTEM_FIELDS.test(name)) return /Date|Modstamp/.test(name) ? 'dfs' : 'dfgs';
  if (field?.properties) {
    const flags = field.properties.split(',').map((property) => PROPERTY_FLAGS[property.trim().toLowerCase()] ?? '');
    return [...new Set(flags)].join('');
  }
  if (READ_ONLY_FIELDS.test(name)) return type === 'BOOLEAN' ? 'dfgs' : 'nfgs';
  const access = type === 'ADDRESS' || type === 'LOCATION' ? '' : 'cu';
  return access + (type === 'BOOLEAN' ? 'dfgs' : 'nfgs');
}

function targetsOf(field, typed, types) {
  const stated = field?.refers_to?.split(',').map((target) => target.trim()) ?? [];
  const polymorphic = POLYMORPHIC.has(typed?.target);
  const targets = stated.length > 0 ? stated : typed?.target && !polymorphic ? [typed.target] : [];
  if (targets.length === 0 && polymorphic)
    return /Owner/.test(typed.name) ? ['Group', 'User'] : types.polymorphicParents(typed);
  return targets.filter((target) => included.has(target));
}

/** Fields of an object as objects with all cells but the child relationships. */
function fieldsOf(object, reference, typed, types) {
  const names = new Set([
    ...(typed?.fields ?? []).map(({ name }) => name),
    ...Object.keys(reference?.fields ?? {}),
    ...Object.keys(reference?.field_reference ?? {}),
  ]);
  const [fields, seen] = [[], new Set()];
  for (const name of names) {
    if (!/^[A-Za-z]\w*$/.test(name) || isFeatureField(object, name) || seen.has(name.toLowerCase())) continue;
    seen.add(name.toLowerCase());
    const [stated, entry] = [reference?.fields?.[name], reference?.field_reference?.[name]];
    const apex = typed?.fields.find((field) => field.name === name);
    const known = apex || (stated && (entry || !typed || /junctionidlist/i.test(stated.type)));
    if (!known && !SYSTEM_FIELDS.test(name)) continue;
    const type =
      SYSTEM_FIELDS.test(name) && apex
        ? guessType(apex)
        : stated || entry
          ? referenceType(stated, entry)
          : guessType(apex);
    const field = {
      name,
      type,
      flags: flagsOf(stated, name, type),
      label: entry?.field_label ?? '',
      targets: [],
      relationship: '',
    };
    if (type === 'REFERENCE') {
      field.targets = targetsOf(stated, apex && { ...apex, object }, types);
      field.relationship =
        stated?.relationship_name?.trim() || apex?.relationship || (name.endsWith('Id') ? name.slice(0, -2) : '');
      if (/^(CreatedBy|LastModifiedBy)Id$/.test(name)) field.targets = ['User'];
      if (field.targets.length === 0) {
        if (stated?.refers_to || (apex?.target && !POLYMORPHIC.has(apex.target))) continue;
        if (!apex?.target) field.relationship = '';
      }
    }
    if (field.label === impliedLabel(name)) field.label = '';
    fields.push(field);
  }
  return fields;
}

/** Gives every child relationship of the class files to the reference field it comes from. */
function assignChildren(objects, typed) {
  const ambiguous = [];
  for (const [parent, { children }] of typed) {
    for (const { name, object } of children) {
      const fields = objects
        .get(object)
        ?.filter((field) => field.targets.includes(parent) && !SYSTEM_FIELDS.test(field.name));
      if (!fields?.length) continue;
      const free = fields.filter((field) => !(field.children ??= {})[parent]);
      const chosen = free.length === 1 ? free[0] : pick(free, name, object);
      if (free.length > 1)
        ambiguous.push(`${parent}.${name} → ${object}.${chosen.name} of ${free.map((f) => f.name).join(', ')}`);
      if (chosen) chosen.children[parent] = name;
    }
  }
  if (process.env.VERBOSE) console.error(ambiguous.join('\n'));
}

/** The likeliest of several fields: its relationship name is in the child relationship's, else the plainest. */
function pick(fields, childRelationship, child) {
  const words = (text) => text.toLowerCase();
  const named = fields.filter((field) => words(childRelationship).includes(words(field.relationship)));
  const plain = fields.find((field) =>
    /^(Parent|Account|Contact|Case|Opportunity|Campaign|What|Who)Id$/.test(field.name),
  );
  const full = words(childRelationship) === `${words(child)}s` || /^Child/.test(childRelationship);
  return (full && plain) || named[0] || plain || fields[0];
}

const reference = readReference();
const { objects: typed, classNames } = readTypes();
const types = {
  /** Objects that list children of the polymorphic field's object. */
  polymorphicParents: ({ object }) =>
    [...typed].filter(([, { children }]) => children.some((child) => child.object === object)).map(([name]) => name),
};
const objects = new Map();
for (const name of [...included].sort()) {
  if (reference.has(name) || typed.has(name))
    objects.set(name, fieldsOf(name, reference.get(name), typed.get(name), types));
  else console.error(`${name}: in neither source`);
}
assignChildren(objects, typed);

const companions = (name) =>
  [
    ['s', 'Share'],
    ['h', 'History'],
    ['f', 'Feed'],
    ['c', 'ChangeEvent'],
  ]
    .map(([flag, suffix]) => (classNames.has(name + suffix) ? flag : ''))
    .join('');
const line = (field) =>
  [
    field.name,
    field.type,
    field.flags,
    field.label,
    field.targets
      .map((target) => (field.children?.[target] ? `${target}=${field.children[target]}` : target))
      .join(','),
    field.relationship,
  ]
    .join('\t')
    .trimEnd();
const output = {};
for (const [name, fields] of objects) output[name] = [companions(name), ...fields.map(line)].join('\n');
writeFileSync(join(here, 'objects.json'), JSON.stringify(output, null, 0).replaceAll('","', '",\n"') + '\n');
