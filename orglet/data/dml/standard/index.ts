/** Registers what standard objects do besides the general order of execution. */
import './campaigns.js';
import './content.js';
import './opportunity-products.js';
import './orders.js';
import './people.js';
import './person-accounts.js';
import './prices.js';
import './work.js';
