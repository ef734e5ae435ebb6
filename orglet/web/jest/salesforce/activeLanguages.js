/* A site of one language unless a test adds others. */
module.exports = { __esModule: true, default: [{ code: 'en-US', label: 'English', default: true }] };
