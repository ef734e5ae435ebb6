/** Closes the dialog of a quick action. */
export class CloseActionScreenEvent extends CustomEvent<void> {
  constructor() {
    super('lightning__closeaction', { bubbles: true, composed: true });
  }
}
