/** Lightning modules that no package types. Signatures follow the LWC reference. */
interface LightningPageReference {
  type: string;
  attributes: Record<string, any>;
  state: Record<string, any>;
}

interface LightningWireAdapter<Config extends Record<string, any>, Value> {
  new (callback: (value: Value) => void): { update(config: Config): void; connect(): void; disconnect(): void };
}

declare module 'lightning/navigation' {
  export const CurrentPageReference: LightningWireAdapter<Record<string, never>, any>;
  export const NavigationContext: LightningWireAdapter<Record<string, never>, any>;
  export function navigate(
    context: unknown,
    reference: Partial<LightningPageReference>,
    options?: { replace?: boolean } | boolean,
  ): void;
  export function generateUrl(context: unknown, reference: Partial<LightningPageReference>): string | null;
  type Constructor<T> = new (...args: any[]) => T;
  const Navigate: unique symbol;
  const GenerateUrl: unique symbol;
  interface Navigation {
    [Navigate](reference: Partial<LightningPageReference>, replace?: boolean): void;
    [GenerateUrl](reference: Partial<LightningPageReference>): Promise<string>;
  }
  export const NavigationMixin: {
    <T extends Constructor<object>>(Base: T): T & Constructor<Navigation>;
    readonly Navigate: typeof Navigate;
    readonly GenerateUrl: typeof GenerateUrl;
  };
}

declare module 'lightning/platformShowToastEvent' {
  export class ShowToastEvent extends CustomEvent<Record<string, any>> {
    constructor(detail: {
      title?: string;
      message: string;
      variant?: 'info' | 'success' | 'warning' | 'error';
      mode?: 'dismissible' | 'pester' | 'sticky';
      messageData?: unknown;
    });
  }
}

declare module 'lightning/refresh' {
  export class RefreshEvent extends CustomEvent<void> {
    constructor();
  }
  export function registerRefreshHandler(component: object, handler: () => Promise<string>): string;
  export function unregisterRefreshHandler(id: string): void;
}

declare module 'lightning/messageService' {
  export const APPLICATION_SCOPE: symbol;
  export const MessageContext: LightningWireAdapter<Record<string, never>, any>;
  export function createMessageContext(): object;
  export function releaseMessageContext(context: object): void;
  export function publish(context: object, channel: object, message?: unknown, options?: object): void;
  export function subscribe(
    context: object,
    channel: object,
    listener: (message: any) => void,
    options?: { scope?: symbol },
  ): object;
  export function unsubscribe(subscription: object | null): void;
}

declare module 'lightning/uiRecordApi' {
  type FieldName = string | { objectApiName: string; fieldApiName: string };
  export const getRecord: LightningWireAdapter<Record<string, any>, { data?: any; error?: any }>;
  export const getRecords: LightningWireAdapter<Record<string, any>, { data?: any; error?: any }>;
  export const getRecordCreateDefaults: LightningWireAdapter<Record<string, any>, { data?: any; error?: any }>;
  export function createRecord(input: { apiName: string; fields: Record<string, unknown> }): Promise<any>;
  export function updateRecord(input: { fields: Record<string, unknown> }): Promise<any>;
  export function deleteRecord(recordId: string): Promise<void>;
  export function getFieldValue(record: any, field: FieldName): any;
  export function getFieldDisplayValue(record: any, field: FieldName): any;
  export function notifyRecordUpdateAvailable(records: { recordId: string }[]): Promise<void>;
  export function getRecordNotifyChange(records: { recordId: string }[]): void;
}

declare module 'lightning/uiObjectInfoApi' {
  export const getObjectInfo: LightningWireAdapter<Record<string, any>, { data?: any; error?: any }>;
  export const getObjectInfos: LightningWireAdapter<Record<string, any>, { data?: any; error?: any }>;
  export const getPicklistValues: LightningWireAdapter<Record<string, any>, { data?: any; error?: any }>;
  export const getPicklistValuesByRecordType: LightningWireAdapter<Record<string, any>, { data?: any; error?: any }>;
}

declare module 'lightning/uiListsApi' {
  export const getListInfoByName: LightningWireAdapter<Record<string, any>, { data?: any; error?: any }>;
  export const getListInfosByObjectName: LightningWireAdapter<Record<string, any>, { data?: any; error?: any }>;
  export const getListRecordsByName: LightningWireAdapter<Record<string, any>, { data?: any; error?: any }>;
}

declare module 'lightning/uiRelatedListApi' {
  export const getRelatedListRecords: LightningWireAdapter<Record<string, any>, { data?: any; error?: any }>;
  export const getRelatedListsInfo: LightningWireAdapter<Record<string, any>, { data?: any; error?: any }>;
  export const getRelatedListInfo: LightningWireAdapter<Record<string, any>, { data?: any; error?: any }>;
}

declare module 'lightning/uiAppsApi' {
  export const getNavItems: LightningWireAdapter<Record<string, any>, { data?: any; error?: any }>;
}

declare module 'lightning/modal' {
  import { LightningElement } from 'lwc';
  export default class LightningModal extends LightningElement {
    size: 'small' | 'medium' | 'large' | 'full';
    label: string;
    disableClose: boolean;
    static open(options?: Record<string, unknown>): Promise<any>;
    close(result?: unknown): void;
  }
}

declare module 'lightning/toast' {
  const Toast: {
    show(
      config: {
        label: string;
        labelLinks?: unknown;
        message?: string;
        messageLinks?: unknown;
        mode?: string;
        variant?: string;
      },
      source?: object,
    ): Promise<void>;
  };
  export default Toast;
}
