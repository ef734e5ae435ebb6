import { LightningElement, api } from 'lwc';
import type { PageReference } from '../../../runtime/page-reference.js';
import { apps, objectInfo, search } from '../../data/ui-api.js';
import { errorText } from '../../data/errors.js';

interface Group {
  object: string;
  label: string;
  records: { id: string; name: string; href: string }[];
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
    document.title = `${text} – Search`;
    try {
      const { apps: list } = await apps().get();
      const objects: string[] = [
        ...new Set<string>(list.flatMap((app: any) => app.navItems.flatMap((item: any) => item.objectApiName ?? []))),
      ];
      const found = await search(text, objects);
      const names = [...new Set(found.map(({ object }) => object))];
      const labels = await Promise.all(names.map(async (name) => (await objectInfo(name).get()).labelPlural as string));
      if (text !== this.text) return;
      this.groups = names.map((object, index) => ({
        object,
        label: labels[index],
        records: found
          .filter((item) => item.object === object)
          .map(({ id, name }) => ({ id, name, href: `/lightning/r/${object}/${id}/view` })),
      }));
    } catch (error) {
      this.error = errorText(error);
    }
    this.loading = false;
  }
}
