/**
 * What only some orgs have: read from a scratch org definition, as `sf org create scratch --definition-file` takes it.
 * @see https://developer.salesforce.com/docs/atlas.en-us.sfdx_dev.meta/sfdx_dev/sfdx_dev_scratch_orgs_def_file.htm
 */
import { readFileSync } from 'node:fs';
import type { SharingModel } from './model.js';
import type { PicklistValue } from './picklists.js';

/** A country or state of the org's address settings. */
export interface AddressValue {
  readonly isoCode: string;
  /** What the text field (`BillingCountry`) holds. */
  readonly integrationValue?: string;
  readonly label?: string;
  /** False: it is not on the list. */
  readonly active?: boolean;
  readonly states?: readonly AddressValue[];
}

/**
 * Settings of passwords and sessions as the Metadata API names them.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_securitysettings.htm
 */
export interface SecuritySettings {
  readonly passwordPolicies?: Readonly<Record<string, string | number | boolean>>;
  readonly sessionSettings?: { readonly sessionTimeout?: string };
}

export interface OrgShape {
  readonly multiCurrency: boolean;
  readonly personAccounts: boolean;
  readonly stateAndCountryPicklists: boolean;
  readonly orders: boolean;
  /** Changes to the standard countries and states, by `settings.addressSettings`. */
  readonly countries: readonly AddressValue[];
  /** Values of `CurrencyIsoCode`: the org's currencies, filled in when its records are there. */
  readonly currencies: PicklistValue[];
  /** `settings.securitySettings`: what the org asks of passwords and sessions. */
  readonly security: SecuritySettings;
  /** Org-wide defaults by object, in lower case: `objectSettings.order.sharingModel`. */
  readonly sharing: Readonly<Record<string, SharingModel>>;
  /** File that it was read from; null without one. */
  readonly file: string | null;
}

/** An org without a definition: Orders, and none of the rest. */
export const plainShape = (): OrgShape => ({
  multiCurrency: false,
  personAccounts: false,
  stateAndCountryPicklists: false,
  orders: true,
  countries: [],
  currencies: [],
  security: {},
  sharing: {},
  file: null,
});

/**
 * Org-wide defaults as definitions write them.
 * @see https://developer.salesforce.com/docs/atlas.en-us.sfdx_dev.meta/sfdx_dev/sfdx_dev_scratch_orgs_def_file.htm (objectSettings)
 */
const SHARING_MODELS: Readonly<Record<string, SharingModel>> = {
  private: 'Private',
  read: 'Read',
  readwrite: 'ReadWrite',
  readwritetransfer: 'ReadWriteTransfer',
  fullaccess: 'FullAccess',
  controlledbyparent: 'ControlledByParent',
};

interface Definition {
  features?: unknown;
  objectSettings?: Readonly<Record<string, { sharingModel?: string }>>;
  settings?: {
    orderSettings?: { enableOrders?: boolean };
    currencySettings?: { enableMultiCurrency?: boolean };
    securitySettings?: SecuritySettings;
    addressSettings?: { countriesAndStates?: { countries?: AddressValue[] } };
  };
}

/** @throws Error with one sentence when the file cannot be read or is no definition */
export function readShape(file: string): OrgShape {
  let definition: Definition;
  try {
    definition = JSON.parse(readFileSync(file, 'utf8')) as Definition;
  } catch (error) {
    throw new Error(`The org definition ${file} cannot be read: ${(error as Error).message}`);
  }
  const { features = [], settings = {}, objectSettings = {} } = definition;
  if (!Array.isArray(features)) throw new Error(`The org definition ${file} has no list of features`);
  // Features may carry a number (`AddCustomApps:10`) and are written in any case.
  const has = (name: string) => features.some((one) => String(one).split(':')[0]!.toLowerCase() === name.toLowerCase());
  const sharing: Record<string, SharingModel> = {};
  for (const [object, { sharingModel }] of Object.entries(objectSettings)) {
    if (sharingModel === undefined) continue;
    const model = SHARING_MODELS[sharingModel.toLowerCase()];
    if (!model) throw new Error(`The org definition ${file} has the unknown sharingModel ${sharingModel} of ${object}`);
    sharing[object.toLowerCase()] = model;
  }
  return {
    multiCurrency: has('MultiCurrency') || settings.currencySettings?.enableMultiCurrency === true,
    personAccounts: has('PersonAccounts'),
    stateAndCountryPicklists: has('StateAndCountryPicklist'),
    orders: settings.orderSettings?.enableOrders === true,
    countries: settings.addressSettings?.countriesAndStates?.countries ?? [],
    currencies: [],
    security: settings.securitySettings ?? {},
    sharing,
    file,
  };
}

/** Tells shapes apart in caches. */
export const shapeKey = ({ currencies: _, file: __, ...facts }: OrgShape): string => JSON.stringify(facts);
