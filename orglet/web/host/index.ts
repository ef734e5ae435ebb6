export { createWebHost, type WebHost, type WebHostOptions } from './web-host.js';
