/** Turns whatever an Apex call rejected with into something a page can show. */
import unexpectedError from '@salesforce/label/c.Store_UnexpectedError';
import sessionEnded from '@salesforce/label/c.Store_SessionEnded';
import offlineError from '@salesforce/label/c.Store_OfflineError';

export interface StoreError {
  /** Stable code of the server (`OUT_OF_STOCK`), or `UNEXPECTED`. */
  code: string;
  /** A sentence for people. */
  message: string;
  /** Message by form field name; empty when the failure belongs to no field. */
  fields: Record<string, string>;
  /** Code by which the store's people find what went wrong; it is in the sentence too. */
  reference?: string;
}

/** Refusals that asking again does not change: it is about who asks, or about what is not there. */
const FINAL = new Set(['ACCOUNT_INACTIVE', 'ASSISTED_REFUSED', 'NOT_ALLOWED', 'NOT_A_CUSTOMER', 'NOT_FOUND']);

/** Whether asking again would be answered the same. */
export function isFinal({ code }: StoreError): boolean {
  return FINAL.has(code);
}

interface ApexError {
  body?: { message?: unknown } | unknown[];
  message?: unknown;
}

function rawMessage(error: unknown): string {
  const { body, message } = (error ?? {}) as ApexError;
  const first = Array.isArray(body) ? (body[0] as { message?: unknown } | undefined) : body;
  return String(first?.message ?? message ?? '');
}

/** Reads the JSON of a business failure; anything else becomes a general sentence, never a technical text. */
export function toStoreError(error: unknown): StoreError {
  const text = rawMessage(error);
  if (text.startsWith('{')) {
    try {
      const parsed = JSON.parse(text) as Partial<StoreError>;
      return {
        code: parsed.code ?? 'UNEXPECTED',
        message: parsed.message || unexpectedError,
        fields: parsed.fields ?? {},
        ...(parsed.reference && { reference: parsed.reference }),
      };
    } catch {
      return { code: 'UNEXPECTED', message: unexpectedError, fields: {} };
    }
  }
  if ((error as { status?: number } | null | undefined)?.status === 401)
    return { code: 'SIGNED_OUT', message: sessionEnded, fields: {} };
  const offline = typeof navigator !== 'undefined' && navigator.onLine === false;
  return { code: offline ? 'OFFLINE' : 'UNEXPECTED', message: offline ? offlineError : unexpectedError, fields: {} };
}
