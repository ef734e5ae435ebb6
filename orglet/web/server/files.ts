import { typeOf } from '../host/http.js';
import { DELIVERY_PATH, HttpError, type RequestContext } from './context.js';
import type { Mount } from './router.js';
import { escapeSoql } from './rest/records.js';

/**
 * Files of a content delivery, for anybody who has the link
 * (https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_contentdistribution.htm).
 */
export const fileMounts: Mount[] = [{ method: 'GET', path: DELIVERY_PATH, handler: sendDelivered }];

function sendDelivered(context: RequestContext): void {
  const query = context.url.searchParams;
  const versionId = query.get('ids') ?? '';
  const [, , distributionId = ''] = (query.get('d') ?? '').split('/');
  const found = /^[A-Za-z0-9]{18}$/.test(distributionId)
    ? context.org.query(
        `SELECT ContentDownloadUrl, PreferencesPasswordRequired, PreferencesExpires, ExpiryDate, ContentVersion.VersionData, ContentVersion.FileExtension, ContentVersion.Title
        FROM ContentDistribution WHERE Id = '${distributionId}' AND ContentVersionId = '${escapeSoql(versionId)}'`,
      )[0]
    : undefined;
  // The whole link is the secret: host and order of its parts aside, it must be the one that was given out.
  const given = found ? new URL(String(found.ContentDownloadUrl)).searchParams : undefined;
  const expired = found?.PreferencesExpires === true && Date.parse(String(found.ExpiryDate)) < Date.now();
  if (!found || given?.get('d') !== query.get('d') || expired || found.PreferencesPasswordRequired === true)
    throw new HttpError(404, 'NOT_FOUND', 'There is no such file, or it is no longer shared');
  const version = found.ContentVersion as Record<string, unknown>;
  const name = `${String(version.Title ?? 'file')}.${String(version.FileExtension ?? 'bin')}`;
  context.send(200, Buffer.from(String(version.VersionData ?? ''), 'base64'), typeOf(name), {
    // Pages show it as a picture; opened as a document it is saved, so that nothing in it runs.
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    'x-content-type-options': 'nosniff',
    'cache-control': 'public, max-age=86400',
  });
}
