import { createElement } from 'lwc';
import App from 'shell/app';
import { setDefinition, type AdminDefinition } from './definition.js';
import { startRouter } from './router.js';

/** Shows the admin in the document. */
export function startAdmin(definition: AdminDefinition): void {
  setDefinition(definition);
  startRouter();
  document.body.append(createElement('shell-app', { is: App }));
}
