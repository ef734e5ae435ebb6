/** Fields and objects that come with a feature of the org. */
import type { FieldSpec } from '../model/field.js';
import type { OrgShape } from '../shape.js';
import { countriesOf } from './countries.js';

/** Standard objects whose records have a currency. */
const WITH_CURRENCY = new Set(
  `Account Asset AssetRelationship Campaign CampaignMember Case Contact Contract ContractLineItem Entitlement Event Idea
  Lead Opportunity OpportunityContactRole OpportunityLineItem OpportunityLineItemSchedule Order OrderItem PricebookEntry
  Product2 Quote QuoteDocument QuoteLineItem ServiceContract Task User WorkOrder WorkOrderLineItem`.split(/\s+/),
);
/** Their currency is that of the record they belong to, or is given once. */
const FIXED_CURRENCY = new Set(['OrderItem', 'OpportunityLineItem', 'QuoteLineItem', 'OpportunityLineItemSchedule']);

const CURRENCY_OBJECTS = new Set(['CurrencyType', 'DatedConversionRate']);
const ORDER_OBJECTS = new Set(['Order', 'OrderItem', 'OrderStatus']);

/** Whether a standard object is missing in the org. */
export const lacks = (shape: OrgShape, object: string): boolean =>
  (!shape.orders && ORDER_OBJECTS.has(object)) || (!shape.multiCurrency && CURRENCY_OBJECTS.has(object));

/** Fields that the org's features give to an object. @param fields the object's standard ones */
export function featureFields(shape: OrgShape, object: string, fields: readonly FieldSpec[]): FieldSpec[] {
  return [
    ...(shape.multiCurrency ? currencyFields(shape, object) : []),
    ...(shape.personAccounts ? (PERSON_FIELDS[object]?.() ?? []) : []),
    ...(shape.stateAndCountryPicklists ? addressFields(shape, withPersonFields(shape, object, fields)) : []),
  ];
}

const withPersonFields = (shape: OrgShape, object: string, fields: readonly FieldSpec[]): readonly FieldSpec[] =>
  shape.personAccounts && object === 'Account' ? [...fields, ...PERSON_FIELDS.Account!()] : fields;

function currencyFields({ currencies }: OrgShape, object: string): FieldSpec[] {
  if (!WITH_CURRENCY.has(object) && !object.endsWith('__c')) return [];
  const currency = (name: string, label: string): FieldSpec => ({
    name,
    type: 'PICKLIST',
    label,
    length: 3,
    nillable: true,
    defaultedOnCreate: true,
    updateable: object !== 'PricebookEntry' && !FIXED_CURRENCY.has(object),
    restrictedPicklist: true,
    permissionable: false,
    picklistValues: currencies,
  });
  const own = currency('CurrencyIsoCode', object === 'User' ? 'Default Currency ISO Code' : 'Currency ISO Code');
  return object === 'User' ? [currency('DefaultCurrencyIsoCode', 'Default Currency ISO Code'), own] : [own];
}

// ---- state and country picklists

const STATE = /^(\w*?)State$/;

/** `BillingStateCode` and `BillingCountryCode` beside `BillingState` and `BillingCountry`. */
function addressFields(shape: OrgShape, fields: readonly FieldSpec[]): FieldSpec[] {
  const names = new Set(fields.map(({ name }) => name));
  return fields.flatMap(({ name }) => {
    const prefix = STATE.exec(name)?.[1];
    if (prefix === undefined || !names.has(`${prefix}Country`) || names.has(`${prefix}CountryCode`)) return [];
    return codeFields(shape, prefix, names.has(`${prefix}Address`) ? `${prefix}Address` : null);
  });
}

function codeFields(shape: OrgShape, prefix: string, compoundField: string | null): FieldSpec[] {
  const countries = countriesOf(shape);
  const words = prefix.replace(/(?<=[a-z])(?=[A-Z])/g, ' ');
  const value = (code: string, label: string, validFor: string[] | null) => ({
    value: code,
    label,
    active: true,
    default: false,
    validFor,
    attributes: {},
  });
  const states = new Map<string, { label: string; countries: string[] }>();
  for (const country of countries)
    for (const { code, label } of country.states) {
      // One value for each code and name: two countries may use the same code for states of their own.
      const key = `${code}|${label}`;
      states.set(key, { label, countries: [...(states.get(key)?.countries ?? []), country.code] });
    }
  const field = (name: string, label: string): FieldSpec => ({
    name,
    type: 'PICKLIST',
    label: `${words} ${label}`.trim(),
    length: 10,
    compoundField,
  });
  return [
    {
      ...field(`${prefix}CountryCode`, 'Country Code'),
      picklistValues: countries.map(({ code, label }) => value(code, label, null)),
    },
    {
      ...field(`${prefix}StateCode`, 'State/Province Code'),
      controllerName: `${prefix}CountryCode`,
      picklistValues: [...states].map(([key, state]) => value(key.split('|')[0]!, state.label, state.countries)),
    },
  ];
}

