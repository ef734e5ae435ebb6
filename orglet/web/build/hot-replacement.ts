import type { HmrContext, ModuleNode } from 'vite';

/**
 * Adds to a compiled module of the dev server what lets LWC replace it in the running page.
 * LWC swaps templates, stylesheets and component classes; other modules reload the page.
 * @see https://github.com/salesforce/lwc/tree/master/packages/%40lwc/engine-core (swapTemplate, swapStyle, swapComponent)
 */
export function hotReplacement(code: string, file: string): string {
  const swap = file.endsWith('.html')
    ? swapTemplate
    : file.endsWith('.css')
      ? swapStyles
      : /registerComponent/.test(code)
        ? swapComponent
        : '';
  return swap === ''
    ? code
    : code.replace(
        /export default ([\s\S]+?);?\s*(?=\n\/\/#|$)/,
        (_, value) => `const $hot = ${value};\nexport default $hot;\n${swap}`,
      );
}

const swapTemplate = `
import { swapTemplate as $swap } from 'lwc';
if (import.meta.hot) import.meta.hot.accept((next) => { if (next) $swap($hot, next.default); });
`;

const swapStyles = `
import { swapStyle as $swap } from 'lwc';
if (import.meta.hot) import.meta.hot.accept((next) => {
  const styles = next ? next.default : [];
  if (styles.length !== $hot.length) import.meta.hot.invalidate();
  else $hot.forEach((style, index) => $swap(style, styles[index]));
});
`;

const swapComponent = `
import { swapComponent as $swap } from 'lwc';
if (import.meta.hot) import.meta.hot.accept((next) => { if (next) $swap($hot, next.default); });
`;

/** Modules made of a changed file: template and stylesheet modules carry a suffix that Vite's own lookup does not know. */
export function modulesOfFile(context: HmrContext, suffix: string): ModuleNode[] | void {
  const module = context.server.moduleGraph.getModuleById(`${context.file}${suffix}`);
  return module && [module];
}
