import { raise } from '../../runtime/errors.js';

const WSDL = 'Please reference your WSDL or the describe call for the appropriate names.';

/** Throws `System.QueryException` in the form of the platform: the line with the name marked, then the message. */
export function queryError(message: string, text: string | null = null, name: string | null = null): never {
  return raise('System.QueryException', located(message, text, name));
}

/** The two lines around the first place where `name` stands in the query, and its row and column. */
function located(message: string, text: string | null, name: string | null): string {
  if (text === null || name === null) return message;
  const at = text.search(new RegExp(`(?<![\\w.])${name.replace(/[^\w]/g, '\\$&')}(?!\\w)`, 'i'));
  if (at < 0) return message;
  const before = text.slice(0, at).split('\n');
  const column = before[before.length - 1]!.length;
  const line = text.split('\n')[before.length - 1]!;
  const from = Math.max(0, column - 40);
  const snippet = line.slice(from, column + 40);
  return `\n${snippet}\n${' '.repeat(column - from)}^\nERROR at Row:${before.length}:Column:${column + 1}\n${message}`;
}

export const noSuchColumn = (name: string, entity: string, text: string | null): never =>
  queryError(
    `No such column '${name}' on entity '${entity}'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. ${WSDL}`,
    text,
    name,
  );

export const noSuchObject = (name: string, text: string | null): never =>
  queryError(
    `sObject type '${name}' is not supported. If you are attempting to use a custom object, be sure to append the '__c' after the entity name. ${WSDL}`,
    text,
    name,
  );

export const noSuchRelationship = (
  name: string,
  place: 'field path' | 'FROM part of query call',
  text: string | null,
): never =>
  queryError(
    `Didn't understand relationship '${name}' in ${place}. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. ${WSDL}`,
    text,
    place === 'field path' ? null : name,
  );
