import type { BindRef, SearchGroup, SearchReturning, SelectItem, SoslQuery } from './ast.js';
import { SoqlParser } from './soql-parser.js';

const GROUPS: readonly SearchGroup[] = ['ALL', 'NAME', 'EMAIL', 'PHONE', 'SIDEBAR'];

/**
 * Parser of SOSL.
 * Grammar: https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_sosl_syntax.htm
 */
class SoslParser extends SoqlParser {
  parseSearch(): SoslQuery {
    this.expect('FIND');
    const query: SoslQuery = {
      kind: 'search',
      text: this.text,
      find: this.find(),
      group: this.accept('IN') ? this.group() : 'ALL',
      returning: this.accept('RETURNING') ? this.list(() => this.returning()) : [],
      withMode: null,
      limit: null,
      binds: this.binds,
    };
    while (this.accept('WITH')) this.withClause(query);
    if (this.accept('LIMIT')) query.limit = this.count();
    if (this.accept('UPDATE')) this.list(() => this.name());
    if (this.peek().kind !== 'end') this.unexpected();
    return query;
  }

  private find(): string | BindRef {
    if (this.peek().text === ':') return this.count() as BindRef;
    const token = this.advance();
    if (token.kind !== 'string' && token.kind !== 'braces') this.unexpected(token);
    return token.text;
  }

  private group(): SearchGroup {
    const group = GROUPS.find((word) => this.accept(word));
    if (!group) this.unexpected();
    this.expect('FIELDS');
    return group;
  }

  private returning(): SearchReturning {
    const result: SearchReturning = {
      object: this.name(),
      fields: null,
      where: null,
      orderBy: [],
      limit: null,
      offset: null,
    };
    if (!this.accept('(')) return result;
    result.fields = this.list((): SelectItem => this.selectItem());
    if (this.accept('WHERE')) result.where = this.condition();
    if (this.accept('USING', 'LISTVIEW', '=')) this.name();
    if (this.accept('ORDER', 'BY')) result.orderBy = this.list(() => this.orderItem());
    if (this.accept('LIMIT')) result.limit = this.count();
    if (this.accept('OFFSET')) result.offset = this.count();
    this.expect(')');
    return result;
  }

  /** Snippets, highlights, divisions, networks and data categories change nothing in which records are found here. */
  private withClause(query: SoslQuery): void {
    for (const mode of ['USER_MODE', 'SYSTEM_MODE'] as const) {
      if (this.accept(mode)) {
        query.withMode = mode;
        return;
      }
    }
    this.name();
    if (this.accept('(')) while (!this.accept(')')) this.advance();
    if (this.accept('=') || this.accept('IN')) {
      if (this.accept('(')) while (!this.accept(')')) this.advance();
      else this.advance();
    }
  }
}

/** See `parseSosl`. */
export function parseSearch(text: string): SoslQuery {
  return new SoslParser(text).parseSearch();
}
