import { apexAddress, stableJson } from './apex-address.js';
import { refreshValue, resourceAdapter, resourceOf } from './resource.js';
import { requestJson } from './request.js';

type Parameters = Record<string, unknown>;

/** An `@AuraEnabled` method: called, or used as the adapter of a wire. */
export interface ApexMethod {
  (parameters?: Parameters): Promise<any>;
  adapter: ReturnType<typeof resourceAdapter>;
}

/** Longest address of a wired call in characters; longer ones are posted. */
const MAX_URL = 2000;

/**
 * The function behind `import method from '@salesforce/apex/Class.method'`.
 * A wire reads with GET, so that the browser and caches in between may keep what the method declares as cacheable.
 * @see https://developer.salesforce.com/docs/platform/lwc/guide/apex.html
 */
export function apexMethod(className: string, methodName: string): ApexMethod {
  const url = `/apex/${className}/${methodName}`;
  const post = async (parameters: Parameters = {}): Promise<any> =>
    resultOf(await requestJson('POST', url, parameters));
  const adapter = resourceAdapter((parameters: Parameters) => {
    const json = stableJson(parameters);
    const address = apexAddress(url, json);
    return resourceOf(address, async (force) =>
      address.length > MAX_URL ? post(JSON.parse(json)) : resultOf(await requestJson('GET', address, undefined, force)),
    );
  });
  return Object.assign(post as ApexMethod, { adapter });
}

function resultOf(answer: { returnValue?: unknown } | null): unknown {
  return answer?.returnValue ?? null;
}

/**
 * Loads a wired result again and gives it to every component that wires it.
 * @param value what the wire provided (the whole `{data, error}`)
 */
export const refreshApex = refreshValue;

/** Value of a field of an sObject that Apex returned; follows relationships of a `@salesforce/schema` field. */
export function getSObjectValue(record: any, field: string | { fieldApiName: string }): unknown {
  const path = typeof field === 'string' ? field : field.fieldApiName;
  return path.split('.').reduce((value, name) => value?.[name], record);
}
