type Variant = 'info' | 'success' | 'warning' | 'error';

/** Says something in a toast of the shell. */
export function toast(variant: Variant, message: string, title = ''): void {
  document.dispatchEvent(new CustomEvent('lightning__showtoast', { detail: { title, message, variant } }));
}
