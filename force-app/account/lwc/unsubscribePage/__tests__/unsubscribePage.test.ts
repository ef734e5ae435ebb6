import UnsubscribePage from 'c/unsubscribePage';
import endTexts from '@salesforce/apex/UnsubscribeController.endTexts';
import lookAtTexts from '@salesforce/apex/UnsubscribeController.lookAtTexts';
import endAlerts from '@salesforce/apex/UnsubscribeController.endAlerts';
import look from '@salesforce/apex/UnsubscribeController.look';
import lookAtAlerts from '@salesforce/apex/UnsubscribeController.lookAtAlerts';
import unsubscribe from '@salesforce/apex/UnsubscribeController.unsubscribe';
import getStore from '@salesforce/apex/StorefrontController.getStore';
import { CurrentPageReference } from 'lightning/navigation';
import { find, mount, page, settle, store, unmountAll } from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/apex/UnsubscribeController.endAlerts', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/UnsubscribeController.endTexts', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/UnsubscribeController.lookAtTexts', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/UnsubscribeController.lookAtAlerts', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/UnsubscribeController.look', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/UnsubscribeController.unsubscribe', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock(
  '@salesforce/apex/StorefrontController.getStore',
  () => ({
    __esModule: true,
    default: jest.requireActual('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()),
  }),
  { virtual: true },
);

const mockLook = look as unknown as jest.Mock;
const mockEnd = unsubscribe as unknown as jest.Mock;
const GONE = { body: { message: '{"code":"LINK_INVALID","message":"Gone"}' } };

async function show(state: Record<string, string> = { token: 'secret' }) {
  const element = mount('c-unsubscribe-page', UnsubscribePage, { storeCode: 'demo' });
  (CurrentPageReference as any).emit(page('Unsubscribe__c', {}, state));
  (getStore as any).emit(store());
  await settle();
  return element;
}

describe('c-unsubscribe-page', () => {
  afterEach(() => {
    unmountAll();
    jest.resetAllMocks();
  });

  it('ends the news when it is asked to, not by being visited', async () => {
    mockLook.mockResolvedValue('a•••@example.com');
    const element = await show();
    expect(mockLook).toHaveBeenCalledWith({ storeCode: 'demo', token: 'secret' });
    expect(mockEnd).not.toHaveBeenCalled();
    await expect(element).toBeAccessible();
    find(element, '[data-submit]').click();
    await settle();
    expect(mockEnd).toHaveBeenCalledWith({ storeCode: 'demo', token: 'secret' });
    expect(element.querySelector('[data-done]')).not.toBeNull();
  });

  it('ends text messages by the same link', async () => {
    mockLook.mockResolvedValue('a•••@example.com');
    (lookAtTexts as unknown as jest.Mock).mockResolvedValue('•••89');
    const element = await show();
    find(element, '[data-texts]').click();
    await settle();
    expect(endTexts).toHaveBeenCalledWith({ storeCode: 'demo', token: 'secret' });
    expect(element.querySelector('[data-texts]')).toBeNull();
    expect(find(element, '[data-texts-news]').textContent).not.toBe('');
    await expect(element).toBeAccessible();
  });

  it('says that it could not be done, and can be asked again', async () => {
    mockLook.mockResolvedValue('a•••@example.com');
    mockEnd.mockRejectedValueOnce({ body: { message: '{"code":"BUSY","message":"Again"}' } });
    const element = await show();
    find(element, '[data-submit]').click();
    await settle();
    expect(find(element, '[data-problem]').textContent).toBe('Again');
    find(element, '[data-submit]').click();
    await settle();
    expect(element.querySelector('[data-done]')).not.toBeNull();
  });

  it('ends alerts of products by the link of one of them', async () => {
    (lookAtAlerts as unknown as jest.Mock).mockResolvedValue('a•••@example.com');
    const element = await show({ alert: 'secret' });
    expect(mockLook).not.toHaveBeenCalled();
    expect(find(element, '[data-submit]').textContent).toBe('c.Account_Unsubscribe_Alerts_Button');
    find(element, '[data-submit]').click();
    await settle();
    expect(endAlerts).toHaveBeenCalledWith({ storeCode: 'demo', token: 'secret' });
    expect(mockEnd).not.toHaveBeenCalled();
    expect(element.querySelector('[data-done]')).not.toBeNull();
  });

  it('tells that the link opens nothing', async () => {
    mockLook.mockRejectedValue(GONE);
    const element = await show();
    expect(find(element, '[data-problem]').textContent).toBe('Gone');
    expect(element.querySelector('[data-submit]')).toBeNull();
    await expect(element).toBeAccessible();
  });
});
