/** What went wrong with a save: a message for the page, and messages by field. */
export interface SaveError {
  message: string;
  fields: Record<string, string>;
}

/** Reads an error of the UI API, the REST API or Apex. */
export function toSaveError(error: any): SaveError {
  const body = Array.isArray(error?.body) ? error.body[0] : error?.body;
  const fields: Record<string, string> = {};
  for (const [field, problems] of Object.entries<any>(body?.output?.fieldErrors ?? {})) {
    fields[field] = problems.map((problem: any) => problem.message).join(' ');
  }
  const general = (body?.output?.errors ?? []).map((problem: any) => problem.message).join(' ');
  const fallback = Object.keys(fields).length
    ? 'Review the errors on this page.'
    : (body?.message ?? error?.message ?? 'Something went wrong. Try again.');
  return { message: general || fallback, fields };
}

/** A sentence for people about any error. */
export function errorText(error: any): string {
  const { message, fields } = toSaveError(error);
  const details = Object.values(fields);
  return details.length ? details.join(' ') : message;
}
