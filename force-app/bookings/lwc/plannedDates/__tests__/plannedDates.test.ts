import PlannedDates from 'c/plannedDates';
import { heard, mount, settle, texts, unmountAll } from '../../../../storefront/lwc/storeTypes/__tests__/support';

describe('c-planned-dates', () => {
  afterEach(unmountAll);

  it('marks what is skipped, left out, closed and taken, and leaves it out', async () => {
    const dates = [
      { localStart: '2026-03-02T18:30', exists: true },
      { localStart: '2026-03-09T18:30', closure: 'The studio is closed then.' },
      { localStart: '2026-03-16T18:30', isLeftOut: true },
      { localStart: '2026-02-31T18:30', skipped: 'No such day' },
    ];
    const element = mount('c-planned-dates', PlannedDates, { dates });
    await settle();
    const root = element.shadowRoot!;
    expect(texts(root, '.off')).toHaveLength(2);
    expect(root.querySelector('.warning')!.textContent).toBe('The studio is closed then.');
    expect(root.querySelectorAll('[data-leave]')).toHaveLength(1);
    const [out, back] = [heard(element, 'leaveout'), heard(element, 'putback')];
    root.querySelector<HTMLElement>('[data-closed]')!.click();
    root.querySelector<HTMLElement>('[data-leave]')!.click();
    root.querySelector<HTMLElement>('[data-back]')!.click();
    expect(out).toEqual([['2026-03-09T18:30'], ['2026-03-09T18:30']]);
    expect(back).toEqual([['2026-03-16T18:30']]);
    await expect(element).toBeAccessible();
  });
});
