/** `.forceignore`: patterns in the syntax of `.gitignore`, relative to the project's directory. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Rule {
  pattern: RegExp;
  negated: boolean;
}

/** Regular expression of one line, matched against a path with `/` and no leading one; directories match what is below. */
function compile(line: string): Rule | null {
  let glob = line.trim();
  if (!glob || glob.startsWith('#')) return null;
  const negated = glob.startsWith('!');
  if (negated) glob = glob.slice(1);
  if (glob.startsWith('\\')) glob = glob.slice(1);
  const directoryOnly = glob.endsWith('/');
  glob = glob.replace(/\/+$/, '');
  const anchored = glob.includes('/');
  glob = glob.replace(/^\//, '');
  let source = '';
  for (let i = 0; i < glob.length; i++) {
    const char = glob[i]!;
    if (glob.startsWith('**/', i)) {
      source += '(?:.*/)?';
      i += 2;
    } else if (glob.startsWith('**', i)) {
      source += '.*';
      i += 1;
    } else if (char === '*') source += '[^/]*';
    else if (char === '?') source += '[^/]';
    else if (char === '[' && glob.indexOf(']', i) > i) {
      const end = glob.indexOf(']', i);
      source += `[${glob.slice(i + 1, end).replace(/^!/, '^')}]`;
      i = end;
    } else source += char.replace(/[.+^${}()|\\]/g, '\\$&');
  }
  return { pattern: new RegExp(`${anchored ? '^' : '^(?:.*/)?'}${source}${directoryOnly ? '/' : '(?:/|$)'}`), negated };
}

/** Whether a path relative to the project (with `/`) is ignored. */
export type IgnoreTest = (path: string) => boolean;

export function readForceIgnore(projectDir: string): IgnoreTest {
  const file = join(projectDir, '.forceignore');
  if (!existsSync(file)) return () => false;
  return ignoreTest(readFileSync(file, 'utf8'));
}

export function ignoreTest(source: string): IgnoreTest {
  const rules = source
    .split(/\r?\n/)
    .map(compile)
    .filter((rule) => rule !== null);
  return (path) => {
    let ignored = false;
    for (const rule of rules) if (rule.negated === ignored && rule.pattern.test(path)) ignored = !rule.negated;
    return ignored;
  };
}
