/** What the demo shop sells. Prices in US dollars; `stock` lists the quantity of each variant in order, by default 24. */
export const COLOURS = {
  Chalk: '#e9e2d6',
  Sand: '#d8bf97',
  Clay: '#b4573a',
  Rust: '#a8452b',
  Moss: '#7d8c63',
  Pine: '#2f5a4e',
  Sea: '#6f95a3',
  Ink: '#2c3b4d',
  Plum: '#6e4655',
  Ochre: '#cf9a3f',
  Rose: '#d9a79b',
  Charcoal: '#4a4a48',
  Oak: '#b98a5a',
};

const sizes = (...values) => ({ name: 'Size', values });
const colours = (...values) => ({ name: 'Color', values });

/** handle, title, kind of drawing, type, tags, vendor, price, options, and what is special about it. */
export const PRODUCTS = [
  // Kitchen
  ['harbour-mug', 'Harbour mug', 'mug', 'Tableware', 'Kitchen, Stoneware, Gifts', 'Fenwick Pottery', 24, [colours('Chalk', 'Sea', 'Clay', 'Pine')], { featured: true, text: 'A generous mug with a round belly that keeps tea warm and sits well in both hands. Thrown and glazed by hand, so each differs a little.', facts: ['350 ml', 'Dishwasher safe', 'Stoneware fired at 1,260 °C'], stock: [40, 3, 18, 26] }],
  ['espresso-cup', 'Espresso cup', 'cup', 'Tableware', 'Kitchen, Stoneware', 'Fenwick Pottery', 16, [colours('Chalk', 'Ochre', 'Ink')], { text: 'Small, sturdy and thick-walled, for short coffee and long talks.', facts: ['90 ml', 'Dishwasher safe'] }],
  ['tide-plate', 'Tide plate', 'plate', 'Tableware', 'Kitchen, Stoneware', 'Fenwick Pottery', 32, [colours('Chalk', 'Sea'), sizes('Side, 20 cm', 'Dinner, 27 cm')], { prices: { 'Dinner, 27 cm': 42 }, featured: true, text: 'A calm plate with a raised rim that catches the sauce. Stacks neatly.', facts: ['Oven safe to 200 °C', 'Dishwasher safe'] }],
  ['breakfast-bowl', 'Breakfast bowl', 'bowl', 'Tableware', 'Kitchen, Stoneware', 'Fenwick Pottery', 28, [colours('Clay', 'Moss', 'Chalk')], { compareAt: 34, text: 'Porridge, soup, salad, yoghurt: the bowl that never reaches the cupboard.', facts: ['600 ml', 'Microwave safe'] }],
  ['moor-teapot', 'Moor teapot', 'teapot', 'Tableware', 'Kitchen, Stoneware, Gifts', 'Fenwick Pottery', 78, [colours('Pine', 'Clay')], { featured: true, text: 'Pours without a drip and holds four cups. The strainer behind the spout is part of the pot.', facts: ['1.1 litres', 'Wash by hand'], stock: [5, 9] }],
  ['spring-carafe', 'Spring carafe', 'carafe', 'Glassware', 'Kitchen, Glass', 'Ballard Glass', 46, [colours('Sea', 'Moss')], { text: 'Recycled glass with a cork of solid oak. Water looks better in it.', facts: ['1 litre', 'Mouth-blown'] }],
  ['oak-board', 'Oak serving board', 'board', 'Kitchenware', 'Kitchen, Wood', 'Hale & Daughter', 54, [sizes('Small', 'Large')], { prices: { Large: 72 }, text: 'One piece of slow-grown oak, oiled by hand. Bread on one side, cheese on the other.', facts: ['Small 30 × 20 cm, large 45 × 28 cm', 'Food-safe oil'] }],
  ['olive-spoons', 'Cook’s spoon pair', 'spoons', 'Kitchenware', 'Kitchen, Wood, Gifts', 'Hale & Daughter', 29, [], { text: 'A spoon for stirring and a turner for everything else, carved from one log.', facts: ['Length 31 cm', 'Set of two'] }],
  ['linen-napkins', 'Linen napkins, set of four', 'cloth', 'Kitchen linen', 'Kitchen, Linen, Gifts', 'Lowtide Weavers', 48, [colours('Chalk', 'Rose', 'Sea', 'Pine')], { text: 'Washed linen that needs no iron and grows softer with every wash.', facts: ['45 × 45 cm', 'Pure European flax'] }],
  ['tea-towel', 'Striped tea towel', 'cloth', 'Kitchen linen', 'Kitchen, Linen', 'Lowtide Weavers', 18, [colours('Chalk', 'Ochre', 'Ink')], { compareAt: 22, text: 'Dries glasses without lint. Woven in a tight herringbone.', facts: ['50 × 70 cm', 'Machine wash at 60 °C'] }],
  ['market-apron', 'Market apron', 'apron', 'Kitchen linen', 'Kitchen, Linen, Wear', 'Lowtide Weavers', 58, [colours('Pine', 'Clay', 'Ink')], { text: 'Cross-back straps that do not pull at the neck, and a pocket that holds a phone and a spoon.', facts: ['One size', 'Washed linen'] }],
  // Living
  ['drift-throw', 'Drift throw', 'throw', 'Textiles', 'Living, Wool, Gifts', 'Lowtide Weavers', 128, [colours('Sand', 'Moss', 'Rust', 'Ink')], { featured: true, text: 'Lambswool, brushed until it is light and warm. Long enough to share.', facts: ['130 × 190 cm', 'Wool from northern hills'], stock: [12, 8, 0, 4] }],
  ['quilted-cushion', 'Quilted cushion', 'cushion', 'Textiles', 'Living, Linen', 'Lowtide Weavers', 56, [colours('Ochre', 'Rose', 'Pine', 'Charcoal'), sizes('45 cm', '60 cm')], { prices: { '60 cm': 74 }, text: 'Stitched in a wide diamond, filled with recycled down. The cover comes off.', facts: ['Hidden zip', 'Cover washes at 40 °C'] }],
  ['bud-vase', 'Branch vase', 'vase', 'Decoration', 'Living, Stoneware, Gifts', 'Fenwick Pottery', 44, [colours('Chalk', 'Clay', 'Ink')], { featured: true, text: 'A narrow neck that makes one branch look like an arrangement.', facts: ['Height 24 cm', 'Watertight glaze'] }],
  ['window-pot', 'Window pot with saucer', 'pot', 'Decoration', 'Living, Stoneware, Garden', 'Fenwick Pottery', 36, [colours('Clay', 'Chalk', 'Sea'), sizes('Small', 'Medium', 'Large')], { prices: { Medium: 48, Large: 64 }, text: 'Breathing clay, a hole where it should be, and a saucer that fits.', facts: ['12, 16 and 22 cm wide'], stock: [20, 20, 2, 14, 0, 6, 9, 9, 9] }],
  ['evening-candle', 'Evening candle', 'candle', 'Fragrance', 'Living, Gifts', 'Saltmarsh Apothecary', 34, [{ name: 'Scent', values: ['Fig & cedar', 'Sea lavender', 'Woodsmoke'] }], { colourOf: { 'Fig & cedar': 'Moss', 'Sea lavender': 'Plum', Woodsmoke: 'Charcoal' }, text: 'Rapeseed wax, a cotton wick, and a scent that stays in the background.', facts: ['45 hours', 'The glass is for keeping'] }],
  ['reed-diffuser', 'Reed diffuser', 'diffuser', 'Fragrance', 'Living, Gifts', 'Saltmarsh Apothecary', 42, [{ name: 'Scent', values: ['Fig & cedar', 'Sea lavender'] }], { colourOf: { 'Fig & cedar': 'Moss', 'Sea lavender': 'Plum' }, text: 'A quiet scent for hallways and bathrooms.', facts: ['100 ml', 'About three months'] }],
  ['reading-lamp', 'Lantern table lamp', 'lamp', 'Lighting', 'Living', 'Hale & Daughter', 165, [colours('Chalk', 'Ochre', 'Pine')], { compareAt: 195, featured: true, text: 'A linen shade on a turned foot. The light is warm and low, made for evenings.', facts: ['Height 48 cm', 'E27, up to 8 W LED', 'Textile cable, 2 m'], stock: [4, 2, 0] }],
  ['log-basket', 'Willow basket', 'basket', 'Storage', 'Living, Garden', 'Reedham Willow', 88, [colours('Sand', 'Oak'), sizes('Medium', 'Large')], { prices: { Large: 118 }, text: 'Woven from willow that grows two fields away. For logs, blankets, laundry or a cat.', facts: ['38 or 52 cm wide'], backorder: true, stock: [0, 7, 3, 0] }],
  ['keepsake-box', 'Ribbon gift box', 'blanketBox', 'Storage', 'Gifts, Wood', 'Hale & Daughter', 39, [colours('Rust', 'Pine', 'Ochre')], { text: 'A wooden box that outlives the present inside.', facts: ['28 × 20 × 14 cm'] }],
  // Bed and bath
  ['loop-towel', 'Loop towel', 'towel', 'Bath', 'Bath, Cotton', 'Lowtide Weavers', 26, [colours('Chalk', 'Sea', 'Moss'), sizes('Hand', 'Bath', 'Sheet')], { prices: { Bath: 44, Sheet: 62 }, text: 'Long loops, quick to dry, soft without softener.', facts: ['500 g/m²', 'Organic cotton'] }],
  ['bath-mat', 'Ribbed bath mat', 'towel', 'Bath', 'Bath, Cotton', 'Lowtide Weavers', 38, [colours('Chalk', 'Charcoal')], { text: 'Thick ribs that feel like moss under bare feet.', facts: ['50 × 80 cm'] }],
  ['garden-soap', 'Garden soap', 'soap', 'Bath', 'Bath, Gifts', 'Saltmarsh Apothecary', 12, [{ name: 'Scent', values: ['Rosemary', 'Oat & honey', 'Rose'] }], { colourOf: { Rosemary: 'Moss', 'Oat & honey': 'Sand', Rose: 'Rose' }, text: 'Cold-pressed and cured for six weeks. Lathers well in hard water.', facts: ['120 g', 'No palm oil'] }],
  ['stonewashed-bedding', 'Stonewashed bedding set', 'bedding', 'Bedroom', 'Bedroom, Linen', 'Lowtide Weavers', 240, [colours('Chalk', 'Rose', 'Sea'), sizes('Single', 'Double', 'King')], { prices: { Double: 290, King: 330 }, compareAt: 0, featured: true, text: 'A duvet cover and two pillowcases in linen that breathes in summer and warms in winter.', facts: ['Pure European flax', 'Shell buttons'] }],
  ['pillow-pair', 'Linen pillowcase pair', 'bedding', 'Bedroom', 'Bedroom, Linen', 'Lowtide Weavers', 64, [colours('Sand', 'Plum')], { text: 'A quick change for a tired bedroom.', facts: ['50 × 75 cm', 'Envelope closure'] }],
  ['bed-blanket', 'Waffle blanket', 'throw', 'Bedroom', 'Bedroom, Cotton', 'Lowtide Weavers', 98, [colours('Chalk', 'Ochre', 'Sea')], { compareAt: 120, text: 'A deep waffle that traps warm air and weighs almost nothing.', facts: ['180 × 220 cm'] }],
  // Wear
  ['everyday-tee', 'Everyday tee', 'tee', 'Clothing', 'Wear, Cotton', 'Tidemoor', 36, [colours('Chalk', 'Pine', 'Ink'), sizes('S', 'M', 'L', 'XL')], { featured: true, text: 'Heavy organic cotton that keeps its shape. Cut straight, a little boxy.', facts: ['220 g/m²', 'Cut and sewn in one town'], stock: [10, 14, 9, 0, 8, 11, 3, 6, 7, 0, 5, 5] }],
  ['pom-beanie', 'Lighthouse beanie', 'beanie', 'Clothing', 'Wear, Wool', 'Tidemoor', 32, [colours('Rust', 'Pine', 'Ochre', 'Charcoal')], { text: 'Ribbed lambswool with a bobble you may cut off; we shall not be offended.', facts: ['One size'] }],
  ['walking-socks', 'Walking socks', 'socks', 'Clothing', 'Wear, Wool, Gifts', 'Tidemoor', 19, [colours('Moss', 'Rust', 'Ink'), sizes('S', 'M', 'L')], { text: 'Merino with a cushioned foot, flat at the toe.', facts: ['70 % merino', 'Mended for free'] }],
  ['harbour-scarf', 'Harbour scarf', 'scarf', 'Clothing', 'Wear, Wool, Gifts', 'Lowtide Weavers', 74, [colours('Ink', 'Rust', 'Moss')], { text: 'Woven on a narrow loom, fringed by hand.', facts: ['30 × 180 cm'] }],
  ['shore-tote', 'Shore tote', 'tote', 'Bags', 'Wear, Cotton, Gifts', 'Tidemoor', 28, [colours('Chalk', 'Sand', 'Rose')], { featured: true, text: 'Canvas that stands on its own and carries far more than you should.', facts: ['38 × 42 cm', 'Inner pocket'] }],
  ['work-apron', 'Workshop apron', 'apron', 'Clothing', 'Wear, Cotton', 'Tidemoor', 68, [colours('Charcoal', 'Ochre')], { text: 'Waxed canvas for garden, kiln and kitchen.', facts: ['One size', 'Brass rivets'] }],
  // Paper
  ['day-notebook', 'Day notebook', 'notebook', 'Stationery', 'Paper, Gifts', 'Quill Row Press', 22, [colours('Pine', 'Rust', 'Sea', 'Ochre')], { text: 'Lies flat, takes ink without bleeding, and ends with a page for what went well.', facts: ['192 pages', '120 g/m² paper'] }],
  ['garden-cards', 'Garden cards, set of six', 'cards', 'Stationery', 'Paper, Gifts', 'Quill Row Press', 18, [], { colour: 'Moss', text: 'Leaves from our hedge, printed from lino.', facts: ['With envelopes', 'Blank inside'] }],
  ['drawing-pencils', 'Drawing pencils, set of three', 'pencils', 'Stationery', 'Paper, Gifts', 'Quill Row Press', 14, [colours('Pine', 'Rust', 'Ink')], { text: 'Cedar casings, a soft dark lead, no eraser to hide behind.', facts: ['2B, 4B, 6B'] }],
  ['recipe-journal', 'Recipe journal', 'notebook', 'Stationery', 'Paper, Kitchen, Gifts', 'Quill Row Press', 26, [colours('Clay', 'Charcoal')], { text: 'Room for a hundred recipes, and for who liked them.', facts: ['Wipe-clean cover'] }],
  // Garden
  ['herb-planter', 'Herb planter', 'pot', 'Garden', 'Garden, Stoneware', 'Fenwick Pottery', 52, [colours('Moss', 'Clay')], { text: 'Frost-proof and heavy enough for windy sills.', facts: ['Diameter 26 cm'], stock: [6, 0] }],
  ['trug', 'Garden trug', 'basket', 'Garden', 'Garden, Wood', 'Reedham Willow', 62, [colours('Oak', 'Sand')], { compareAt: 75, text: 'Shallow and wide, for beans in July and bulbs in October.', facts: ['45 × 30 cm'] }],
  ['lookout-lantern', 'Lookout lantern', 'lamp', 'Lighting', 'Garden, Living', 'Hale & Daughter', 112, [colours('Rust', 'Sea')], { text: 'Charges by day, glows through a long supper.', facts: ['USB-C', 'Up to 14 hours'], backorder: true, stock: [0, 11] }],
  ['gift-set-tea', 'Slow morning set', 'teapot', 'Tableware', 'Gifts, Kitchen, Stoneware', 'Tidemoor', 118, [colours('Chalk', 'Ochre')], { compareAt: 134, featured: true, text: 'A Moor teapot, two Harbour mugs and a tin of breakfast tea, packed in straw.', facts: ['Free gift note'], stock: [9, 4] }],
];
