import { adminOf, orgClient } from '../../scripts/lib/org-client.mjs';

/** Where the store under test answers. */
export const base = process.env.STORE_URL ?? missing();

function missing(): never {
  throw new Error('STORE_URL is not set; run the journeys with: npm test -- e2e');
}

/** The demo store's administrator, whom `npm start` names in its banner. */
export const ADMIN = adminOf(process.env.STORE_DATA ?? '.orglet/data');

interface StockLevel {
  id: string;
  sku: string;
  onHand: number;
  held: number;
  available: number;
}

/** What a journey needs to happen behind the shopper's back, done as the administrator would do it. */
export class StoreRoom {
  private readonly client: Awaited<ReturnType<typeof orgClient>>;

  private constructor(client: Awaited<ReturnType<typeof orgClient>>) {
    this.client = client;
  }

  static async open(): Promise<StoreRoom> {
    return new StoreRoom(await orgClient(base, ADMIN));
  }

  private product(slug: string): Promise<{ id: string }> {
    return this.client.apex('StorefrontController.getProduct', { storeCode: '', slug });
  }

  /** Stock of a variant. */
  async stock(slug: string, sku: string): Promise<StockLevel> {
    const { id } = await this.product(slug);
    const levels: StockLevel[] = await this.client.apex('StockAdminController.getLevels', { productId: id });
    const level = levels.find((candidate) => candidate.sku === sku);
    if (!level) throw new Error(`No stock of ${sku} is kept.`);
    return level;
  }

  /** Leaves so many pieces of a variant. */
  async setStock(slug: string, sku: string, pieces: number): Promise<void> {
    const { id, onHand } = await this.stock(slug, sku);
    if (onHand === pieces) return;
    const change = { levelId: id, quantity: pieces - onHand, reason: 'Counted' };
    await this.client.apex('StockAdminController.adjust', change);
  }

  async setPrice(slug: string, sku: string, price: number): Promise<void> {
    const { id } = await this.product(slug);
    const { product } = await this.client.apex('ProductEditorController.open', { productId: id });
    const variant = product.variants.find((candidate: { sku: string }) => candidate.sku === sku);
    Object.assign(variant.prices[0], { price, compareAtPrice: null });
    await this.client.apex('ProductEditorController.save', { product });
  }

  /** A contact below an account of its own. @returns its Id */
  async contact(firstName: string, lastName: string, email: string): Promise<string> {
    const accountId = await this.client.create('Account', { Name: `${firstName} ${lastName}` });
    const fields = { AccountId: accountId, FirstName: firstName, LastName: lastName, Email: email };
    return this.client.create('Contact', fields);
  }

  /** Invites somebody who has a contact to make an account. */
  async invite(firstName: string, lastName: string, email: string): Promise<void> {
    const contactId = await this.contact(firstName, lastName, email);
    const results = await this.client.apex('InvitationController.invite', { storeCode: '', contactIds: [contactId] });
    if (!results[0]?.isInvited) throw new Error(`${email} was not invited: ${JSON.stringify(results)}`);
  }

  /** Shows a provider's button on the default store's sign-in page, once. */
  async offerSignIn(name: string, kind: string, developerName: string): Promise<void> {
    await this.client.anonymous(
      `Id storeId = [SELECT Id FROM Store__c WHERE Default__c = TRUE LIMIT 1].Id;
      if ([SELECT COUNT() FROM Sign_In_Provider__c WHERE Store__c = :storeId AND Name = '${name}'] == 0) {
        insert new Sign_In_Provider__c(
          Name = '${name}', Store__c = storeId, Kind__c = '${kind}', Developer_Name__c = '${developerName}', Position__c = 2, Active__c = true);
      }`,
    );
  }

  /** How many users have that address. */
  async membersWith(email: string): Promise<number> {
    const users = await this.client.query(`SELECT Id FROM User WHERE Email = '${email}' AND ContactId != NULL`);
    return users.length;
  }
}
