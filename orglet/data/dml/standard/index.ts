/** Registers what standard objects do besides the general order of execution. */
import './content.js';
import './opportunity-products.js';
import './opportunity-products.js';
import './orders.js';
import './people.js';
import './prices.js';
import './work.js';
