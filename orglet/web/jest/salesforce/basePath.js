/* A site at the root of its host. */
module.exports = { __esModule: true, default: '' };
