/** Orglet's database. Importing it registers `Database.*`, `Search.*`, `Security.*` and the result classes. */
import './dml/standard/index.js';
import './lib/access-level.js';
import './lib/compound.js';
import './lib/database.js';
import './lib/formula-eval.js';
import './lib/dml-options.js';
import './lib/lead-convert.js';
import './lib/results.js';
import './lib/search.js';
import './lib/security.js';

export { DataEngine, type DataOptions } from './engine.js';
export type { DataServices } from './services.js';
export { setFixedSearchResults } from './sosl/search.js';
export { MIXED_DML } from './dml/mixed-dml.js';
export { parseSoql, parseSosl, SoqlSyntaxError } from './soql/parse.js';
export { staticSoql, staticSosl } from './soql/static.js';
