import type { PatternPart } from './formTypes';

const LONGEST = 255;

function fits(kind: string, sign: string): boolean {
  switch (kind) {
    case 'letters':
      return /^\p{L}$/u.test(sign);
    case 'digits':
      return /^[0-9]$/.test(sign);
    case 'lettersOrDigits':
      return /^[\p{L}0-9]$/u.test(sign);
    default:
      return true;
  }
}

function ends(part: PatternPart, text: string, start: number): number[] {
  if (part.kind === 'text') {
    const wanted = part.text ?? '';
    return text.startsWith(wanted, start) ? [start + wanted.length] : [];
  }
  const fewest = part.fewest ?? 1;
  const most = Math.max(part.most ?? fewest, fewest);
  const found: number[] = [];
  for (let signs = 0; signs <= most && start + signs <= text.length; signs += 1) {
    if (signs >= fewest) found.push(start + signs);
    if (start + signs === text.length || !fits(part.kind, text[start + signs])) break;
  }
  return found;
}

/** Whether the whole text has the shape; by a table of places, so that no text makes it slow. */
export function matchesPattern(parts: PatternPart[], text: string): boolean {
  if (!parts.length) return true;
  if (text.length > LONGEST) return false;
  let places = new Set([0]);
  for (const part of parts) {
    places = new Set([...places].flatMap((place) => ends(part, text, place)));
  }
  return places.has(text.length);
}
