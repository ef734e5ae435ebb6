import { LightningElement, api } from 'lwc';

/** Line icons on a 24 × 24 grid, drawn for this storefront. */
const PATHS: Record<string, string> = {
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM15.4 15.4 20 20',
  bag: 'M5.5 8.5h13l1 11.5h-15l1-11.5ZM8.5 10.5V7.5a3.5 3.5 0 0 1 7 0v3',
  menu: 'M4 7h16M4 12h16M4 17h16',
  close: 'M6 6l12 12M18 6 6 18',
  down: 'M6 9.5l6 6 6-6',
  right: 'M9.5 6l6 6-6 6',
  left: 'M14.5 6l-6 6 6 6',
  plus: 'M12 6v12M6 12h12',
  minus: 'M6 12h12',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  filter: 'M4 7h9M17 7h3M15 5v4M4 13h3M11 13h9M9 11v4M4 19h11M19 19h1M17 17v4',
  copy: 'M9 9h10v11H9zM6 15H5V4h10v1',
  alert: 'M12 4 2.8 20h18.4L12 4ZM12 10v4.5M12 17v.4',
  lock: 'M6.5 11h11v9h-11zM9 11V8a3 3 0 0 1 6 0v3',
  bin: 'M5 7h14M10 7V4.5h4V7M7 7l.8 13h8.4L17 7M10.3 10.5v6M13.7 10.5v6',
  share: 'M12 15V4M8 7.5 12 3.5l4 4M6 11H5v9.5h14V11h-1',
  back: 'M8 5 4 9l4 4M4 9h10a5.5 5.5 0 0 1 0 11H8',
  zoom: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM15.4 15.4 20 20M10.5 7.8v5.4M7.8 10.5h5.4',
  clock: 'M12 3.8a8.2 8.2 0 1 0 0 16.4 8.2 8.2 0 0 0 0-16.4ZM12 7.5V12l3 2',
  truck:
    'M3 6.5h11v10H3zM14 10h3.8L21 13.2v3.3h-7M7 19.2a1.7 1.7 0 1 0 0-3.4 1.7 1.7 0 0 0 0 3.4ZM17 19.2a1.7 1.7 0 1 0 0-3.4 1.7 1.7 0 0 0 0 3.4Z',
};

/** A decorative line icon in the colour of the text beside it. */
export default class StoreIcon extends LightningElement {
  static renderMode = 'light' as const;

  /** One of the drawn icons: search, bag, menu, close, … */
  @api name = '';

  get path(): string {
    return PATHS[this.name] ?? '';
  }
}
