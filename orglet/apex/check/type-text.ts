import type { TypeNode } from '../ast.js';

/** A type reference as it was written. */
export function typeText(node: TypeNode): string {
  const parts = node.parts.map(
    (part) => part.name + (part.args.length ? `<${part.args.map(typeText).join(',')}>` : ''),
  );
  return parts.join('.') + '[]'.repeat(node.dims);
}
