import { findClass } from '../../runtime/classes.js';
import { asOf } from '../../runtime/clock.js';
import type { Org } from '../../org/org.js';
import type { OrgUser } from '../../org/types.js';
import { describeException } from '../../org/errors.js';
import { fromLightning, isAuraEnabled, toLightning } from './lightning-values.js';

/**
 * Calls an Apex controller method as a page does, without a server: for scripts that run in the org's own process.
 * @param name `Class.method`
 * @param options.at milliseconds since the epoch that the call happens at; now when left out
 * @throws Error with the message of the Apex exception
 */
export function callController(
  org: Org,
  user: OrgUser,
  name: string,
  parameters: Record<string, unknown>,
  { at = Date.now() }: { at?: number } = {},
): unknown {
  const [className, methodName] = name.split('.');
  const method = findClass(className)?.methods.find(
    (candidate) =>
      candidate.static && candidate.name.toLowerCase() === methodName.toLowerCase() && isAuraEnabled(candidate),
  );
  if (!method) throw new Error(`There is no @AuraEnabled method ${name}`);
  const run = (): unknown =>
    toLightning(
      method.invoke(
        null,
        method.params.map((param) => fromLightning(parameters[param.name], param.type, param.name)),
      ),
    );
  try {
    return asOf(at, () => org.transaction(user, run, { quiddity: 'AURA' }));
  } catch (error) {
    const { pageMessage } =
      ((error as { details?: unknown }).details as { pageMessage?: string } | null | undefined) ?? {};
    throw new Error(`${name}: ${pageMessage ?? describeException(error).message}`, { cause: error });
  }
}
