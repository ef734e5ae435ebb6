import { transformSync } from 'esbuild';

/** A compiled stylesheet whose text goes to a style sheet of the page. */
export interface ExtractedStyle {
  /** What stands in its place in the script: it still makes the engine put scope tokens on elements. */
  code: string;
  css: string;
}

/** Module of the stylesheet that stands for every extracted scoped one. */
export const SCOPED_STYLE = '\0scoped-style';
/** An empty stylesheet that tells the engine to mark elements with their template's scope token. */
export const SCOPED_STYLE_CODE = "const scoped = () => '';\nscoped.$scoped$ = true;\nexport default [scoped];";

/** Addresses that would mean something else in a file of another place. */
const RELATIVE_URL = /url\(\s*['"]?(?!data:|https?:|[/#])/i;

/**
 * Takes the text out of a stylesheet of a light DOM template.
 * @param code what the LWC compiler made of the stylesheet
 * @param template what the LWC compiler made of its template
 * @returns undefined when the stylesheet has to stay in the script: its template has shadow DOM, it imports others or relative addresses
 */
export function extractStyle(code: string, template: string): ExtractedStyle | undefined {
  const source = stylesheetSource(code);
  const token = /^tmpl\.stylesheetToken = "([^"]+)";/m.exec(template)?.[1];
  const light = /^tmpl\.renderMode = "light";/m.test(template);
  if (source === undefined || token === undefined || !light) return undefined;
  if (/^import /m.test(code) || RELATIVE_URL.test(code)) return undefined;
  const scoped = isScoped(code);
  const css = minifyCss(evaluateStylesheet(source)(scoped ? token : undefined, !scoped, true));
  return { code: scoped ? `export { default } from ${JSON.stringify(SCOPED_STYLE)};` : 'export default [];', css };
}

type Stylesheet = (token: string | undefined, actualHost: boolean, nativeDir: boolean) => string;

/** The function that the compiler made of a stylesheet's text. */
export function stylesheetSource(code: string): string | undefined {
  return /function stylesheet\([\s\S]*?\n}/.exec(code)?.[0];
}

/** Runs the compiler's own output, which depends on its arguments alone. */
export function evaluateStylesheet(source: string): Stylesheet {
  return new Function(`return (${source});`)() as Stylesheet;
}

export function isScoped(code: string): boolean {
  return code.includes('stylesheet.$scoped$ = true');
}

export function minifyCss(css: string): string {
  return transformSync(css, { loader: 'css', minify: true, charset: 'utf8', legalComments: 'none' }).code.trim();
}
