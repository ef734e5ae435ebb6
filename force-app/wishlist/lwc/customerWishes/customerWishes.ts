import getWishes from '@salesforce/apex/WishAdminController.getWishes';
import loading from '@salesforce/label/c.Admin_Loading';
import none from '@salesforce/label/c.Orders_Profile_None';
import title from '@salesforce/label/c.Wishlist_Admin_Title';
import waiting from '@salesforce/label/c.Wishlist_Admin_Waiting';
import wishes from '@salesforce/label/c.Wishlist_Admin_Wishes';
import RecordPanel from 'c/recordPanel';

type Wishes = Awaited<ReturnType<typeof getWishes>>;

const day = (text: string) => new Date(text).toLocaleDateString(undefined, { dateStyle: 'medium' });

/** What a person keeps for later and waits for, on the contact's page. */
export default class CustomerWishes extends RecordPanel {
  labels = { loading, none, title };
  found: Wishes | null = null;

  override async read(recordId: string) {
    this.found = await getWishes({ contactId: recordId });
  }

  get lists() {
    const { found } = this;
    const lists = [
      { name: 'wishes', title: wishes, rows: found?.wishes ?? [] },
      { name: 'alerts', title: waiting, rows: found?.alerts ?? [] },
    ];
    return lists.map((list) => ({
      ...list,
      isEmpty: list.rows.length === 0,
      rows: list.rows.map(({ id, productId, name, storeName, since }) => ({
        id,
        name,
        url: productId ? `/lightning/r/${productId}/view` : '',
        text: [storeName, day(since)].join(' · '),
      })),
    }));
  }
}
