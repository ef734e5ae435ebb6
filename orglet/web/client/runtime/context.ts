import type { PageContext } from './page-context.js';

const block = document.getElementById('orglet-context');
if (!block) throw new Error('The page has no context block.');

/** The context of this page load. */
export const pageContext: PageContext = JSON.parse(block.textContent ?? '');

/** `Small` on phones, `Medium` on tablets, else `Large`, as `@salesforce/client/formFactor` says. */
export function formFactor(): 'Small' | 'Medium' | 'Large' {
  const agent = navigator.userAgent;
  if (/iPad|Tablet|Android(?!.*Mobile)/i.test(agent)) return 'Medium';
  return /Mobi|iPhone/i.test(agent) ? 'Small' : 'Large';
}
