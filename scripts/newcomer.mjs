// `npm run newcomer`: what somebody sees who has just cloned the project. Clones it into an empty folder (with changes
// that are not committed, without new files that git does not know), runs npm start there, places an order as a guest,
// kills the store, starts it again and looks for the order.
// Options: --within SECONDS to the first page (45), --node PROGRAM, --sqlite LIBRARY, --keep (prints the clone's folder
// as its last line and leaves it).
import { closeConnections } from '../bench/lib/load.mjs';
import { Clone } from './lib/newcomer.mjs';
import { fail, requireNode, step } from './lib/setup.mjs';

requireNode();
const args = process.argv.slice(2);
/** @param {string} name */
const option = (name) => {
  const at = args.indexOf(name);
  return at < 0 ? undefined : (args[at + 1] ?? fail(`${name} needs a value.`));
};
const within = Number(option('--within') ?? 45);
if (!(within > 0)) fail('--within takes a number of seconds.');
/** @param {number} ms */
const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`;

const clone = new Clone({ node: option('--node'), sqlite: option('--sqlite') });
let problem = null;
try {
  const cold = await clone.start();
  step(`first page ${seconds(cold.firstPage)} after npm start, shop set up after ${seconds(cold.ready)}`);
  if (cold.firstPage > within * 1000) throw new Error(`The first page may take ${within} s.`);
  const orderToken = await clone.order();
  const { orderNumber } = await clone.readOrder(orderToken);
  step(`a guest has placed order ${orderNumber}; killing the store`);
  await clone.kill();
  closeConnections();
  const warm = await clone.start();
  step(`first page ${seconds(warm.firstPage)} after the second npm start`);
  const again = await clone.readOrder(orderToken);
  if (again?.orderNumber !== orderNumber) throw new Error(`Order ${orderNumber} is gone after the store was killed.`);
  step(`order ${orderNumber} is still there`);
} catch (error) {
  problem = error;
}
await clone.kill();
closeConnections();
const keep = args.includes('--keep') && !problem;
if (!keep) await clone.remove();
if (problem) fail(`A newcomer’s first start fails. ${problem.message}`, 1);
if (keep) console.log(clone.dir);
