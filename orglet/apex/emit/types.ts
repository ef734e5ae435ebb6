/** Static types as data that the linker turns into runtime types. */
import type { Type } from '../symbols/types.js';

/** `['list', ['prim', 'Integer']]`. */
export type EncodedType = readonly [kind: string, ...parts: (string | EncodedType)[]];

export function encodeType(t: Type): EncodedType {
  switch (t.k) {
    case 'prim':
      return ['prim', t.name];
    case 'sobject':
      return ['sobject', t.name];
    case 'list':
    case 'set':
      return [t.k, encodeType(t.e)];
    case 'map':
      return ['map', encodeType(t.from), encodeType(t.to)];
    case 'class':
      return [t.sym.kind, t.sym.name];
    case 'std': {
      if (t.cls.kind === 'enum') return ['enum', t.cls.name];
      if (t.cls.name === 'System.Iterable' || t.cls.name === 'System.Iterator') {
        return [
          t.cls.name === 'System.Iterable' ? 'iterable' : 'iterator',
          t.args[0] ? encodeType(t.args[0]) : ['any'],
        ];
      }
      return ['std', t.cls.name];
    }
    case 'void':
      return ['void'];
    default:
      return ['any'];
  }
}
