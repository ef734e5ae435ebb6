import { readFileSync } from 'node:fs';
import { XMLParser } from 'fast-xml-parser';

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  trimValues: true,
  // Attributes and text stay strings; numbers and booleans are read where they are used.
  parseAttributeValue: false,
});

/** Content of a metadata file's root element. Attributes are prefixed with `@`; an element that occurs once is not a list. */
export function readMetadata(file: string): any {
  const document = parser.parse(readFileSync(file, 'utf8'));
  const root = Object.keys(document).find((key) => !key.startsWith('?'));
  const content = root === undefined ? undefined : document[root];
  return content !== null && typeof content === 'object' ? content : {};
}

/** A metadata element as a list: absent → [], once → [value]. */
export function list<T = any>(value: T | T[] | undefined | null | ''): T[] {
  if (value === undefined || value === null || value === '') return [];
  return Array.isArray(value) ? value : [value];
}
