import getCarts from '@salesforce/apex/CartListController.getCarts';
import getLines from '@salesforce/apex/CartListController.getLines';
import getStores from '@salesforce/apex/CartListController.getStores';
import abandoned from '@salesforce/label/c.Cart_Desk_State_Abandoned';
import allStates from '@salesforce/label/c.Cart_Desk_All_States';
import allStores from '@salesforce/label/c.Cart_Desk_All_Stores';
import cart from '@salesforce/label/c.Cart_Desk_Cart';
import changed from '@salesforce/label/c.Cart_Desk_Changed';
import checkout from '@salesforce/label/c.Cart_Desk_State_Checkout';
import customer from '@salesforce/label/c.Cart_Desk_Customer';
import guest from '@salesforce/label/c.Cart_Desk_Guest';
import linesOf from '@salesforce/label/c.Cart_Desk_Lines';
import lineTotal from '@salesforce/label/c.Cart_Desk_Line_Total';
import loading from '@salesforce/label/c.Cart_Desk_Loading';
import more from '@salesforce/label/c.Cart_Desk_More';
import none from '@salesforce/label/c.Cart_Desk_None';
import open from '@salesforce/label/c.Cart_Desk_State_Open';
import paying from '@salesforce/label/c.Cart_Desk_State_Paying';
import pieces from '@salesforce/label/c.Cart_Desk_Pieces';
import product from '@salesforce/label/c.Cart_Desk_Product';
import saved from '@salesforce/label/c.Cart_Desk_State_Saved';
import search from '@salesforce/label/c.Cart_Desk_Search';
import searchHint from '@salesforce/label/c.Cart_Desk_Search_Hint';
import sku from '@salesforce/label/c.Cart_Desk_Sku';
import state from '@salesforce/label/c.Cart_Desk_State';
import store from '@salesforce/label/c.Cart_Desk_Store';
import title from '@salesforce/label/c.Cart_Desk_Title';
import total from '@salesforce/label/c.Cart_Desk_Total';
import PagedList, { type Page } from 'c/pagedList';
import { toStoreError } from 'c/storeErrors';
import { fillLabel } from 'c/storeFormat';

type Row = Awaited<ReturnType<typeof getCarts>>['rows'][number];
type Line = Awaited<ReturnType<typeof getLines>>[number];

const STATES: Record<string, string> = {
  Open: open,
  Checkout: checkout,
  Paying: paying,
  Abandoned: abandoned,
  Saved: saved,
};

/** Carts of the stores that are no orders yet, the latest change first; each opens to show what lies in it. */
export default class CartConsole extends PagedList<Row> {
  labels = {
    cart,
    changed,
    customer,
    guest,
    lineTotal,
    loading,
    more,
    none,
    pieces,
    product,
    search,
    searchHint,
    sku,
    state,
    store,
    title,
    total,
  };
  storeId = '';
  /** Null until they are read. */
  stores: { label: string; value: string }[] | null = null;
  /** Lines of the carts that are open, by cart. */
  opened: Record<string, Line[]> = {};

  connectedCallback() {
    this.load();
  }

  override async find(skip: number): Promise<Page<Row>> {
    this.stores ??= (await getStores()).map(({ id, name }) => ({ value: id, label: name }));
    const { query: text, status, storeId } = this;
    return getCarts({ query: { text, status, storeId: storeId || null, skip } });
  }

  override followRows() {
    this.opened = Object.fromEntries(
      Object.entries(this.opened).filter(([opened]) => this.found.some(({ id }) => id === opened)),
    );
  }

  get hasStores(): boolean {
    return (this.stores?.length ?? 0) > 1;
  }

  get storeOptions() {
    return [{ value: '', label: allStores }, ...(this.stores ?? [])];
  }

  get stateOptions() {
    return [{ value: '', label: allStates }, ...Object.entries(STATES).map(([value, label]) => ({ value, label }))];
  }

  get rows() {
    return this.found.map((row) => {
      const lines = this.opened[row.id];
      const name = row.savedName ?? row.cartNumber;
      return {
        ...row,
        name,
        stateText: row.savedName ? saved : (STATES[row.status] ?? row.status),
        url: row.contactId ? `/lightning/r/Contact/${row.contactId}/view` : '',
        hasTotal: typeof row.total === 'number',
        isOpen: Boolean(lines),
        expanded: lines ? 'true' : 'false',
        icon: lines ? 'utility:chevrondown' : 'utility:chevronright',
        lines: (lines ?? []).map((line) => ({ ...line, hasTotal: typeof line.total === 'number' })),
        linesKey: `${row.id}-lines`,
        linesLabel: fillLabel(linesOf, name),
      };
    });
  }

  handleStore(event: CustomEvent<{ value: string }>) {
    this.storeId = event.detail.value;
    this.load();
  }

  /** Shows what lies in a cart, or hides it again. */
  async handleOpen(event: Event) {
    const { id } = (event.currentTarget as HTMLElement).dataset as { id: string };
    if (this.opened[id]) {
      this.opened = Object.fromEntries(Object.entries(this.opened).filter(([opened]) => opened !== id));
      return;
    }
    try {
      const lines = await getLines({ cartId: id });
      this.opened = { ...this.opened, [id]: lines };
      this.errorMessage = '';
    } catch (error) {
      this.errorMessage = toStoreError(error).message;
    }
  }
}
