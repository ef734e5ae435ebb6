import { toStoreError } from 'c/storeErrors';

describe('c/storeErrors', () => {
  afterEach(() => jest.restoreAllMocks());

  it('reads the code, the sentence and the fields of a business failure', () => {
    const message = JSON.stringify({ code: 'OUT_OF_STOCK', message: 'Gone', fields: { email: 'Wrong' } });
    expect(toStoreError({ body: { message } })).toEqual({
      code: 'OUT_OF_STOCK',
      message: 'Gone',
      fields: { email: 'Wrong' },
    });
  });

  it('tells the reference of a failure that nobody expected', () => {
    const message = JSON.stringify({ code: 'UNEXPECTED', message: 'Reference: 7F3K-92QA.', reference: '7F3K-92QA' });
    expect(toStoreError({ body: { message } })).toMatchObject({
      message: 'Reference: 7F3K-92QA.',
      reference: '7F3K-92QA',
    });
  });

  it('shows no technical text', () => {
    const failure = toStoreError({ body: { message: 'System.NullPointerException: Attempt to de-reference' } });
    expect(failure).toEqual({ code: 'UNEXPECTED', message: 'c.Store_UnexpectedError', fields: {} });
  });

  it('reads the first of several failures', () => {
    expect(toStoreError({ body: [{ message: '{"code":"BUSY","message":"Wait"}' }] }).code).toBe('BUSY');
  });

  it('survives broken JSON and nothing at all', () => {
    expect(toStoreError({ body: { message: '{broken' } }).code).toBe('UNEXPECTED');
    expect(toStoreError(undefined).code).toBe('UNEXPECTED');
  });

  it('says when the session has ended', () => {
    const failure = toStoreError({ status: 401, body: [{ message: 'Session expired or invalid' }] });
    expect(failure).toEqual({ code: 'SIGNED_OUT', message: 'c.Store_SessionEnded', fields: {} });
  });

  it('says when the browser is offline', () => {
    jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    expect(toStoreError(new Error('Failed to fetch')).code).toBe('OFFLINE');
  });
});
