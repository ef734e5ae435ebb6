/** What pays orders besides the provider, as the generated test knows it: one for each ledger, named in KINDS. */
import type { Org } from '../../../orglet/index.js';
import type { Random } from './random.js';

export interface Act {
  name: string;
  /** Anonymous Apex; `person` is the member. */
  apex: string;
  /** The same of requests that follow it. */
  then?: string[];
}

export interface TenderKind {
  name: string;
  /** Anonymous Apex that gives the store what the ledger needs, before there are members. */
  settings: string;
  /** Anonymous Apex that gives the member `person` something to pay with. */
  member(chance: Random): string;
  /** Apex, in the block that makes the cart `cart` of `person`, that adds a tender to the list `tenders`; blank for none this time. */
  bring(chance: Random): string;
  /** The same that adds lines to the list `items` that are bought with the goods; blank for none. */
  buy?(chance: Random): string;
  /** Something that happens to the ledger of `person` besides orders and refunds. */
  happens(chance: Random): Act;
  /** Apex that fails unless every balance of `person` is what its movements say, and nothing was lost. */
  proof: string;
  /** Apex that fails unless the report of what is owed says what all balances come to, and each of its rows is a sum. */
  owed: string;
  /** Rebuilds all balances from nothing but the movements; differences as sentences. */
  rebuild(org: Org): string[];
}
