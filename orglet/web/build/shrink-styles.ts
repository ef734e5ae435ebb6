import { transformSync } from 'esbuild';

/** Stands for the scope token while a stylesheet is minified; a letter of CSS names that no stylesheet uses. */
const TOKEN = 'ŧ';

/**
 * Makes a compiled stylesheet smaller for pages with native shadow or light DOM: its text is minified and kept whole,
 * and a scoped one gets its token by replacement instead of by pieces.
 * @param code what the LWC compiler made of a stylesheet
 */
export function shrinkStyles(code: string): string {
  const source = /function stylesheet\([\s\S]*?\n}/.exec(code)?.[0];
  if (source === undefined || code.includes(TOKEN)) return code;
  const scoped = code.includes('stylesheet.$scoped$ = true');
  // The compiler's own output, which depends on its arguments alone.
  const evaluate = new Function(`return (${source});`)() as (
    token: string | undefined,
    actualHost: boolean,
    nativeDir: boolean,
  ) => string;
  const text = (actualHost: boolean): string =>
    JSON.stringify(minify(evaluate(scoped ? TOKEN : undefined, actualHost, true)));
  const body = scoped ? scopedBody(text(true), text(false)) : `function stylesheet() { return ${text(true)}; }`;
  return code.replace(source, () => body);
}

function scopedBody(inShadow: string, inLight: string): string {
  const chosen = inShadow === inLight ? inLight : `(h ? ${inShadow} : ${inLight})`;
  return `function stylesheet(t, h) { return ${chosen}.replaceAll("${TOKEN}", t); }`;
}

function minify(css: string): string {
  return transformSync(css, { loader: 'css', minify: true, charset: 'utf8', legalComments: 'none' }).code.trim();
}
