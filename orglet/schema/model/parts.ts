/** Record types, field sets and validation rules of an object. */
import { metadataId } from '../ids.js';
import type { FieldSetInfo, ObjectInfo, RecordTypeInfo, ValidationRule } from '../model.js';
import { localName, qualify } from '../names.js';
import type { OrgShape } from '../shape.js';
import { decodeValue } from './picklist.js';
import type { ObjectSource } from './sources.js';

/** Id of the master record type of every object. */
const MASTER_RECORD_TYPE_ID = '012000000000000AAA';

const MASTER: RecordTypeInfo = {
  developerName: 'Master',
  namespace: '',
  label: 'Master',
  description: null,
  active: true,
  master: true,
  personType: false,
  id: MASTER_RECORD_TYPE_ID,
  picklistValues: {},
};

/** Comes with Person Accounts. */
const PERSON: RecordTypeInfo = {
  ...MASTER,
  developerName: 'PersonAccount',
  label: 'Person Account',
  master: false,
  personType: true,
  id: metadataId('012', 'Account.PersonAccount'),
};

export function recordTypesOf(
  object: ObjectInfo,
  source: ObjectSource | undefined,
  namespace: string,
  { personAccounts }: OrgShape,
): RecordTypeInfo[] {
  const own = (source?.recordTypes ?? []).map((def): RecordTypeInfo => ({
    developerName: def.fullName,
    namespace,
    label: def.label ?? def.fullName,
    description: def.description,
    active: def.active,
    master: false,
    personType: false,
    id: metadataId('012', `${localName(object.name)}.${def.fullName}`),
    picklistValues: Object.fromEntries(
      def.picklistValues.map(({ picklist, values }) => [
        object.resolveField(picklist)?.name ?? qualify(namespace, picklist),
        values.map((value) => ({ value: decodeValue(value.fullName), default: value.default })),
      ]),
    ),
  }));
  return personAccounts && object.name === 'Account' ? [MASTER, ...own, PERSON] : [MASTER, ...own];
}

export function fieldSetsOf(object: ObjectInfo, source: ObjectSource | undefined, namespace: string): FieldSetInfo[] {
  return (source?.fieldSets ?? []).map((def) => ({
    object,
    name: def.fullName,
    namespace,
    label: def.label ?? def.fullName,
    description: def.description,
    members: def.displayedFields.map(({ field, isRequired }) => ({
      path: field
        .split('.')
        .map((part) => qualify(namespace, part))
        .join('.'),
      required: isRequired,
    })),
  }));
}

export function validationRulesOf(source: ObjectSource | undefined, namespace: string): ValidationRule[] {
  return (source?.validationRules ?? []).map((def) => ({
    name: def.fullName,
    active: def.active,
    formula: def.errorConditionFormula,
    errorMessage: def.errorMessage,
    errorField: def.errorDisplayField === null ? null : qualify(namespace, def.errorDisplayField),
  }));
}
