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
  home: 'M4 11.5 12 4.5l8 7M6.5 10v9.5h11V10',
  pin: 'M12 20.5c-4-4.6-6-7.9-6-10.5a6 6 0 0 1 12 0c0 2.6-2 5.9-6 10.5ZM12 12a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4Z',
  heart:
    'M12 19.6C6.9 16 4 13 4 9.6A4.2 4.2 0 0 1 8.2 5.4c1.6 0 3 .9 3.8 2.3.8-1.4 2.2-2.3 3.8-2.3A4.2 4.2 0 0 1 20 9.6c0 3.4-2.9 6.4-8 10Z',
  bookmark: 'M7 4.5h10v15.5l-5-3.8L7 20Z',
  download: 'M12 4v10.5M7.5 10.5 12 15l4.5-4.5M5 19.5h14',
  print: 'M7 9V4.5h10V9M7 17H4.5V9h15v8H17M7 14h10v5.5H7z',
  person: 'M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM4.5 20c.6-4 3.6-6 7.5-6s6.9 2 7.5 6',
  leave: 'M14 4.5H5v15h9M10 12h10M16.5 8.5 20 12l-3.5 3.5',
  mail: 'M3.5 6h17v12.5h-17zM3.5 6.5 12 13l8.5-6.5',
  badge: 'M12 3.5l7 2.6v5.4c0 4.3-2.9 7.4-7 9-4.1-1.6-7-4.7-7-9V6.1Z M8.8 12l2.3 2.3 4.2-4.4',
  gift: 'M4 11h16v9H4zM3 7h18v4H3zM12 7v13M12 7c-2-4-6-4-6-1.5S9 7 12 7Zm0 0c2-4 6-4 6-1.5S15 7 12 7Z',
  star: 'M12 4l2.5 5.2 5.6.8-4.1 4 1 5.7-5-2.7-5 2.7 1-5.7-4.1-4 5.6-.8Z',
  clock: 'M12 3.8a8.2 8.2 0 1 0 0 16.4 8.2 8.2 0 0 0 0-16.4ZM12 7.5V12l3 2',
  card: 'M3 6h18v12.5H3zM3 10h18M6.5 15h4',
  wallet: 'M4 7.5h15.5v11.5H4zM4 7.5 16 4v3.5M15.5 12h4v3h-4z',
  bank: 'M4 9.5 12 4.5l8 5H4ZM6 12v5M10 12v5M14 12v5M18 12v5M4 19.5h16',
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
