import { evaluateStylesheet, isScoped, minifyCss, stylesheetSource } from './extract-styles.js';

/** Stands for the scope token while a stylesheet is minified; a letter of CSS names that no stylesheet uses. */
const TOKEN = 'ŧ';

/**
 * Makes a compiled stylesheet smaller for pages with native shadow or light DOM: its text is minified and kept whole,
 * and a scoped one gets its token by replacement instead of by pieces.
 * @param code what the LWC compiler made of a stylesheet
 */
export function shrinkStyles(code: string): string {
  const source = stylesheetSource(code);
  if (source === undefined || code.includes(TOKEN)) return code;
  const scoped = isScoped(code);
  const evaluate = evaluateStylesheet(source);
  const text = (actualHost: boolean): string =>
    JSON.stringify(minifyCss(evaluate(scoped ? TOKEN : undefined, actualHost, true)));
  const body = scoped ? scopedBody(text(true), text(false)) : `function stylesheet() { return ${text(true)}; }`;
  return code.replace(source, () => body);
}

function scopedBody(inShadow: string, inLight: string): string {
  const chosen = inShadow === inLight ? inLight : `(h ? ${inShadow} : ${inLight})`;
  return `function stylesheet(t, h) { return ${chosen}.replaceAll("${TOKEN}", t); }`;
}
