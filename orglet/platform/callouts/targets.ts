import { raise } from '../../runtime/errors.js';
import { platformHost } from '../host.js';

export interface CalloutTarget {
  url: string;
  headers: [string, string][];
}

/**
 * Where an endpoint leads: `callout:Name/path` through a named credential, other URLs when a remote site allows them.
 * Source: Apex Developer Guide, "Adding Remote Site Settings" and "Named Credentials as Callout Endpoints".
 */
export function resolveEndpoint(endpoint: string): CalloutTarget {
  const named = /^callout:(?:[A-Za-z]\w*__)?(\w+)(.*)$/s.exec(endpoint);
  if (named) return namedCredential(named[1], named[2]);
  let url: URL;
  try {
    url = new URL(endpoint);
  } catch {
    return raise('System.CalloutException', `Illegal character or no protocol in: ${endpoint}`);
  }
  const allowed = platformHost()
    .project.of('RemoteSiteSetting')
    .some(({ def }) => def.isActive && covers(def.url, url));
  if (!allowed) {
    raise(
      'System.CalloutException',
      `Unauthorized endpoint, please check Setup->Security->Remote site settings. endpoint = ${endpoint}`,
    );
  }
  return { url: endpoint, headers: [] };
}

function covers(site: string, url: URL): boolean {
  try {
    const allowed = new URL(site);
    return allowed.origin === url.origin && (allowed.pathname === '/' || url.pathname.startsWith(allowed.pathname));
  } catch {
    return false;
  }
}

function namedCredential(name: string, path: string): CalloutTarget {
  const credential = platformHost()
    .project.of('NamedCredential')
    .find((candidate) => candidate.name.toLowerCase() === name.toLowerCase());
  if (!credential)
    return raise(
      'System.CalloutException',
      `The callout couldn't access the endpoint. You might not have the required permissions, or the named credential "${name}" might not exist.`,
    );
  const parameters = credential.def.namedCredentialParameters;
  const base =
    credential.def.endpoint ?? parameters.find(({ parameterType }) => parameterType === 'Url')?.parameterValue;
  if (!base) return raise('System.CalloutException', `The named credential "${name}" has no URL`);
  const headers = parameters
    .filter(({ parameterType, parameterValue }) => parameterType === 'HttpHeader' && parameterValue)
    .map(({ parameterName, parameterValue }): [string, string] => [parameterName, parameterValue!]);
  return { url: base.replace(/\/$/, '') + (path === '' || /^[/?#]/.test(path) ? path : `/${path}`), headers };
}
