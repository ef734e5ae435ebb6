/** Registers the whole standard library. The compiler asks it which members Orglet has, so it comes before compiling. */
import '../runtime/lib/index.js';
import '../schema/lib/index.js';
import '../data/index.js';
import '../platform/index.js';
