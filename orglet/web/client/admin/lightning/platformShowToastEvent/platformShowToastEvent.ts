/** Asks the shell for a toast. @see https://developer.salesforce.com/docs/platform/lwc/guide/use-toast.html */
export class ShowToastEvent extends CustomEvent<Record<string, unknown>> {
  constructor(detail: Record<string, unknown>) {
    super('lightning__showtoast', { detail, bubbles: true, composed: true, cancelable: true });
  }
}
