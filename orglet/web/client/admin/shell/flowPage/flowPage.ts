import { LightningElement, api } from 'lwc';
import type { PageReference } from '../../../runtime/page-reference.js';
import { definition, type FlowDefinition } from '../../definition.js';
import { navigate } from '../../router.js';

interface Item {
  key: string;
  component: unknown;
  inputs: Record<string, unknown>;
}

/** A flow of screens (`/lightning/flow/Name`): its components with what the address hands to the flow's variables. */
export default class FlowPage extends LightningElement {
  label = '';
  error = '';
  items: Item[] = [];
  at = 0;
  flow: FlowDefinition | null = null;

  _page: PageReference | null = null;

  @api
  get page(): PageReference | null {
    return this._page;
  }
  set page(page: PageReference | null) {
    this._page = page;
    const name = String(page?.attributes.devName ?? '').replace(/^.*__/, '');
    this.flow = definition.flows.find((flow) => flow.name === name) ?? null;
    this.label = this.flow?.label ?? '';
    this.error = this.flow ? '' : `There is no flow ${name} that this page can run.`;
    if (this.flow) document.title = this.label;
    void this.show(0);
  }

  get nextLabel(): string {
    return this.at + 1 < (this.flow?.screens.length ?? 0) ? 'Next' : 'Finish';
  }

  async show(at: number): Promise<void> {
    const { flow } = this;
    this.at = at;
    this.items = [];
    const items = await Promise.all(
      (flow?.screens[at]?.items ?? []).map(async ({ component, inputs }, index) => ({
        key: `${at}-${index}`,
        component: (await definition.components[component]?.())?.default,
        inputs: Object.fromEntries(
          Object.entries(inputs).map(([name, { variable, value }]) => [name, variable ? this.given(variable) : value]),
        ),
      })),
    );
    if (flow === this.flow && at === this.at) this.items = items.filter(({ component }) => component !== undefined);
  }

  /** What the address hands to a variable; `ids`, the records that were selected in a list, is a collection. */
  given(variable: string): unknown {
    const text = String(this._page?.state[variable] ?? '');
    return variable === 'ids' ? text.split(',').filter(Boolean) : text;
  }

  handleNext(): void {
    if (this.at + 1 < (this.flow?.screens.length ?? 0)) {
      void this.show(this.at + 1);
      return;
    }
    const { origin } = location;
    const back = new URL(String(this._page?.state.retURL ?? ''), origin);
    const isOurs = back.origin === origin && back.pathname.startsWith('/lightning');
    navigate({ type: 'standard__webPage', attributes: { url: isOurs ? back.pathname + back.search : '/lightning' } });
  }
}
