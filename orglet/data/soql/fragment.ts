import type { SqlValue } from '../storage/driver.js';
import type { QuerySession } from './session.js';

/** What a run of a compiled query brings along. */
export interface RunContext {
  binds: readonly unknown[];
  session: QuerySession;
  /** Values of the security rules for the running user, by parameter name; see `security/visibility.ts`. */
  access: Record<string, SqlValue>;
}

/** A `?` whose value is known when the query runs. */
export interface Param {
  param: (run: RunContext) => SqlValue;
}

/** A piece of SQL whose text depends on the bind values: null or not, ASCII or not. */
export interface Choice {
  choose: (run: RunContext) => Fragment;
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

/** A fragment prepared for repeated runs: without choices its text is made once. */
export class Template {
  private readonly fragment: Fragment;
  private readonly fixedText: string | null;
  private readonly params: Param[] = [];

  constructor(fragment: Fragment) {
    this.fragment = fragment;
    let text: string | null = '';
    for (const part of fragment.parts) {
      if (typeof part === 'string') text = text === null ? null : text + part;
      else if ('param' in part) {
        text = text === null ? null : `${text}?`;
        this.params.push(part);
      } else text = null;
    }
    this.fixedText = text;
  }

  render(run: RunContext): Rendered {
    if (this.fixedText !== null) return { text: this.fixedText, params: this.params.map((p) => p.param(run)) };
    const out: Rendered = { text: '', params: [] };
    renderInto(out, this.fragment, run);
    return out;
  }
}

function renderInto(out: Rendered, fragment: Fragment, run: RunContext): void {
  for (const part of fragment.parts) {
    if (typeof part === 'string') out.text += part;
    else if ('param' in part) {
      out.text += '?';
      out.params.push(part.param(run));
    } else renderInto(out, part.choose(run), run);
  }
}
