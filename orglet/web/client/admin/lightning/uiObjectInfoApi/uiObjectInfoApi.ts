import { apiName, objectInfo, objectInfos, picklistValues } from '../../data/ui-api.js';
import { resourceAdapter } from '../../../runtime/resource.js';

type Token = string | { objectApiName?: string; fieldApiName?: string };

export const getObjectInfo = resourceAdapter((config: { objectApiName: Token }) =>
  config.objectApiName ? objectInfo(objectName(config.objectApiName)) : undefined,
);

export const getObjectInfos = resourceAdapter((config: { objectApiNames: Token[] }) =>
  objectInfos(config.objectApiNames.map(objectName)),
);

export const getPicklistValues = resourceAdapter((config: { recordTypeId: string; fieldApiName: Token }) => {
  const [object, field] = apiName(config.fieldApiName).split('.');
  return picklistValues(object, config.recordTypeId, field);
});

export const getPicklistValuesByRecordType = resourceAdapter((config: { objectApiName: Token; recordTypeId: string }) =>
  picklistValues(objectName(config.objectApiName), config.recordTypeId),
);

function objectName(token: Token): string {
  return typeof token === 'string' ? token : (token.objectApiName ?? '');
}
