/** The label that a field or object name implies: its words, an Id spelled `ID`. */
export function impliedLabel(name: string): string;
