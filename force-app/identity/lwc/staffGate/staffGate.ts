/** What pages of signing in and up show to staff instead of themselves; its code comes to nobody else. */

/** The component `c-staff-notice` for whoever is of the staff; null for customers. Guests need not ask. */
export async function staffNotice(storeCode: string): Promise<unknown> {
  const { staffVisit } = await import('c/staffVisit');
  return (await staffVisit(storeCode)) ? (await import('c/staffNotice')).default : null;
}
