// A large catalogue: products of four variants with eight values to filter by, made in the org by anonymous Apex.
import { call } from './load.mjs';

const NOUNS =
  'mug plate bowl towel throw candle lamp basket cushion apron teapot jug vase rug tray board stool clock mirror shelf';
const MAKERS = 20;
/** Products of one transaction. */
const CHUNK = 400;

/** Apex that makes the products numbered `from` to below `to`, with prices and a place in one of ten categories. */
const script = (from, to) => `
ListingService.defer();
Store__c store = [SELECT Id, Pricebook__c FROM Store__c WHERE Default__c = TRUE LIMIT 1];
List<String> nouns = '${NOUNS}'.split(' ');
List<String> sizes = new List<String>{ 'S', 'M', 'L', 'XL' };
List<String> colours = new List<String>{ 'Red', 'Blue', 'Green', 'Sand', 'Clay', 'Ink', 'Moss', 'Rose' };
Map<Integer, Id> categories = new Map<Integer, Id>();
for (Product_Category__c category : [SELECT Id, Name FROM Product_Category__c WHERE Store__c = :store.Id AND Name LIKE 'Bench %']) {
    categories.put(Integer.valueOf(category.Name.substringAfter(' ')), category.Id);
}
for (Integer i = 0; i < 10; i++) {
    if (!categories.containsKey(i)) {
        Product_Category__c category = new Product_Category__c(Name = 'Bench ' + i, Store__c = store.Id, Active__c = true);
        insert category;
        categories.put(i, category.Id);
    }
}
List<Product2> masters = new List<Product2>();
for (Integer i = ${from}; i < ${to}; i++) {
    masters.add(new Product2(
        Name = 'Harbour ' + nouns[Math.mod(i, nouns.size())] + ' ' + i,
        Slug__c = 'large-' + i, Import_Key__c = 'p:large-' + i, Is_Master__c = true, IsActive = true,
        Brand__c = 'Maker ' + Math.mod(i, ${MAKERS}), Body__c = '<p>Number ' + i + ' of many, made of stoneware</p>',
        Option1_Name__c = 'Size', Option2_Name__c = 'Colour', Featured__c = Math.mod(i, 50) == 0
    ));
}
insert masters;
List<Product2> variants = new List<Product2>();
List<Category_Product__c> links = new List<Category_Product__c>();
for (Integer m = 0; m < masters.size(); m++) {
    Integer i = ${from} + m;
    links.add(new Category_Product__c(Category__c = categories.get(Math.mod(i, 10)), Product__c = masters[m].Id));
    for (Integer v = 0; v < 4; v++) {
        variants.add(new Product2(
            Name = masters[m].Name + ' ' + sizes[v], Parent_Product__c = masters[m].Id, IsActive = true, Position__c = v,
            StockKeepingUnit = 'LARGE-' + i + '-' + v, Import_Key__c = 'v:large-' + i + '-' + v,
            Option1_Value__c = sizes[v], Option2_Value__c = colours[Math.mod(i + v, colours.size())]
        ));
    }
}
insert variants;
insert links;
List<PricebookEntry> standard = new List<PricebookEntry>();
List<PricebookEntry> own = new List<PricebookEntry>();
Id standardBook = [SELECT Id FROM Pricebook2 WHERE IsStandard = TRUE].Id;
for (Integer at = 0; at < variants.size(); at++) {
    Decimal price = 10 + Math.mod(at * 7, 90);
    standard.add(new PricebookEntry(Pricebook2Id = standardBook, Product2Id = variants[at].Id, UnitPrice = price, IsActive = true));
    own.add(new PricebookEntry(Pricebook2Id = store.Pricebook__c, Product2Id = variants[at].Id, UnitPrice = price, IsActive = true));
}
insert standard;
insert own;
ListingService.flush();
`;

/** Makes and lists products up to a number, and counts large lists. */
export async function growTo(org, from, to, progress) {
  for (let start = from; start < to; start += CHUNK) {
    await org.execute(script(start, Math.min(start + CHUNK, to)));
    progress(`${Math.min(start + CHUNK, to)} products`);
  }
  await org.execute('ListingSummaryJob.start();');
  let open = 1;
  while (open > 0) {
    await new Promise((resume) => {
      setTimeout(resume, 500);
    });
    open = await org.count(
      "SELECT COUNT() FROM AsyncApexJob WHERE JobType = 'BatchApex' AND Status IN ('Holding', 'Queued', 'Preparing', 'Processing')",
    );
    progress('counting');
  }
}

/** Anonymous Apex and counts over REST, as the administrator. */
export async function orgOf(base, { username, password }) {
  const form = new URLSearchParams({
    grant_type: 'password',
    client_id: 'bench',
    client_secret: '',
    username,
    password,
  });
  const session = await (await fetch(`${base}/services/oauth2/token`, { method: 'POST', body: form })).json();
  const get = async (path) => {
    const answer = await fetch(`${base}/services/data/v67.0${path}`, {
      headers: { authorization: `Bearer ${session.access_token}` },
    });
    return answer.json();
  };
  return {
    async execute(apex) {
      const body = new URLSearchParams({ anonymousBody: apex });
      const done = await get(`/tooling/executeAnonymous/?${body}`);
      if (!done.success) throw new Error(`${done.compileProblem ?? done.exceptionMessage ?? JSON.stringify(done)}`);
    },
    count: async (soql) => (await get(`/query?q=${encodeURIComponent(soql)}`)).totalSize,
  };
}

const list = async (base, query) => {
  const { status, body } = await call(base, 'POST', '/apex/StorefrontController/listProducts', {
    storeCode: '',
    query: { page: 1, pageSize: 24, ...query },
  });
  if (status !== 200) throw new Error(JSON.stringify(body).slice(0, 300));
  return body.returnValue;
};

const SORTS = ['featured', 'newest', 'name', 'price-desc'];
/** Words that say nothing: the server keeps answers, and no two requests shall be the same. */
const asked = (words, i) => `${words[i % words.length]}${' the'.repeat(1 + (i % 11))}${' of'.repeat(1 + (i % 13))}`;

/** What is measured at either size, by name: requests of which no two are the same. */
export const VISITS = {
  'the whole store': (base, i) => list(base, { sortBy: SORTS[i % 4], page: 1 + (i % 37) }),
  'the whole store, from a price on': (base, i) => list(base, { sortBy: 'price-asc', minPrice: 20 + i / 10 }),
  'a category': (base, i) =>
    list(base, { categorySlug: `bench-${i % 10}`, sortBy: SORTS[i % 4], pageSize: 12 + (i % 23) }),
  'a category, by size, color, stock and price': (base, i) =>
    list(base, {
      categorySlug: `bench-${i % 10}`,
      sortBy: 'featured',
      options: JSON.stringify({ Size: ['M'], Colour: [['Red', 'Blue', 'Moss'][i % 3]] }),
      inStock: true,
      maxPrice: 60 + i / 10,
    }),
  'a search of one word': (base, i) => list(base, { search: asked(['mugs', 'candles', 'lamp', 'rugs'], i) }),
  'a search of two words': (base, i) => list(base, { search: asked(['harbor mug', 'stoneware plate'], i) }),
  'a search with a typo': (base, i) => list(base, { search: asked(['candel', 'cushon', 'mirrr'], i) }),
};
