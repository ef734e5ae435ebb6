import { LightningElement, api } from 'lwc';
import type { PageReference } from '../../../runtime/page-reference.js';
import { errorText } from '../../data/errors.js';
import { findRecords, type FoundRecord } from '../../data/search.js';

interface Group {
  object: string;
  label: string;
  icon: string;
  records: (FoundRecord & { detailText: string })[];
}

const MOST = 100;

function byObjectOf(found: FoundRecord[]): Map<string, FoundRecord[]> {
  const groups = new Map<string, FoundRecord[]>();
  for (const record of found) groups.set(record.object, [...(groups.get(record.object) ?? []), record]);
  return groups;
}

/** Records that match the text of the search box, by object. */
export default class SearchResults extends LightningElement {
  groups: Group[] = [];
  loading = true;
  error = '';
  text = '';

  _page: PageReference | null = null;

  @api
  get page(): PageReference | null {
    return this._page;
  }
  set page(page: PageReference | null) {
    this._page = page;
    void this.find(String(page?.state.q ?? ''));
  }

  get isEmpty(): boolean {
    return !this.loading && !this.error && this.groups.length === 0;
  }

  async find(text: string): Promise<void> {
    this.text = text;
    this.loading = true;
    this.error = '';
    this.groups = [];
    document.title = `${text} – Search`;
    try {
      const found = await findRecords(text, MOST);
      if (text !== this.text) return;
      const byObject = byObjectOf(found);
      this.groups = [...byObject].map(([object, records]) => ({
        object,
        label: `${records[0].labelPlural} (${records.length})`,
        icon: records[0].icon,
        records: records.map((record) => ({ ...record, detailText: record.details.join(' · ') })),
      }));
    } catch (error) {
      this.error = errorText(error);
    }
    this.loading = false;
  }
}
