import CheckInDesk from 'c/checkInDesk';
import getToday from '@salesforce/apex/CheckInController.getToday';
import keep from '@salesforce/apex/CheckInController.keep';
import { mount, settle, texts, unmountAll } from '../../../../storefront/lwc/storeTypes/__tests__/support';
import { keptList, keptMarks } from '../doorList';

jest.mock('@salesforce/apex/CheckInController.getToday', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/CheckInController.keep', () => ({ default: jest.fn() }), { virtual: true });
const mockToday = getToday as unknown as jest.Mock;
const mockKeep = keep as unknown as jest.Mock;

const person = (id: string, other = {}) => ({
  id,
  code: `CODE-${id}`.toUpperCase(),
  firstName: 'Ada',
  lastName: id,
  bookedBy: 'Ada Byron',
  place: 1,
  status: 'Expected',
  ...other,
});
const today = () => ({
  readAt: new Date().toISOString(),
  isCut: false,
  sessions: [
    {
      id: 's1',
      title: 'Pottery',
      timeZone: 'UTC',
      localStart: '2040-03-02T18:00',
      people: [
        person('one'),
        person('two', { code: 'PAIR', seat: 'A1' }),
        person('three', { code: 'PAIR', firstName: null, lastName: null, place: 2 }),
      ],
    },
    { id: 's2', title: 'Indigo', timeZone: 'UTC', localStart: '2040-03-02T20:00', people: [person('four')] },
  ],
});
const refusal = (code: string) => ({ body: { message: JSON.stringify({ code, message: `No: ${code}`, fields: {} }) } });
const keepAll = ({ marks }: { marks: { attendeeId: string }[] }) =>
  Promise.resolve(marks.map(({ attendeeId }) => ({ attendeeId, outcome: 'Kept' })));

let root: ShadowRoot;
const find = <T extends Element = HTMLElement>(selector: string): T => root.querySelector<T>(selector)!;
const said = () => find('[data-answer]').textContent;

async function show(): Promise<void> {
  root = mount('c-check-in-desk', CheckInDesk).shadowRoot!;
  await settle(12);
}

async function change(selector: string, value: string): Promise<void> {
  find(selector).dispatchEvent(new CustomEvent('change', { detail: { value } }));
  await settle();
}

async function enter(code: string): Promise<void> {
  await change('[data-code]', code);
  find<HTMLFormElement>('form').dispatchEvent(new CustomEvent('submit', { cancelable: true }));
  await settle(12);
}

async function click(selector: string): Promise<void> {
  find(selector).click();
  await settle(12);
}

describe('c-check-in-desk', () => {
  beforeEach(() => {
    window.localStorage.clear();
    mockToday.mockImplementation(() => Promise.resolve(today()));
    mockKeep.mockImplementation(keepAll);
  });
  afterEach(() => {
    unmountAll();
    jest.resetAllMocks();
  });

  it('checks in whoever has the code, once', async () => {
    await show();
    await enter('code-one');
    expect(mockKeep).toHaveBeenCalledWith({
      marks: [{ attendeeId: 'one', status: 'Attended', markedAt: expect.any(String) }],
    });
    expect(find('[data-person="one"] [data-state]').className).toContain('there');
    expect(find('[data-answer]').className).toContain('good');
    await enter('CODE-ONE');
    expect(mockKeep).toHaveBeenCalledTimes(1);
    expect(find('[data-answer]').className).toContain('bad');
    await expect(root.host).toBeAccessible();
  });

  it('asks who of a group is here, and says what a code is not for', async () => {
    await show();
    await enter('pair');
    expect(root.querySelectorAll('[data-person]')).toHaveLength(2);
    await click('[data-all-here]');
    expect(mockKeep.mock.lastCall![0].marks.map((mark: { attendeeId: string }) => mark.attendeeId)).toEqual([
      'two',
      'three',
    ]);
    await change('[data-session]', 's1');
    await enter('CODE-FOUR');
    expect(find('[data-answer]').className).toContain('bad');
    await enter('NOBODY');
    expect(mockToday).toHaveBeenCalledTimes(2);
    expect(said()).toBeTruthy();
  });

  it('finds people by name, marks those who are missing, and takes it back', async () => {
    await show();
    await change('[data-code]', 'four');
    expect(root.querySelectorAll('[data-person]')).toHaveLength(1);
    await click('[data-no-show]');
    expect(find('[data-state]').className).toContain('missing');
    await click('[data-undo]');
    expect(mockKeep.mock.lastCall![0].marks).toMatchObject([{ attendeeId: 'four', status: 'Expected' }]);
    await change('[data-code]', 'nobody');
    expect(find('[data-no-match]')).not.toBeNull();
  });

  it('keeps what is marked without a connection through a reload, and sends it once there is one', async () => {
    await show();
    mockKeep.mockRejectedValue(new Error('Failed to fetch'));
    mockToday.mockRejectedValue(new Error('Failed to fetch'));
    await enter('CODE-ONE');
    await enter('CODE-FOUR');
    expect(find('[data-connection]').className).toContain('waits');
    expect(find('[data-answer]').className).toContain('good');
    unmountAll();
    await show();
    expect(find('[data-person="one"] [data-state]').className).toContain('there');
    expect(keptMarks()).toHaveLength(2);
    await expect(root.host).toBeAccessible();
    mockKeep.mockImplementation(keepAll);
    mockToday.mockImplementation(() => Promise.resolve(today()));
    window.dispatchEvent(new Event('online'));
    await settle(12);
    expect(mockKeep.mock.lastCall![0].marks).toHaveLength(2);
    expect(keptMarks()).toEqual([]);
    expect(find('[data-connection]').className).not.toContain('waits');
  });

  it('does not take back what was saved while the list was read', async () => {
    await show();
    let read: (list: unknown) => void = () => {};
    mockToday.mockImplementationOnce(
      () =>
        new Promise((resolve) => {
          read = resolve;
        }),
    );
    await click('[data-refresh]');
    await enter('CODE-ONE');
    read(today());
    await settle(12);
    expect(find('[data-person="one"] [data-state]').className).toContain('there');
  });

  it('says what the server did not keep, and shows how it is', async () => {
    await show();
    mockKeep.mockResolvedValueOnce([{ attendeeId: 'one', outcome: 'Older' }]);
    await enter('CODE-ONE');
    mockKeep.mockRejectedValueOnce(refusal('NOT_FOUND'));
    await enter('CODE-FOUR');
    expect(texts(root, '[data-refusals] li')).toHaveLength(2);
    expect(keptMarks()).toEqual([]);
    expect(find('[data-person="one"] [data-state]').className).not.toContain('there');
  });

  it('throws away lists of another day and of whoever may not see them', async () => {
    await show();
    expect(keptList()).not.toBeNull();
    expect(keptList(new Date(Date.now() + 25 * 3_600_000))).toBeNull();
    unmountAll();
    await show();
    await click('[data-forget]');
    expect(keptList()).toBeNull();
    mockToday.mockRejectedValue(refusal('NOT_ALLOWED'));
    await click('[data-load]');
    expect(find('[data-error]').textContent).toBe('No: NOT_ALLOWED');
    expect(find('[data-person]')).toBeNull();
  });

  it('says that nothing takes place today, and that a day is too large', async () => {
    mockToday.mockResolvedValue({ readAt: new Date().toISOString(), isCut: true, sessions: [] });
    await show();
    expect(find('[data-empty]')).not.toBeNull();
    expect(find('[data-cut]')).not.toBeNull();
  });

  it('takes codes from the camera, and says when it cannot be used', async () => {
    await show();
    const camera = find('c-camera-scanner');
    camera.dispatchEvent(new CustomEvent('code', { detail: 'CODE-ONE' }));
    await settle(12);
    expect(mockKeep).toHaveBeenCalledTimes(1);
    camera.dispatchEvent(new CustomEvent('unusable', { detail: 'No camera' }));
    await settle();
    expect(said()).toBe('No camera');
    expect(find('[data-answer]').className).toContain('bad');
  });

  it('is handed to visitors with a PIN of four digits or more', async () => {
    await show();
    await click('[data-kiosk-start]');
    for (const [pin, isTooShort] of [
      ['12', true],
      ['abcd', true],
      ['2468', false],
    ] as const) {
      // eslint-disable-next-line no-await-in-loop -- one after the other
      await change('[data-new-pin]', pin);
      expect(find<HTMLButtonElement>('[data-start-kiosk]').disabled).toBe(isTooShort);
    }
  });

  describe('handed to visitors', () => {
    const kiosk = () => find('[data-kiosk]');
    const answered = () => (kiosk() as HTMLElement & { answer: string }).answer;
    async function tell(name: string, detail?: unknown): Promise<void> {
      kiosk().dispatchEvent(new CustomEvent(name, { detail }));
      await settle(12);
    }

    beforeEach(async () => {
      await show();
      await click('[data-kiosk-start]');
      await change('[data-new-pin]', '2468');
      find<HTMLFormElement>('[data-pin-form]').dispatchEvent(new CustomEvent('submit', { cancelable: true }));
      await settle();
    });

    it('shows nobody, and takes codes but no names', async () => {
      expect(root.querySelector('[data-person]')).toBeNull();
      await tell('find', 'Ada');
      expect(answered()).toBe('c.Bookings_Kiosk_Unknown');
      expect(mockKeep).not.toHaveBeenCalled();
      await tell('find', 'code-one');
      expect(answered()).toBe('c.Bookings_Kiosk_Welcome');
      expect(mockKeep).toHaveBeenCalledTimes(1);
      await tell('find', 'code-one');
      expect(answered()).toBe('c.Bookings_Kiosk_Was_Here');
      await expect(root.host).toBeAccessible();
    });

    it('asks who of several is there, and forgets them for the next visitor', async () => {
      await tell('find', 'PAIR');
      const people = () => (kiosk() as HTMLElement & { people: { id: string }[] }).people.map(({ id }) => id);
      expect(people()).toEqual(['two', 'three']);
      await tell('here', ['three', 'one']);
      expect(mockKeep.mock.calls[0][0].marks.map((mark: { attendeeId: string }) => mark.attendeeId)).toEqual(['three']);
      await tell('find', 'PAIR');
      expect(people()).toEqual(['two']);
      await tell('cleared');
      expect(people()).toEqual([]);
      expect(answered()).toBe('');
    });

    it('stays so after a reload, until staff come back', async () => {
      unmountAll();
      await show();
      expect(kiosk()).not.toBeNull();
      await tell('leave');
      expect(kiosk()).toBeNull();
      expect(root.querySelectorAll('[data-person]').length).toBeGreaterThan(0);
      unmountAll();
      await show();
      expect(kiosk()).toBeNull();
    });
  });
});
