/** Asks the nearest registered components to load again. @see https://developer.salesforce.com/docs/platform/lwc/guide/data-refreshview.html */
export const REFRESH_COMPLETE = 'complete';
export const REFRESH_COMPLETE_WITH_ERRORS = 'completeWithErrors';
export const REFRESH_ERROR = 'error';

export class RefreshEvent extends CustomEvent<void> {
  constructor() {
    super('lightning__refresh', { bubbles: true, composed: true });
  }
}

type Handler = () => Promise<string>;

const handlers = new Map<string, Handler>();
let count = 0;

document.addEventListener('lightning__refresh', () => {
  for (const handler of handlers.values()) void handler();
});

/** @returns an Id for unregisterRefreshHandler */
export function registerRefreshHandler(component: object, handler: Handler): string {
  const id = `refresh-${++count}`;
  handlers.set(id, handler.bind(component));
  return id;
}

export function unregisterRefreshHandler(id: string): void {
  handlers.delete(id);
}
