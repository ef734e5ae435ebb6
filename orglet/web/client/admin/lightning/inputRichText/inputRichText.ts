import { LightningElement, api } from 'lwc';

const COMMANDS = [
  { name: 'bold', icon: 'utility:bold', label: 'Bold' },
  { name: 'italic', icon: 'utility:italic', label: 'Italic' },
  { name: 'underline', icon: 'utility:underline', label: 'Underline' },
  { name: 'insertUnorderedList', icon: 'utility:richtextbulletedlist', label: 'Bulleted list' },
  { name: 'insertOrderedList', icon: 'utility:richtextnumberedlist', label: 'Numbered list' },
  { name: 'removeFormat', icon: 'utility:remove_formatting', label: 'Remove formatting' },
];

/** An editor for formatted text. Fires `change` with `{value}` (HTML). */
export default class InputRichText extends LightningElement {
  @api label = '';
  @api labelVisible = false;
  @api placeholder = '';
  @api disabled = false;
  @api formats: string[] | undefined;
  /** `false` marks the editor as having an error. */
  @api valid: boolean | undefined;
  @api messageWhenBadInput = '';

  commands = COMMANDS;
  html = '';
  written = false;

  @api
  get value(): string {
    return this.html;
  }
  set value(value: string) {
    if ((value ?? '') === this.html) return;
    this.html = value ?? '';
    this.written = false;
  }

  @api
  focus(): void {
    this.editor?.focus();
  }

  get editor(): HTMLElement | null | undefined {
    return this.template?.querySelector<HTMLElement>('[data-editor]');
  }

  get editable(): string {
    return String(!this.disabled);
  }

  get labelClass(): string {
    return this.labelVisible ? 'slds-form-element__label' : 'slds-assistive-text';
  }

  /** The editor's content is the visitor's; it is written only when the value changes from outside. */
  renderedCallback(): void {
    if (this.written || !this.editor) return;
    this.editor.replaceChildren(...sanitize(this.html));
    this.written = true;
  }

  handleInput(): void {
    this.html = this.editor
      ? new XMLSerializer()
          .serializeToString(this.editor)
          .replace(/^<[^>]*>|<\/[^>]*>$/g, '')
          .replaceAll(' xmlns="http://www.w3.org/1999/xhtml"', '')
      : '';
    this.dispatchEvent(new CustomEvent('change', { detail: { value: this.html } }));
  }

  /** Mouse down, so that the selection stays. */
  handleCommand(event: Event): void {
    event.preventDefault();
    this.editor?.focus();
    document.execCommand((event.currentTarget as HTMLElement).dataset.command ?? '');
    this.handleInput();
  }
}

/** Nodes of formatted text without anything that runs. */
function sanitize(html: string): Node[] {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  for (const element of parsed.body.querySelectorAll('script, style, iframe, object, embed, link, meta, form'))
    element.remove();
  for (const element of parsed.body.querySelectorAll('*')) {
    for (const { name, value } of [...element.attributes]) {
      if (
        /^on/i.test(name) ||
        (/^(href|src)$/i.test(name) && !/^(https?:|mailto:|tel:|\/|#|data:image\/)/i.test(value.trim()))
      )
        element.removeAttribute(name);
    }
  }
  return [...parsed.body.childNodes];
}
