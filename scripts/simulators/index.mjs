// Payment services of this machine: they play Stripe's and Adyen's APIs, hosted pages and notifications, so that the demo shop takes cards without an account
// anywhere. They run in a thread of their own, since Apex sleeps while it waits for an answer.
import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { writeWhole } from '../../orglet/bin/whole-file.mjs';

/** What a shop's payment providers are set up with to be played here: the service by the named credential. */
export const CREDENTIALS = {
  Stripe_Simulator: { type: 'Stripe', path: '/stripe', headers: { Authorization: 'Bearer sk_test_simulator' } },
  Adyen_Simulator: { type: 'Adyen', path: '/adyen/v71', headers: { 'X-API-Key': 'simulator' } },
};

const parameter = (name, type, value) =>
  `<namedCredentialParameters><parameterName>${name}</parameterName><parameterType>${type}</parameterType><parameterValue>${value}</parameterValue></namedCredentialParameters>`;

/** The named credentials, as an administrator would deploy them to an org. @returns their folder */
function writeCredentials(dir, port) {
  const folder = join(dir, 'simulators');
  mkdirSync(join(folder, 'namedCredentials'), { recursive: true });
  for (const [name, { path, headers }] of Object.entries(CREDENTIALS)) {
    const lines = Object.entries(headers).map(([header, value]) => parameter(header, 'HttpHeader', value));
    writeWhole(
      join(folder, 'namedCredentials', `${name}.namedCredential-meta.xml`),
      `<?xml version="1.0" encoding="UTF-8"?>
<NamedCredential xmlns="http://soap.sforce.com/2006/04/metadata"><label>${name}</label><namedCredentialType>SecuredEndpoint</namedCredentialType>${parameter('Url', 'Url', `http://127.0.0.1:${port}${path}`)}${lines.join('')}</NamedCredential>
`,
    );
  }
  return folder;
}

/**
 * @param {object} options
 * @param {string} options.dir folder for settings
 * @param {string} options.data folder for what the services remember
 */
export async function startSimulators({ dir, data }) {
  mkdirSync(data, { recursive: true });
  const worker = new Worker(new URL('./worker.mjs', import.meta.url), {
    workerData: { file: join(data, 'simulators.json') },
  });
  /** @type {number} */
  const port = await new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
  return {
    /** Where their pages are, for people. */
    url: `http://localhost:${port}`,
    /** Folder of metadata by which an org reaches them. */
    metadata: writeCredentials(dir, port),
    /**
     * Tells the services where to notify the org's payment providers that are set up with them, and the providers what that is signed with.
     * @param {import('../../orglet/index.js').Org} org
     * @param {number} storePort
     */
    connect(org, storePort) {
      const names = Object.keys(CREDENTIALS).map((name) => `'${name}'`);
      const found = org.query(
        `SELECT Id, Type__c, Merchant_Account__c FROM Payment_Provider__c WHERE Named_Credential__c IN (${names})`,
      );
      for (const provider of found) {
        const field = (/** @type {string} */ name) => provider[name] ?? provider[`storehouse__${name}`];
        const type = String(field('Type__c'));
        const secret = type === 'Adyen' ? randomBytes(32).toString('hex') : `whsec_${randomBytes(24).toString('hex')}`;
        org.runAnonymous(`WebhookSecretGateway.save('${provider.Id}', '${secret}');`);
        worker.postMessage({
          type,
          account: field('Merchant_Account__c') ?? null,
          url: `http://localhost:${storePort}/services/apexrest/${type.toLowerCase()}/${provider.Id}`,
          secret,
        });
      }
    },
    close: () => worker.terminate(),
  };
}
