/** System.Label; `System.Label.Name` in Apex is compiled to `get`. */
import { defineClass } from '../../runtime/registry.js';
import { hasTransaction, tx } from '../../runtime/transaction.js';
import { raise } from '../../runtime/errors.js';
import { schema } from './current.js';

const userLanguage = () => (hasTransaction() ? tx().user.language : null);

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
