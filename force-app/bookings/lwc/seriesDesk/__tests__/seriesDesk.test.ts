import SeriesDesk from 'c/seriesDesk';
import changeSeries from '@salesforce/apex/ScheduleController.changeSeries';
import getSeries from '@salesforce/apex/ScheduleController.getSeries';
import previewChange from '@salesforce/apex/ScheduleController.previewChange';
import previewDates from '@salesforce/apex/ScheduleController.previewDates';
import { mount, settle, texts, unmountAll } from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/apex/ScheduleController.changeSeries', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ScheduleController.getSeries', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ScheduleController.previewChange', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ScheduleController.previewDates', () => ({ default: jest.fn() }), { virtual: true });
const mocked = (call: unknown) => call as jest.Mock;

describe('c-series-desk', () => {
  beforeEach(() => {
    mocked(getSeries).mockResolvedValue({
      timeZone: 'Europe/Berlin',
      mayChange: true,
      draft: { seriesId: 'x1', localStart: '2040-03-05T18:00', rule: 'FREQ=WEEKLY;COUNT=3', leftOut: [], extra: [] },
      upcoming: [{ id: 's2', localStart: '2040-03-12T18:00' }],
    });
    mocked(previewDates).mockResolvedValue([{ localStart: '2040-03-05T18:00' }]);
    mocked(previewChange).mockResolvedValue({
      movedPeople: 2,
      cancelledPeople: 1,
      dates: [
        { kind: 'Moved', sessionId: 's2', localBefore: '2040-03-12T18:00', localAfter: '2040-03-13T18:00', people: 2 },
        { kind: 'Cancelled', sessionId: 's3', localBefore: '2040-03-19T18:00', people: 1 },
        { kind: 'New', localAfter: '2040-03-20T18:00', people: 0 },
      ],
    });
    mocked(changeSeries).mockResolvedValue({});
  });
  afterEach(() => {
    unmountAll();
    jest.resetAllMocks();
  });

  async function show() {
    const element = mount('c-series-desk', SeriesDesk, { recordId: 'x1' });
    await settle(12);
    return element.shadowRoot!;
  }

  it('shows date by date what another rule does, from a date on, before it is saved', async () => {
    const root = await show();
    expect(root.querySelector('[data-save]')).toBeNull();
    root.querySelector('[data-field="from"]')!.dispatchEvent(new CustomEvent('change', { detail: { value: 's2' } }));
    await settle();
    root
      .querySelector('c-recurrence-editor')!
      .dispatchEvent(new CustomEvent('rulechange', { detail: 'FREQ=WEEKLY;COUNT=2' }));
    await settle(12);
    expect(mocked(previewChange).mock.lastCall![0].draft).toMatchObject({
      fromSessionId: 's2',
      localStart: '2040-03-12T18:00',
      rule: 'FREQ=WEEKLY;COUNT=2',
    });
    expect(texts(root, '[data-change] .kind')).toHaveLength(3);
    await expect(root.host).toBeAccessible();
    root.querySelector<HTMLElement>('[data-save]')!.click();
    await settle(12);
    expect(changeSeries).toHaveBeenCalledTimes(1);
    expect(getSeries).toHaveBeenCalledTimes(2);
  });

  it('is read by those who may not change it', async () => {
    mocked(getSeries).mockResolvedValue({
      mayChange: false,
      timeZone: 'UTC',
      draft: { localStart: '2040-03-05T18:00' },
    });
    const root = await show();
    expect((root.querySelector('c-recurrence-editor') as unknown as { disabled: boolean }).disabled).toBe(true);
    expect(previewDates).not.toHaveBeenCalled();
  });
});
