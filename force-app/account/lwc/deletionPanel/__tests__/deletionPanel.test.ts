import { createElement } from 'lwc';
import LightningConfirm from 'lightning/confirm';
import { getRecord } from 'lightning/uiRecordApi';
import DeletionPanel from 'c/deletionPanel';
import carryOut from '@salesforce/apex/DeletionAdminController.carryOut';
import refuse from '@salesforce/apex/DeletionAdminController.refuse';
import { settle } from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/apex/DeletionAdminController.carryOut', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/DeletionAdminController.refuse', () => ({ default: jest.fn() }), { virtual: true });

async function show(openKey: string | null) {
  const element = createElement('c-deletion-panel', { is: DeletionPanel }) as HTMLElement & { recordId: string };
  element.recordId = 'a00';
  document.body.appendChild(element);
  (getRecord as any).emit({
    id: 'a00',
    apiName: 'Deletion_Request__c',
    fields: { Open_Key__c: { value: openKey } },
  });
  await settle();
  return element;
}

const part = (element: HTMLElement, selector: string) => element.shadowRoot!.querySelector<HTMLElement>(selector);

describe('c-deletion-panel', () => {
  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
  });

  it('carries out once it is certain', async () => {
    const element = await show('003');
    await expect(element).toBeAccessible();
    LightningConfirm.open = jest.fn().mockResolvedValue(false);
    part(element, '[data-carry-out]')!.click();
    await settle();
    expect(carryOut).not.toHaveBeenCalled();
    LightningConfirm.open = jest.fn().mockResolvedValue(true);
    part(element, '[data-carry-out]')!.click();
    await settle();
    expect(carryOut).toHaveBeenCalledWith({ requestId: 'a00' });
  });

  it('refuses with a reason only', async () => {
    const element = await show('003');
    part(element, '[data-refuse]')!.click();
    await settle();
    await expect(element).toBeAccessible();
    const area = part(element, '[data-reason]') as HTMLElement & { value: string; reportValidity: () => boolean };
    area.reportValidity = () => false;
    part(element, '[data-send]')!.click();
    await settle();
    expect(refuse).not.toHaveBeenCalled();
    area.reportValidity = () => true;
    area.value = 'A lawsuit';
    part(element, '[data-send]')!.click();
    await settle();
    expect(refuse).toHaveBeenCalledWith({ requestId: 'a00', reason: 'A lawsuit' });
    expect(part(element, '[data-reason]')).toBeNull();
  });

  it('offers nothing once it is closed', async () => {
    const element = await show(null);
    expect(part(element, '[data-refuse]')).toBeNull();
    expect(part(element, '[data-text]')!.textContent).toBe('c.Account_Deletion_Admin_Closed');
  });
});
