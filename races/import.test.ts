import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatFailure, race, type RaceEntry } from '../orglet/index.js';
import { openShop } from './support/shop.js';

const FILE = [
  'Handle,Title,Vendor,Published,Option1 Name,Option1 Value,Variant SKU,Variant Inventory Tracker,Variant Inventory Qty,Variant Inventory Policy,Variant Price,Variant Requires Shipping,Variant Taxable,Status',
  'mug,Mug,Acme,true,Colour,Blue,MUG-B,shopify,3,deny,24.00,true,true,active',
  'mug,,,,,Red,MUG-R,shopify,4,deny,24.00,true,true,',
  'bowl,Bowl,Acme,true,Title,Default Title,BOWL,shopify,5,deny,30.00,true,true,active',
].join('\n');

const IMPORTED = `
  Map<String, Decimal> onHand = new Map<String, Decimal>();
  for (Stock_Level__c level : [SELECT Product__r.StockKeepingUnit, On_Hand__c FROM Stock_Level__c])
    onHand.put(level.Product__r.StockKeepingUnit, level.On_Hand__c);
  Assert.areEqual(3, onHand.get('MUG-B'), 'blue mugs');
  Assert.areEqual(4, onHand.get('MUG-R'), 'red mugs');
  Assert.areEqual(5, onHand.get('BOWL'), 'bowls');
  Assert.areEqual(5, [SELECT COUNT() FROM Product2 WHERE Slug__c IN ('mug', 'bowl') OR Parent_Product__r.Slug__c IN ('mug', 'bowl')], 'products');
  for (AggregateResult twice : [SELECT Product2Id, COUNT(Id) n FROM PricebookEntry GROUP BY Product2Id, Pricebook2Id HAVING COUNT(Id) > 1])
    Assert.fail('a price twice: ' + twice);`;

/** Jobs that have received the file, ready to run. */
function openImports(count: number) {
  const org = openShop(1);
  const storeId = org.query('SELECT Id FROM Store__c')[0]!.Id as string;
  const jobs = Array.from({ length: count }, (_, n) => {
    const [id] = org.runAnonymous(`
      Id job = ImportController.startJob('file${n}.csv', '${storeId}');
      ImportController.addRows(job, 0, '${FILE.replaceAll('\n', '\\n')}', true);
      System.debug(job);
    `);
    return id!;
  });
  return { org, jobs };
}
const run = (job: string): RaceEntry => ({ method: 'ImportController.runChunk', args: [job] });

// Rows of products that the other job is about to make fail as duplicates, are listed in the job, and can be imported again.
test('the same file imported twice at once gives the products of one', async () => {
  const { org, jobs } = openImports(2);
  const { failure } = await race(org, jobs.map(run), { seeds: 30, invariant: IMPORTED });
  assert.equal(failure && formatFailure(failure), null);
  org.close();
});

test('two tabs that run one import job do no row twice', async () => {
  const { org, jobs } = openImports(1);
  const { failure } = await race(org, [run(jobs[0]!), run(jobs[0]!)], {
    seeds: 30,
    invariant: [IMPORTED, 'SELECT Id, Failed_Rows__c FROM Import_Job__c WHERE Failed_Rows__c != 0'],
  });
  assert.equal(failure && formatFailure(failure), null);
  org.close();
});
