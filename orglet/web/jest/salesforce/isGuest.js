/* Visitors are guests unless a test mocks the module. */
module.exports = { __esModule: true, default: true };
