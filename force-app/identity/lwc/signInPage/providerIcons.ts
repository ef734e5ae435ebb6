/** Marks of sign-in providers on a 24 × 24 grid, in the colour of the text; a kind without one has none. */
export const PROVIDER_ICONS: Record<string, string> = {
  Google:
    'M12 10.4v3.4h4.8a4.9 4.9 0 0 1-4.8 3.5 5.3 5.3 0 1 1 3.4-9.3l2.5-2.5A8.8 8.8 0 1 0 12 20.8c5.1 0 8.5-3.6 8.5-8.6 0-.6-.1-1.2-.2-1.8H12Z',
  Microsoft: 'M3.5 3.5h8v8h-8zM12.5 3.5h8v8h-8zM3.5 12.5h8v8h-8zM12.5 12.5h8v8h-8z',
  Open_Id:
    'M14.5 3a6.5 6.5 0 0 0-6.2 8.5L3 16.8V21h4.2v-2.4h2.4v-2.4H12l.6-.5A6.5 6.5 0 1 0 14.5 3Zm2 3.5a2 2 0 1 1 0 4 2 2 0 0 1 0-4Z',
  Saml: 'M12 2.5 4 6v6c0 4.6 3.4 8.2 8 9.5 4.6-1.3 8-4.9 8-9.5V6l-8-3.5Zm-1.3 13.3-3.4-3.4 1.4-1.4 2 2 4.6-4.6 1.4 1.4-6 6Z',
  Salesforce:
    'M10 6.6a4.2 4.2 0 0 1 6.8 1.1 4.7 4.7 0 1 1 1.9 9 3.6 3.6 0 0 1-4.9 1.5 4.1 4.1 0 0 1-7.6-.3 3.9 3.9 0 1 1-1.6-7.3A4.5 4.5 0 0 1 10 6.6Z',
};
