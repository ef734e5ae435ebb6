import { API_VERSION } from '../../../org/json-rows.js';
import { HttpError, type RequestContext } from '../context.js';
import type { Handler, Mount } from '../router.js';
import type { Services } from '../server.js';
import { apexRestMounts } from './apex-rest.js';
import { bulkMounts } from './bulk/index.js';
import { compositeMounts } from './composite.js';
import { describe, summaryOf } from './describe.js';
import { only, requireApi } from '../permissions.js';
import { restErrors } from './errors.js';
import { apiUsage, limitsOf } from './limits.js';
import { queryMore, runQuery } from './query.js';
import { deleted, recent, recentRows, updated } from './recent.js';
import {
  createRecord,
  deleteByExternalId,
  deleteRecord,
  getByExternalId,
  getRecord,
  updateRecord,
  upsertRecord,
} from './sobjects.js';
import { parameterizedSearch, search } from './search.js';
import { toolingMounts } from './tooling.js';
import { objectOf } from './records.js';

/** The REST API: https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest */
export function restMounts(services: Services): Mount[] {
  const data = '/services/data/:version';
  const mounts: Mount[] = [
    { method: 'GET', path: data, handler: resources },
    { method: 'GET', path: `${data}/limits`, handler: limitsOf },
    { method: 'GET', path: `${data}/query`, handler: runQuery },
    { method: 'GET', path: `${data}/queryAll`, handler: runQuery },
    { method: 'GET', path: `${data}/query/:cursor`, handler: queryMore },
    { method: 'GET', path: `${data}/search`, handler: search },
    { method: 'GET', path: `${data}/parameterizedSearch`, handler: parameterizedSearch },
    { method: 'GET', path: `${data}/sobjects`, handler: describeGlobal },
    { method: 'GET', path: `${data}/sobjects/:object/describe`, handler: describe },
    { method: 'GET', path: `${data}/sobjects/:object/updated`, handler: updated },
    { method: 'GET', path: `${data}/sobjects/:object/deleted`, handler: deleted },
    { method: 'GET', path: `${data}/recent`, handler: recent },
    { method: 'GET', path: `${data}/sobjects/:object`, handler: describeBasic },
    { method: 'POST', path: `${data}/sobjects/:object`, handler: createRecord },
    { method: 'GET', path: `${data}/sobjects/:object/:id`, handler: getRecord },
    { method: 'PATCH', path: `${data}/sobjects/:object/:id`, handler: updateRecord },
    { method: 'DELETE', path: `${data}/sobjects/:object/:id`, handler: deleteRecord },
    { method: 'GET', path: `${data}/sobjects/:object/:field/:value`, handler: getByExternalId },
    { method: 'PATCH', path: `${data}/sobjects/:object/:field/:value`, handler: upsertRecord },
    { method: 'DELETE', path: `${data}/sobjects/:object/:field/:value`, handler: deleteByExternalId },
    ...compositeMounts(services),
    ...bulkMounts(services),
    ...toolingMounts(services),
  ];
  return [
    { method: 'GET', path: '/services/data', handler: versions },
    ...mounts.map((mount) => ({ ...mount, handler: only(requireApi, mount.handler) })),
    ...apexRestMounts(services),
  ].map((mount) => ({ ...mount, handler: withErrors(mount.handler) }));
}

/** Turns what a handler throws into the error list of the REST API. */
export function withErrors(handler: Handler): Handler {
  return async (context) => {
    context.response.setHeader('Sforce-Limit-Info', apiUsage());
    try {
      await handler(context);
    } catch (error) {
      const known = restErrors(error);
      if (!known) throw error;
      context.sendJson(known.status, known.errors);
    }
  };
}

function versions(context: RequestContext): void {
  context.sendJson(200, [{ label: 'Spring', url: `/services/data/v${API_VERSION}`, version: API_VERSION }]);
}

function resources(context: RequestContext): void {
  if (!/^v\d+\.0$/.test(context.params.version))
    throw new HttpError(404, 'NOT_FOUND', 'The requested resource does not exist');
  const user = context.requireUser();
  const base = `/services/data/v${API_VERSION}`;
  const identity = `http://${context.header('host')}/id/${context.org.organizationId()}/${user.id}`;
  const names = [
    'sobjects',
    'query',
    'queryAll',
    'search',
    'parameterizedSearch',
    'limits',
    'recent',
    'jobs',
    'composite',
    'tooling',
    'ui-api',
  ];
  context.sendJson(200, { identity, ...Object.fromEntries(names.map((name) => [name, `${base}/${name}`])) });
}

function describeGlobal(context: RequestContext): void {
  const user = context.requireUser();
  const { org } = context;
  const sobjects = org.schema
    .objects()
    .map((object) => summaryOf(org, user, object))
    .filter((summary) => summary.queryable);
  context.sendJson(200, { encoding: 'UTF-8', maxBatchSize: 200, sobjects });
}

function describeBasic(context: RequestContext): void {
  const object = objectOf(context.org, context.params.object);
  context.sendJson(200, {
    objectDescribe: summaryOf(context.org, context.requireUser(), object),
    recentItems: recentRows(context, object),
  });
}
