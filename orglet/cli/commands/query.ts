import { Org } from '../../org/org.js';
import type { JsonRow } from '../../org/types.js';
import { PROJECT_OPTIONS, UsageError } from '../args.js';
import type { Command } from '../main.js';
import { DATA_OPTION, dataFile, projectOptions } from '../project.js';

/** `orglet query SOQL`: prints rows as a table, JSON or CSV. */
export const query: Command = {
  spec: {
    name: 'query',
    argument: '"SELECT …"',
    summary: 'Runs a SOQL query as the administrator.',
    options: {
      ...PROJECT_OPTIONS,
      data: DATA_OPTION,
      format: { value: 'table|json|csv', help: 'How rows are printed (default: table)' },
    },
  },
  async run(args) {
    const [soql] = args.positional;
    if (!soql) throw new UsageError('Give the query: orglet query "SELECT Id, Name FROM Account".');
    const format = args.value('format') ?? 'table';
    if (!['table', 'json', 'csv'].includes(format))
      throw new UsageError(`Unknown format '${format}': use table, json or csv.`);
    const org = Org.open({ ...projectOptions(args), database: dataFile(args) });
    try {
      const rows = org.query(soql);
      process.stdout.write(`${print(rows, format)}\n`);
      return 0;
    } finally {
      org.close();
    }
  },
};

function print(rows: JsonRow[], format: string): string {
  if (format === 'json') return JSON.stringify(rows, null, 2);
  const flat = rows.map((row) => flatten(row, '', {}));
  const columns = [...new Set(flat.flatMap((row) => Object.keys(row)))];
  if (format === 'csv')
    return [columns, ...flat.map((row) => columns.map((column) => row[column] ?? ''))]
      .map((line) => line.map(csvCell).join(','))
      .join('\n');
  const widths = columns.map((column) =>
    Math.min(60, Math.max(column.length, ...flat.map((row) => (row[column] ?? '').length))),
  );
  const line = (cells: string[]) =>
    cells
      .map((cell, index) => (cell.length > 60 ? `${cell.slice(0, 59)}…` : cell).padEnd(widths[index]))
      .join('  ')
      .trimEnd();
  const body = flat.map((row) => line(columns.map((column) => (row[column] ?? '').replace(/\s+/g, ' '))));
  return [
    line(columns),
    line(widths.map((width) => '─'.repeat(width))),
    ...body,
    `${rows.length} ${rows.length === 1 ? 'row' : 'rows'}`,
  ].join('\n');
}

/** `{Account: {Name: 'x'}}` becomes `{'Account.Name': 'x'}`; children become JSON text. */
function flatten(row: JsonRow, prefix: string, into: Record<string, string>): Record<string, string> {
  for (const [name, value] of Object.entries(row)) {
    if (name === 'attributes') continue;
    const nested = value !== null && typeof value === 'object';
    if (nested && !('records' in value)) flatten(value as JsonRow, `${prefix}${name}.`, into);
    else
      into[prefix + name] = nested
        ? JSON.stringify((value as { records: unknown }).records)
        : value === null || value === undefined
          ? ''
          : String(value);
  }
  return into;
}

function csvCell(text: string): string {
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
