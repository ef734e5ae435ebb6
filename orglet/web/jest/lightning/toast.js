/* Stub of lightning/toast. */
export default { show: jest.fn().mockResolvedValue(undefined) };
