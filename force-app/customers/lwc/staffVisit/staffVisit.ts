/** Who of the staff is in the shop, and in whose place: asked once for a page, and only of whoever signed in. */
import isGuest from '@salesforce/user/isGuest';
import getStaffVisit from '@salesforce/apex/AssistedShoppingController.getStaffVisit';

export type StaffVisit = NonNullable<Awaited<ReturnType<typeof getStaffVisit>>>;

let asked: Promise<StaffVisit | null> | undefined;

/** Null for guests and customers. A page that cannot learn it asks again. */
export function staffVisit(storeCode: string): Promise<StaffVisit | null> {
  if (isGuest) return Promise.resolve(null);
  return (asked ??= getStaffVisit({ storeCode }).catch((error: unknown) => {
    asked = undefined;
    throw error;
  }));
}

/** Whether staff stand in a customer's place; false where it cannot be learned, since the server refuses all the same. */
export async function isAssisted(storeCode: string): Promise<boolean> {
  try {
    return Boolean((await staffVisit(storeCode))?.customerName);
  } catch {
    return false;
  }
}

/** What was learned is no longer true: the session in the customer's place is over. */
export function forgetStaffVisit(): void {
  asked = undefined;
}