// ---- person accounts

const text = (name: string, length: number, rest: Partial<FieldSpec> = {}): FieldSpec => ({
  name,
  type: 'STRING',
  length,
  ...rest,
});

function personAddress(prefix: string): FieldSpec[] {
  const compoundField = `${prefix}Address`;
  const part = (name: string, length: number) => text(`${prefix}${name}`, length, { compoundField });
  return [
    { ...part('Street', 255), type: 'TEXTAREA' },
    part('City', 40),
    part('State', 80),
    part('PostalCode', 20),
    part('Country', 80),
    { name: `${prefix}Latitude`, type: 'DOUBLE', precision: 18, scale: 15, compoundField },
    { name: `${prefix}Longitude`, type: 'DOUBLE', precision: 18, scale: 15, compoundField },
    { name: compoundField, type: 'ADDRESS' },
  ];
}

const isPerson: FieldSpec = {
  name: 'IsPersonAccount',
  type: 'BOOLEAN',
  label: 'Is Person Account',
  createable: false,
  updateable: false,
};

/**
 * @see https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_account.htm
 */
const PERSON_FIELDS: Readonly<Record<string, () => FieldSpec[]>> = {
  Account: () => [
    isPerson,
    text('LastName', 80),
    text('FirstName', 40),
    { name: 'Salutation', type: 'PICKLIST', length: 40 },
    {
      name: 'PersonContactId',
      type: 'REFERENCE',
      length: 18,
      referenceTo: ['Contact'],
      relationshipName: 'PersonContact',
      createable: false,
      updateable: false,
      permissionable: false,
    },
    { name: 'PersonEmail', type: 'EMAIL', length: 80, label: 'Email' },
    { name: 'PersonMobilePhone', type: 'PHONE', length: 40, label: 'Mobile' },
    { name: 'PersonHomePhone', type: 'PHONE', length: 40, label: 'Home Phone' },
    { name: 'PersonOtherPhone', type: 'PHONE', length: 40, label: 'Other Phone' },
    { name: 'PersonAssistantPhone', type: 'PHONE', length: 40, label: 'Assistant Phone' },
    text('PersonAssistantName', 40, { label: 'Assistant' }),
    text('PersonTitle', 80, { label: 'Title' }),
    text('PersonDepartment', 80, { label: 'Department' }),
    { name: 'PersonBirthdate', type: 'DATE', label: 'Birthdate' },
    { name: 'PersonLeadSource', type: 'PICKLIST', length: 255, label: 'Lead Source' },
    { name: 'PersonHasOptedOutOfEmail', type: 'BOOLEAN', label: 'Email Opt Out' },
    { name: 'PersonDoNotCall', type: 'BOOLEAN', label: 'Do Not Call' },
    ...personAddress('PersonMailing'),
    ...personAddress('PersonOther'),
  ],
  Contact: () => [isPerson],
  RecordType: () => [{ name: 'IsPersonType', type: 'BOOLEAN', createable: false, updateable: false }],
};

/** Field of the person account → field of its contact, custom ones (`__pc` → `__c`) apart. */
export const PERSON_CONTACT_FIELDS: Readonly<Record<string, string>> = {
  FirstName: 'FirstName',
  LastName: 'LastName',
  Salutation: 'Salutation',
  Name: 'Name',
  Phone: 'Phone',
  Fax: 'Fax',
  OwnerId: 'OwnerId',
  ...Object.fromEntries(
    PERSON_FIELDS.Account!().flatMap(({ name, type }) =>
      name.startsWith('Person') && name !== 'PersonContactId' && type !== 'ADDRESS'
        ? [[name, name.slice('Person'.length)]]
        : [],
    ),
  ),
};
