/** Compiles and links sources in memory, for tests. */
import '../../runtime/lib/index.js';
import { apexError } from '../../runtime/ops.js';
import { Transaction, withTransaction, type UserContext } from '../../runtime/transaction.js';
import { ApexExceptionObject } from '../../runtime/classes.js';
import { compileProject, linkProject, type CodeBase, type CompileProblem, type SchemaView } from '../index.js';

const USER: UserContext = {
  id: '005000000000001AAA',
  username: 'u@example.com',
  firstName: null,
  lastName: 'User',
  name: 'User',
  email: 'u@example.com',
  profileId: '00e000000000001AAA',
  roleId: null,
  userType: 'Standard',
  timeZone: 'UTC',
  locale: 'en_US',
  language: 'en_US',
  organizationId: '00D000000000001AAA',
  organizationName: 'Test',
  defaultCurrency: 'USD',
  multiCurrency: false,
};

export const NO_SCHEMA: SchemaView = {
  namespace: '',
  fingerprint: 'none',
  resolveObject: () => null,
  resolveLabel: () => null,
};

export interface Program {
  code: CodeBase;
  problems: readonly CompileProblem[];
  /** Calls a static method in a transaction of its own. Apex exceptions come as `Type: message`. */
  call(type: string, method: string, ...args: unknown[]): unknown;
}

/** @param sources class bodies by class name, or whole files */
export function program(...sources: string[]): Program {
  const files = sources.map((source) => {
    const trigger = /\btrigger\s+(\w+)\s+on\b/i.exec(source);
    const name = trigger?.[1] ?? /\b(?:class|interface|enum)\s+(\w+)/i.exec(source)![1]!;
    return {
      path: `${name}.${trigger ? 'trigger' : 'cls'}`,
      kind: trigger ? ('trigger' as const) : ('class' as const),
      source,
      apiVersion: 60,
    };
  });
  const compiled = compileProject({ files, schema: NO_SCHEMA });
  const code = linkProject(compiled);
  const call = (type: string, method: string, ...args: unknown[]): unknown => {
    const info = code.types.get(type.toLowerCase());
    const found = info?.findMethods(method)[0];
    if (!found) throw new Error(`no method ${type}.${method}`);
    return run(() => found.invoke(null, args));
  };
  return { code, problems: compiled.problems, call };
}

export function run<T>(fn: () => T): T {
  const transaction = new Transaction(USER, {
    quiddity: 'SYNCHRONOUS',
    async: false,
    baseUrl: '',
    isTest: true,
    web: null,
  });
  return withTransaction(transaction, () => {
    try {
      return fn();
    } catch (error) {
      const apex = apexError(error);
      if (apex instanceof ApexExceptionObject) throw new Error(`${apex.typeName}: ${apex.message}`);
      throw apex;
    }
  });
}

/** The result of an expression, computed in a class of its own. */
export function evaluate(expression: string, type = 'Object', before = ''): unknown {
  const built = program(`public class Probe { public static ${type} value() { ${before} return ${expression}; } }`);
  const [problem] = built.problems;
  if (problem) throw new Error(`${problem.line}:${problem.column} ${problem.message}`);
  return built.call('Probe', 'value');
}
