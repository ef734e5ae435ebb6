import { pageContext } from '../runtime/context.js';
import type { PageReference } from '../runtime/page-reference.js';

/**
 * Value of a configured text with `{!…}` expressions: the expression's own value when it is the whole text, else the text with values put in.
 * @see https://developer.salesforce.com/docs/atlas.en-us.exp_cloud_lwr.meta/exp_cloud_lwr/advanced_expressions.htm
 */
export function resolveExpression(text: string, page: PageReference | undefined): unknown {
  const whole = /^\{!([^}]+)\}$/.exec(text);
  if (whole) return valueOf(whole[1].trim(), page);
  return text.replace(/\{!([^}]+)\}/g, (_, path) => String(valueOf(path.trim(), page) ?? ''));
}

function valueOf(path: string, page: PageReference | undefined): unknown {
  const [root, ...rest] = path.split('.');
  switch (root.toLowerCase()) {
    case 'route':
      return page?.attributes[rest.join('.')];
    case 'param':
      return page?.state[rest.join('.')];
    case 'recordid':
      return page?.attributes.recordId;
    case 'site':
      return rest[0] === 'basePath' ? pageContext.community.basePath : undefined;
    case 'user':
      return rest[0] === 'isGuest' ? pageContext.user.isGuest : rest[0] === 'userId' ? pageContext.user.Id : undefined;
    default:
      return undefined;
  }
}
