import type { SqlValue } from '../storage/driver.js';
import type { QuerySession } from './session.js';

/** What a run of a compiled query brings along. */
export interface RunContext {
  binds: readonly unknown[];
  session: QuerySession;
  /** Values of the security rules for the running user, by parameter name; see `security/visibility.ts`. */
  access: Record<string, SqlValue>;
  /** The bound collections of the run as SQL values, by what reads them. */
  lists?: Map<object, readonly SqlValue[]>;
}

/** A `?` whose value is known when the query runs. */
export interface Param {
  param: (run: RunContext) => SqlValue;
}

/** A piece of SQL whose text depends on the bind values: null or not, ASCII or not. */
export interface Choice {
  options: readonly Fragment[];
  /** Position of the option for a run. */
  choose: (run: RunContext) => number;
}

type Part = string | Param | Choice;

/** A piece of SQL with its parameters. */
export class Fragment {
  readonly parts: readonly Part[];
  constructor(parts: readonly Part[]) {
    this.parts = parts;
  }
}

type Piece = string | Fragment | Param | Choice;

function push(parts: Part[], piece: Piece): void {
  if (piece instanceof Fragment) for (const part of piece.parts) push(parts, part);
  else if (typeof piece === 'string' && typeof parts[parts.length - 1] === 'string') parts[parts.length - 1] += piece;
  else parts.push(piece);
}

/** Tagged template: text, fragments, parameters and choices become one fragment. */
export function sql(strings: TemplateStringsArray, ...pieces: Piece[]): Fragment {
  const parts: Part[] = [];
  strings.forEach((text, i) => {
    if (text !== '') push(parts, text);
    if (i < pieces.length) push(parts, pieces[i]!);
  });
  return new Fragment(parts);
}

export function joinSql(fragments: readonly Piece[], separator: string): Fragment {
  const parts: Part[] = [];
  fragments.forEach((fragment, i) => {
    if (i > 0) push(parts, separator);
    push(parts, fragment);
  });
  return new Fragment(parts);
}

export const constant = (value: SqlValue): Param => ({ param: () => value });

/** SQL text and its parameters, ready to run. */
export interface Rendered {
  text: string;
  params: SqlValue[];
}

/** The text for one way to choose, and what its parameters are read from. */
interface Form {
  text: string;
  params: readonly Param[];
}

/** A fragment prepared for repeated runs: its text is made once for each way to choose among its options. */
export class Template {
  private readonly fragment: Fragment;
  private readonly hasChoices: boolean;
  /** By the positions that were chosen, as the digits of a number after a 1, or as text where there are too many. */
  private readonly forms = new Map<number | string, Form>();
  private readonly short: boolean;

  constructor(fragment: Fragment) {
    this.fragment = fragment;
    const most = mostChoices(fragment);
    this.hasChoices = most > 0;
    this.short = most < MOST_DIGITS;
  }

  render(run: RunContext): Rendered {
    const chosen = !this.hasChoices ? 1 : this.short ? digitsOf(this.fragment, run, 1) : textOf(this.fragment, run);
    let form = this.forms.get(chosen);
    if (!form) {
      const positions = this.short ? String(chosen).slice(1) : String(chosen);
      this.forms.set(chosen, (form = formOf(this.fragment, [...positions].map(Number))));
    }
    const params: SqlValue[] = [];
    for (const { param } of form.params) params.push(param(run));
    return { text: form.text, params };
  }
}

/** Digits that a number holds exactly. */
const MOST_DIGITS = 15;

/** How many choices a run makes at most. */
function mostChoices(fragment: Fragment): number {
  let most = 0;
  for (const part of fragment.parts)
    if (typeof part !== 'string' && 'choose' in part) most += 1 + Math.max(...part.options.map(mostChoices));
  return most;
}

/** The positions that a run chooses, in the order of the text, after those of `before`; a choice has less than ten options. */
function digitsOf(fragment: Fragment, run: RunContext, before: number): number {
  let chosen = before;
  for (const part of fragment.parts) {
    if (typeof part === 'string' || 'param' in part) continue;
    const at = part.choose(run);
    chosen = digitsOf(part.options[at]!, run, chosen * 10 + at);
  }
  return chosen;
}

/** `digitsOf` as text. */
function textOf(fragment: Fragment, run: RunContext): string {
  let chosen = '';
  for (const part of fragment.parts) {
    if (typeof part === 'string' || 'param' in part) continue;
    const at = part.choose(run);
    chosen += at + textOf(part.options[at]!, run);
  }
  return chosen;
}

/** @param chosen positions, of which those of the fragment are taken away */
function formOf(fragment: Fragment, chosen: number[]): Form {
  let text = '';
  const params: Param[] = [];
  for (const part of fragment.parts) {
    if (typeof part === 'string') text += part;
    else if ('param' in part) {
      text += '?';
      params.push(part);
    } else {
      const option = formOf(part.options[chosen.shift()!]!, chosen);
      text += option.text;
      params.push(...option.params);
    }
  }
  return { text, params };
}
