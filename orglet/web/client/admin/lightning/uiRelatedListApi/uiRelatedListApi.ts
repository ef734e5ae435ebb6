import { relatedListInfo, relatedListRecords, relatedLists } from '../../data/ui-api.js';
import { resourceAdapter } from '../../../runtime/resource.js';

type Token = string | { objectApiName?: string };
const nameOf = (token: Token): string => (typeof token === 'string' ? token : (token.objectApiName ?? ''));

export const getRelatedListsInfo = resourceAdapter((config: { parentObjectApiName: Token; recordTypeId?: string }) =>
  relatedLists(nameOf(config.parentObjectApiName), config.recordTypeId),
);

export const getRelatedListInfo = resourceAdapter(
  (config: { parentObjectApiName: Token; relatedListId: string; recordTypeId?: string }) =>
    relatedListInfo(nameOf(config.parentObjectApiName), config.relatedListId, config.recordTypeId),
);

export const getRelatedListRecords = resourceAdapter(
  ({
    parentRecordId,
    relatedListId,
    ...request
  }: { parentRecordId: string; relatedListId: string } & Parameters<typeof relatedListRecords>[2]) =>
    parentRecordId ? relatedListRecords(parentRecordId, relatedListId, request) : undefined,
);
