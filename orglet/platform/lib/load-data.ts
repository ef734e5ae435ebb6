import { engine } from '../../runtime/engine.js';
import { raise } from '../../runtime/errors.js';
import { SObjectValue, type SObjectTypeToken } from '../../runtime/sobject.js';
import { types } from '../../runtime/types.js';
import { ApexDecimal } from '../../runtime/values/decimal.js';
import { ApexList } from '../../runtime/values/list.js';
import { ApexDate, ApexDatetime } from '../../runtime/values/scalars.js';
import { parseCsv } from '../csv.js';
import { staticResource } from '../static-resources.js';

/** `Test.loadData`: inserts the rows of a CSV static resource and returns them. */
export function loadData(token: SObjectTypeToken, resource: string): ApexList {
  const content = staticResource(resource);
  if (!content) return raise('System.QueryException', `Static Resource not found: ${resource}`);
  const [header, ...lines] = parseCsv(
    Buffer.from(content)
      .toString('utf8')
      .replace(/^\uFEFF/, ''),
  );
  if (!header) return raise('System.UnexpectedException', `Static Resource ${resource} is empty`);
  const { object } = token;
  const given = header.findIndex((name) => name.trim().toLowerCase() === 'id');
  const records = lines.map((cells) => {
    const record = new SObjectValue(object);
    header.forEach((name, index) => {
      if (index === given || (cells[index] ?? '') === '') return;
      const field =
        object.resolveField(name.trim()) ??
        raise('System.UnexpectedException', `Field ${name} does not exist on ${object.name}`);
      record.f[field!.name] = readValue(field!.apexType, cells[index]);
    });
    return record;
  });
  const list = new ApexList(types.sobject(object.name), records);
  engine().dml('insert', list, { allOrNone: true, access: { sharing: 'without', access: 'system' } });
  return list;
}

function readValue(type: string, text: string): unknown {
  switch (type) {
    case 'Boolean':
      return /^(true|1)$/i.test(text);
    case 'Integer':
      return Number.parseInt(text, 10);
    case 'Decimal':
    case 'Double':
      return ApexDecimal.parse(text) ?? raise('System.TypeException', `Invalid decimal: ${text}`);
    case 'Date':
      return new ApexDate(Math.floor(instant(text) / 86_400_000));
    case 'Datetime':
      return new ApexDatetime(instant(text));
    default:
      return text;
  }
}

function instant(text: string): number {
  const ms = Date.parse(/^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00:00Z` : text);
  return Number.isNaN(ms) ? raise('System.TypeException', `Invalid date: ${text}`) : ms;
}
