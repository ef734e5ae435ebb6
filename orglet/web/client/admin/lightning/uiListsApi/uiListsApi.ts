import { listInfo, listInfos, listRecords } from '../../data/ui-api.js';
import { resourceAdapter } from '../../../runtime/resource.js';

type Token = string | { objectApiName?: string };
const nameOf = (token: Token): string => (typeof token === 'string' ? token : (token.objectApiName ?? ''));

export const getListInfosByObjectName = resourceAdapter((config: { objectApiName: Token }) =>
  listInfos(nameOf(config.objectApiName)),
);

export const getListInfoByName = resourceAdapter((config: { objectApiName: Token; listViewApiName: string }) =>
  listInfo(nameOf(config.objectApiName), config.listViewApiName),
);

export const getListRecordsByName = resourceAdapter(
  ({
    objectApiName,
    listViewApiName,
    ...request
  }: { objectApiName: Token; listViewApiName: string } & Parameters<typeof listRecords>[2]) =>
    listRecords(nameOf(objectApiName), listViewApiName, request),
);
