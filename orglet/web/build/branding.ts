import type { Site } from './site.js';

/** Branding values and the `--dxp-g-*` hooks they set. `_X1` … `_X3` are the variants of `X`. */
const COLORS: Record<string, string> = {
  BackgroundColor: 'root',
  TextColor: 'root-contrast',
  PrimaryAccentColor: 'brand',
  PrimaryAccentForegroundColor: 'brand-contrast',
  NeutralColor: 'neutral',
  NeutralForegroundColor: 'neutral-contrast',
  DestructiveColor: 'destructive',
  DestructiveForegroundColor: 'destructive-contrast',
  InfoColor: 'info',
  InfoForegroundColor: 'info-contrast',
  OfflineColor: 'offline',
  OfflineForegroundColor: 'offline-contrast',
  SuccessColor: 'success',
  SuccessForegroundColor: 'success-contrast',
  WarningColor: 'warning',
  WarningForegroundColor: 'warning-contrast',
};

/** First words of component values and the start of their `--dxp-s-*` hooks; longer names first. */
const COMPONENTS: [prefix: string, hook: string][] = [
  ['HeadingExtraLarge', 'text-heading-extra-large'],
  ['HeadingLarge', 'text-heading-large'],
  ['HeadingMedium', 'text-heading-medium'],
  ['HeadingSmall', 'text-heading-small'],
  ['BodySmall', 'body-small'],
  ['Body', 'body'],
  ['ButtonLarge', 'button-large'],
  ['ButtonSmall', 'button-small'],
  ['Button', 'button'],
  ['Dropdown', 'dropdown'],
  ['FormElement', 'form-element'],
  ['Link', 'link'],
];

/** Values with a hook of their own. */
const OTHERS: Record<string, string> = {
  BaseFontSize: '--dxp-s-html-font-size',
  MaxContentWidthDesktop: '--dxp-s-section-content-max-width',
  ColumnSpacerSizeDesktop: '--dxp-s-section-columns-spacer-size',
  ColumnSpacerSizeMobile: '--dxp-s-section-columns-spacer-size-mobile',
  ComponentSpacerSizeDesktop: '--dxp-s-component-wrapper-spacer-size',
  ComponentSpacerSizeMobile: '--dxp-s-component-wrapper-spacer-size-mobile',
  HorizontalRowPaddingDesktop: '--dxp-s-section-horizontal-padding',
  VerticalRowPaddingDesktop: '--dxp-s-section-vertical-padding',
};

/**
 * The site's branding as CSS custom properties.
 * @see https://developer.salesforce.com/docs/atlas.en-us.exp_cloud_lwr.meta/exp_cloud_lwr/brand_intro.htm
 */
export function brandingCss(site: Site): string {
  const hooks: string[] = [];
  for (const [name, value] of Object.entries(site.branding)) {
    if (value === '') continue;
    const hook = hookOf(name);
    if (hook) hooks.push(`${hook}:${String(value).replace(/[;{}<]/g, '')}`);
  }
  return `:root{${hooks.join(';')}}`;
}

function hookOf(name: string): string | undefined {
  const [, base, variant] = /^_?([A-Za-z]+)(\d?)$/.exec(name) ?? [];
  if (base === undefined) return undefined;
  const suffix = variant ? `-${variant}` : '';
  if (OTHERS[name]) return OTHERS[name];
  if (COLORS[base]) return `--dxp-g-${COLORS[base]}${suffix}`;
  const component = COMPONENTS.find(([prefix]) => base.startsWith(prefix));
  if (!component) return undefined;
  const property = base
    .slice(component[0].length)
    .replace(/Font$/, 'FontFamily')
    .replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return `--dxp-s-${component[1]}${component[0] === 'Link' && property === '-color' ? '-text-color' : property}${suffix}`;
}
