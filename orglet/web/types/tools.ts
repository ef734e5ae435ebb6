/** What scripts need of the page host: compiled scripts for deployment and ambient types for editors and `tsc`. */
export { compileComponents } from './compile.js';
export { generateTypes } from './generate.js';
