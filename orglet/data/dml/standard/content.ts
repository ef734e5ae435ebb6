/** Files and e-mails: a version makes its document and the links to it, an e-mail the relations to its recipients. */
import { createHash, randomBytes } from 'node:crypto';
import { SObjectValue } from '../../../runtime/sobject.js';
import { tx } from '../../../runtime/transaction.js';
import { ApexBlob, ApexList } from '../../../runtime/values.js';
import type { DmlContext } from '../context.js';
import { isBlank } from '../fields.js';
import { fail, type Row } from '../row.js';
import { defineRules } from './rules.js';

const FILE_TYPES: Record<string, string> = {
  txt: 'TEXT',
  csv: 'CSV',
  pdf: 'PDF',
  png: 'PNG',
  jpg: 'JPG',
  jpeg: 'JPG',
  gif: 'GIF',
  svg: 'SVG',
  html: 'HTML',
  json: 'JSON',
  xml: 'XML',
  zip: 'ZIP',
  docx: 'WORD_X',
  xlsx: 'EXCEL_X',
  pptx: 'POWER_POINT_X',
};

function describeFile({ record }: Row): void {
  const { f } = record;
  const path = String(f.PathOnClient ?? '');
  const extension = /\.([A-Za-z0-9]+)$/.exec(path)?.[1]?.toLowerCase() ?? null;
  if (isBlank(f.Title)) f.Title = path.replace(/^.*[\\/]/, '').replace(/\.[A-Za-z0-9]+$/, '') || null;
  f.FileExtension = extension;
  f.FileType = extension ? (FILE_TYPES[extension] ?? extension.toUpperCase()) : 'UNKNOWN';
  const data = f.VersionData;
  if (data instanceof ApexBlob) {
    f.ContentSize = data.bytes.length;
    f.Checksum = createHash('md5').update(data.bytes).digest('hex');
  }
}

/** A version is a file with content, unless it points to content that is elsewhere. */
function requireData(row: Row): void {
  const { VersionData, ContentUrl, ContentBodyId, ContentLocation, ExternalDataSourceId } = row.record.f;
  const hasData = VersionData instanceof ApexBlob && VersionData.bytes.length > 0;
  const elsewhere = [ContentUrl, ContentBodyId, ExternalDataSourceId].some((value) => !isBlank(value));
  if (!hasData && !elsewhere && ContentLocation !== 'E')
    fail(row, 'REQUIRED_FIELD_MISSING', 'Required fields are missing: [VersionData]', ['VersionData']);
}

defineRules('ContentVersion', {
  before: (_context, rows) => rows.forEach(describeFile),
  validate: (_context, rows) => rows.filter((row) => !row.old).forEach(requireData),
  after(context, verb, rows) {
    if (verb === 'insert') for (const row of rows) publish(context, row);
  },
});

/**
 * A public link to a file. The address that gives the bytes names the org, the version and a secret; the server answers
 * it to anybody (https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_contentdistribution.htm).
 */
defineRules('ContentDistribution', {
  after(context, verb, rows) {
    if (verb !== 'insert') return;
    const { schema } = context.services;
    const table = context.store.table(schema.object('ContentDistribution')!);
    const version = context.store.table(schema.object('ContentVersion')!);
    const { baseUrl } = tx().origin;
    for (const { record, id } of rows) {
      const versionId = record.f.ContentVersionId as string;
      const [document] = context.store
        .statement(`SELECT "ContentDocumentId" FROM ${version.quoted} WHERE "Id"=?`)
        .all([versionId]);
      const secret = randomBytes(24).toString('base64url');
      const query = (pdf: boolean) =>
        new URLSearchParams({
          oid: tx().user.organizationId,
          ids: versionId,
          d: `/a/${id}/${secret}`,
          asPdf: String(pdf),
        }).toString();
      const addresses: Record<string, unknown> = {
        ContentDocumentId: document?.[0] ?? null,
        DistributionPublicUrl: `${baseUrl}/sfc/p/${id}/${secret}`,
        ContentDownloadUrl: `${baseUrl}/sfc/dist/version/download/?${query(false)}`,
        PdfDownloadUrl: `${baseUrl}/sfc/dist/version/download/?${query(true)}`,
      };
      for (const [name, value] of Object.entries(addresses)) {
        const column = table.columns.get(name);
        if (!column) continue;
        record.f[name] = value;
        table.update([column], [column.toSql(value), id]);
      }
    }
  },
});

/** Lists of people of an e-mail, each with the kind of relation that its Ids become. */
const EMAIL_PEOPLE: Record<string, string> = { ToIds: 'ToAddress', CcIds: 'CcAddress', BccIds: 'BccAddress' };

/**
 * The Ids of the recipients become relation rows
 * (https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_emailmessagerelation.htm).
 */
defineRules('EmailMessage', {
  after(context, verb, rows) {
    if (verb !== 'insert') return;
    const object = context.services.schema.object('EmailMessageRelation')!;
    for (const { id, input } of rows) {
      const relations = Object.entries(EMAIL_PEOPLE).flatMap(([field, kind]) => {
        const ids = input.f[field];
        return ids instanceof ApexList ? ids.a.map((person) => ({ person, kind })) : [];
      });
      const records = relations.map(
        ({ person, kind }) => new SObjectValue(object, { EmailMessageId: id, RelationId: person, RelationType: kind }),
      );
      if (records.length > 0) context.saveNested('insert', object, records);
    }
  },
});

/** Makes the document of a first version, or puts a new version on top of the document. */
function publish(context: DmlContext, { record, id }: Row): void {
  const { schema } = context.services;
  const { f } = record;
  const version = context.store.table(schema.object('ContentVersion')!);
  const set = (name: string, value: unknown) => {
    f[name] = value;
    const column = version.columns.get(name)!;
    version.update([column], [column.toSql(value), id]);
  };
  const facts = {
    Title: f.Title,
    FileExtension: f.FileExtension,
    FileType: f.FileType,
    ContentSize: f.ContentSize,
    LatestPublishedVersionId: id,
  };
  if (isBlank(f.ContentDocumentId)) {
    const document = new SObjectValue(schema.object('ContentDocument')!, {
      ...facts,
      OwnerId: f.OwnerId,
      PublishStatus: 'P',
      Description: f.Description ?? null,
    });
    context.saveNested('insert', schema.object('ContentDocument')!, [document]);
    set('ContentDocumentId', document.id);
    set('VersionNumber', '1');
    link(context, document.id!, f.OwnerId, 'I');
    if (!isBlank(f.FirstPublishLocationId) && f.FirstPublishLocationId !== f.OwnerId)
      link(context, document.id!, f.FirstPublishLocationId, 'V');
  } else {
    const older = context.store
      .statement(`UPDATE ${version.quoted} SET "IsLatest"=0 WHERE "ContentDocumentId"=? AND "Id"<>? RETURNING "Id"`)
      .all([f.ContentDocumentId as string, id]);
    set('VersionNumber', String(older.length + 1));
    context.saveNested('update', schema.object('ContentDocument')!, [
      new SObjectValue(schema.object('ContentDocument')!, { Id: f.ContentDocumentId, ...facts }),
    ]);
  }
  set('IsLatest', true);
}

function link(context: DmlContext, documentId: string, entityId: unknown, shareType: string): void {
  const object = context.services.schema.object('ContentDocumentLink')!;
  context.saveNested('insert', object, [
    new SObjectValue(object, {
      ContentDocumentId: documentId,
      LinkedEntityId: entityId,
      ShareType: shareType,
      Visibility: 'AllUsers',
    }),
  ]);
}
