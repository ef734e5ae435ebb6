/**
 * What there is to choose, as people say it: the server counts (`4 × Color, 2 × Size`), English readers get `4 colors, 2 sizes`.
 * Merchants name options freely, so that other languages keep the counts: their plurals cannot be made by rule.
 */
export function optionText(summary: string | null, locale: string | null | undefined): string | null {
  if (!summary || !/^en(?![a-z])/i.test(locale ?? 'en')) {
    return summary;
  }
  return summary.replace(/(\d+) × ([^,]+)/g, (_, count, name) => `${count} ${plural(name.trim())}`);
}

function plural(name: string): string {
  const word = /^[A-Z][^A-Z]*$/.test(name) ? name.toLowerCase() : name;
  if (/[^aeiou]y$/i.test(word)) {
    return `${word.slice(0, -1)}ies`;
  }
  return /(s|x|z|ch|sh)$/i.test(word) ? `${word}es` : `${word}s`;
}
