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
}
