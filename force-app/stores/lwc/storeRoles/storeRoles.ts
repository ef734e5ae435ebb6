import { LightningElement } from 'lwc';
import findPeople from '@salesforce/apex/StoreRoleController.findPeople';
import getRoles from '@salesforce/apex/StoreRoleController.getRoles';
import remove from '@salesforce/apex/StoreRoleController.remove';
import save from '@salesforce/apex/StoreRoleController.save';
import actions from '@salesforce/label/c.Stores_RoleActions';
import allStores from '@salesforce/label/c.Stores_RoleAll';
import give from '@salesforce/label/c.Stores_RoleGive';
import inactive from '@salesforce/label/c.Stores_RoleInactive';
import intro from '@salesforce/label/c.Stores_RoleIntro';
import loading from '@salesforce/label/c.Stores_RoleLoading';
import none from '@salesforce/label/c.Stores_RoleNone';
import person from '@salesforce/label/c.Stores_RolePerson';
import nobody from '@salesforce/label/c.Stores_RoleNobody';
import personHint from '@salesforce/label/c.Stores_RolePersonHint';
import removeLabel from '@salesforce/label/c.Stores_RoleRemove';
import removeOf from '@salesforce/label/c.Stores_RoleRemoveOf';
import role from '@salesforce/label/c.Stores_RoleRole';
import roles from '@salesforce/label/c.Stores_Roles';
import search from '@salesforce/label/c.Stores_RoleSearch';
import store from '@salesforce/label/c.Stores_RoleStore';
import { toStoreError } from 'c/storeErrors';

type Roles = Awaited<ReturnType<typeof getRoles>>;
type Option = { value: string; label: string };

/** Milliseconds without typing before people are looked for. */
const PAUSE = 250;
/** Fewer letters find nobody. */
const SHORTEST_SEARCH = 2;
/** Stands for all stores among the options, which cannot be blank. */
const ALL = 'all';

/** Gives members of the staff roles in stores, and takes them. */
export default class StoreRoles extends LightningElement {
  labels = {
    actions,
    give,
    inactive,
    intro,
    loading,
    none,
    person,
    remove: removeLabel,
    role,
    roles,
    search,
    store,
  };
  answer: Roles | undefined;
  people: Option[] = [];
  search = '';
  /** The people are those that a search found. */
  isSearched = false;
  userId = '';
  storeValue = '';
  role = '';
  isBusy = true;
  errorMessage = '';
  private timer: ReturnType<typeof setTimeout> | undefined;
  private turn = 0;

  connectedCallback() {
    this.ask(() => getRoles());
  }

  disconnectedCallback() {
    clearTimeout(this.timer);
  }

  get kinds(): Option[] {
    return this.answer?.kinds ?? [];
  }

  get storeOptions(): Option[] {
    const own = this.answer?.stores ?? [];
    return this.answer?.mayGiveAll ? [{ value: ALL, label: allStores }, ...own] : own;
  }

  get rows() {
    return (this.answer?.roles ?? []).map((one) => ({
      ...one,
      where: one.storeName ?? allStores,
      kind: this.kinds.find(({ value }) => value === one.role)?.label ?? one.role,
      isGone: !one.isActive,
      removeLabel: removeOf.replace('{0}', one.userName),
    }));
  }

  get hasRoles(): boolean {
    return this.rows.length > 0;
  }

  get isEmpty(): boolean {
    return !this.isBusy && !this.errorMessage && !this.hasRoles;
  }

  get personHint(): string {
    return this.isSearched ? nobody : personHint;
  }

  get hasNoPeople(): boolean {
    return this.people.length === 0;
  }

  handleSearch(event: CustomEvent<{ value: string }>) {
    this.search = event.detail.value;
    clearTimeout(this.timer);
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- waits for the next letter; the timer ends with the component
    this.timer = setTimeout(() => this.findPeople(), PAUSE);
  }

  handlePerson(event: CustomEvent<{ value: string }>) {
    this.userId = event.detail.value;
  }

  handleStore(event: CustomEvent<{ value: string }>) {
    this.storeValue = event.detail.value;
  }

  handleRole(event: CustomEvent<{ value: string }>) {
    this.role = event.detail.value;
  }

  handleSubmit(event: Event) {
    event.preventDefault();
    if (!this.userId || !this.storeValue || !this.role) {
      this.errorMessage = intro;
      return;
    }
    const storeId = this.storeValue === ALL ? null : this.storeValue;
    this.ask(() => save({ userId: this.userId, storeId, role: this.role }));
  }

  handleRemove(event: Event) {
    const { id } = (event.currentTarget as HTMLElement).dataset;
    this.ask(() => remove({ roleId: id! }));
  }

  private async findPeople() {
    const turn = ++this.turn;
    try {
      const found = await findPeople({ text: this.search });
      if (turn !== this.turn) return;
      this.people = found;
      this.isSearched = this.search.trim().length >= SHORTEST_SEARCH;
      this.userId = found.length === 1 ? found[0].value : '';
    } catch (error) {
      this.errorMessage = toStoreError(error).message;
    }
  }

  private async ask(call: () => Promise<Roles>) {
    this.isBusy = true;
    this.errorMessage = '';
    try {
      this.answer = await call();
      this.storeValue ||= this.storeOptions[0]?.value ?? '';
      this.role ||= this.kinds[0]?.value ?? '';
    } catch (error) {
      this.errorMessage = toStoreError(error).message;
    } finally {
      this.isBusy = false;
    }
  }
}
