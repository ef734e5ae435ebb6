/** Modules that the platform generates. Labels, resources and Apex methods of the project are in `generated/`. */
declare module '@salesforce/apex' {
  /** Loads a wired result again. Takes the whole value that the wire provided. */
  export function refreshApex(value: unknown): Promise<void>;
  export function getSObjectValue(record: object, field: string | { fieldApiName: string; objectApiName: string }): any;
}

declare module '@salesforce/community/basePath' {
  const basePath: string;
  export default basePath;
}

declare module '@salesforce/community/Id' {
  const id: string;
  export default id;
}

declare module '@salesforce/site/Id' {
  const id: string;
  export default id;
}

declare module '@salesforce/site/activeLanguages' {
  const languages: { code: string; label: string; default?: boolean }[];
  export default languages;
}

declare module '@salesforce/user/Id' {
  const id: string | undefined;
  export default id;
}

declare module '@salesforce/user/isGuest' {
  const isGuest: boolean;
  export default isGuest;
}

declare module '@salesforce/client/formFactor' {
  const formFactor: 'Small' | 'Medium' | 'Large';
  export default formFactor;
}

declare module '@salesforce/i18n/lang' {
  const lang: string;
  export default lang;
}

declare module '@salesforce/i18n/locale' {
  const locale: string;
  export default locale;
}

declare module '@salesforce/i18n/currency' {
  const currency: string;
  export default currency;
}

declare module '@salesforce/i18n/timeZone' {
  const timeZone: string;
  export default timeZone;
}

declare module '@salesforce/i18n/dir' {
  const dir: 'ltr' | 'rtl';
  export default dir;
}

declare module '@salesforce/customPermission/*' {
  const granted: true | undefined;
  export default granted;
}

declare module '@salesforce/userPermission/*' {
  const granted: true | undefined;
  export default granted;
}

declare module '@salesforce/messageChannel/*' {
  const channel: object;
  export default channel;
}

declare module '@salesforce/contentAssetUrl/*' {
  const url: string;
  export default url;
}

declare module '@salesforce/schema/*' {
  const token: { objectApiName: string; fieldApiName: string };
  export default token;
}

declare module '@salesforce/sfdx-lwc-jest' {
  /** Adapter for `jest.mock('@salesforce/apex/…')`: `emit` provides data, `error` an error. */
  export function createApexTestWireAdapter(mock: jest.Mock): any;
  export function createTestWireAdapter(mock?: jest.Mock): any;
  export function createLdsTestWireAdapter(mock?: jest.Mock): any;
}
