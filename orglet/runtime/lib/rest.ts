/** System.RestRequest, RestResponse, RestContext, Cookie. */
import { defineClass } from '../registry.js';
import { tx } from '../transaction.js';
import { STRING } from '../types.js';
import { ApexMap } from '../values/map.js';
import { ApexBlob } from '../values/scalars.js';
import { DataHolder, defineHolder } from './data-holder.js';

const strings = () => new ApexMap(STRING, STRING);
const put = (field: string) => (self: DataHolder, name: string, value: string) => {
  (self.values[field] as ApexMap).put(name, value);
};

/** Makes a RestRequest with some values. */
export const restRequest = defineHolder('System.RestRequest', {
  fields: {
    headers: strings,
    httpMethod: null,
    params: strings,
    remoteAddress: null,
    requestBody: null,
    requestURI: null,
    resourcePath: null,
  },
  methods: { addheader: put('headers'), addparameter: put('params') },
});

/** Makes a RestResponse with some values. */
export const restResponse = defineHolder('System.RestResponse', {
  fields: { headers: strings, responseBody: () => null as ApexBlob | null, statusCode: null },
  methods: { addheader: put('headers') },
});

interface RestState {
  request: DataHolder | null;
  response: DataHolder | null;
}

/** Request and response of the current transaction. */
export const restState = (): RestState => tx().slot<RestState>('rest', () => ({ request: null, response: null }));

const slot = (name: keyof RestState) => ({
  get: () => restState()[name],
  set: (value: DataHolder | null) => {
    restState()[name] = value;
  },
});

defineClass('System.RestContext', { staticProps: { request: slot('request'), response: slot('response') } });

defineHolder('System.Cookie', {
  fields: {
    name: null,
    value: null,
    path: null,
    maxAge: -1,
    secure: false,
    sameSite: null,
    httpOnly: false,
    domain: null,
  },
  arguments: ['name', 'value', 'path', 'maxAge', 'secure', 'sameSite', 'httpOnly'],
});
