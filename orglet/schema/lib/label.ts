/** System.Label, and the text of labels that Apex names statically. */
import { defineClass } from '../../runtime/registry.js';
import { hasTransaction, tx } from '../../runtime/transaction.js';
import { raise } from '../../runtime/errors.js';
import { schema } from './current.js';

const userLanguage = () => (hasTransaction() ? tx().user.language : null);

/** Text of a label in the running user's language. */
export function labelText(name: string): string {
  return (
    schema().labels.text(name, userLanguage()) ??
    raise('System.IllegalArgumentException', `Custom label ${name} does not exist`)
  );
}

const qualified = (namespace: string | null, name: string) => (namespace ? `${namespace}__${name}` : name);

defineClass('System.Label', {
  statics: {
    get: (namespace: string | null, name: string, language: string | null = null) => {
      const found = schema().labels.text(qualified(namespace, name), language ?? userLanguage());
      return found ?? raise('System.IllegalArgumentException', `Custom label ${name} does not exist`);
    },
    translationexists: (namespace: string | null, name: string, language: string) =>
      schema().labels.isTranslated(qualified(namespace, name), language),
  },
});
