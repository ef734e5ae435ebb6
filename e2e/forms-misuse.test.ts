import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { orgClient } from '../scripts/lib/org-client.mjs';
import { launchBrowser } from './support/browser.mjs';
import { asVisitor, hasCount, hasText, signIn } from './support/journey.js';
import { JUNE, NORA, signInAs } from './support/members.js';
import { StaffRoom } from './support/staff.js';
import { ADMIN, base } from './support/store.js';

type Params = Record<string, unknown>;
interface Answer {
  value: any;
  /** What the server refused with; blank when it did not. */
  code: string;
}

const STORE = 'tidemoor';
const FORM = 'write-to-us';
const RUN = Date.now().toString(36);
const SCRIPT = '<img src=x onerror="window.stolen=1"><script>window.stolen=1</script>';
const TOPIC = { topic: ['product'], message: ['Hello'], name: ['Ada'], email: ['ada@example.com'], consent: ['true'] };
const token = (): string => randomBytes(32).toString('hex');

let browser: Browser;
let room: StaffRoom;
let org: Awaited<ReturnType<typeof orgClient>>;
let other = '';

before(async () => {
  [browser, room, org] = await Promise.all([launchBrowser(), StaffRoom.open(), orgClient(base, ADMIN)]);
  other = `misuse-${RUN}`;
  await room.setUpStore(other, `Misuse ${RUN}`);
});
after(() => browser?.close());

const answerOf = (status: number, body: any): Answer => {
  if (status < 400) return { value: body.returnValue, code: '' };
  const message = body?.message ?? body?.[0]?.message ?? '';
  return { value: null, code: message.startsWith('{') ? JSON.parse(message).code : `${status} ${message}` };
};

/** A guest who sends what no page of the store sends. */
async function asGuest(method: string, params: Params): Promise<Answer> {
  const response = await fetch(`${base}/apex/${method.replace('.', '/')}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(params),
  });
  return answerOf(response.status, await response.json());
}

/** The same with the session of whoever is signed in on a page. */
async function asSignedIn(page: Page, method: string, params: Params): Promise<Answer> {
  const [status, body] = await page.evaluate(
    async ([path, sent]) => {
      const { csrfToken } = JSON.parse(document.getElementById('orglet-context')!.textContent ?? '{}');
      const response = await fetch(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-csrf-token': csrfToken },
        body: sent,
      });
      return [response.status, await response.json()] as const;
    },
    [`/apex/${method.replace('.', '/')}`, JSON.stringify(params)] as const,
  );
  return answerOf(status, body);
}

const submission = (versionId: string, answers: Params, more: Params = {}): Params => ({
  storeCode: STORE,
  form: { slug: FORM, versionId, answers: JSON.stringify(answers), requestKey: token(), ...more },
});

async function versionId(slug = FORM): Promise<string> {
  return (await asGuest('FormController.getForm', { storeCode: STORE, slug })).value.versionId;
}

const answersOf = (reference: string) =>
  org.query(
    `SELECT storehouse__Question__c, storehouse__Value__c FROM storehouse__Form_Answer__c WHERE storehouse__Submission__r.Name = '${reference}'`,
  );

describe('Forms that are misused', () => {
  it('take no file that is too large, of another type, not what its name says, or more than was announced', async () => {
    const file = {
      versionId: await versionId(),
      question: 'pictures',
      token: token(),
      name: 'a.png',
      size: 10,
      parts: 1,
    };
    const start = async (changes: Params) =>
      (
        await asGuest('FormFileController.startFile', {
          storeCode: STORE,
          file: { ...file, token: token(), ...changes },
        })
      ).code;
    assert.equal(await start({ size: 2_097_153, parts: 6 }), 'INVALID_INPUT', 'larger than the question takes');
    assert.equal(await start({ size: 9_000_000, parts: 23 }), 'INVALID_INPUT', 'larger than any');
    assert.equal(await start({ name: 'a.exe' }), 'INVALID_INPUT');
    assert.equal(await start({ name: 'a.svg' }), 'INVALID_INPUT');
    assert.equal(await start({ name: 'a.png.html' }), 'INVALID_INPUT');
    assert.equal(await start({ question: 'message' }), 'INVALID_INPUT', 'no question for files');
    assert.equal(await start({ versionId: '000000000000000AAA' }), 'FORM_CLOSED');
    assert.equal(await start({ token: 'mine' }), 'INVALID_INPUT');
    await asGuest('FormFileController.startFile', { storeCode: STORE, file });
    const part = async (content: Buffer, index = 0, storeCode = STORE) =>
      (
        await asGuest('FormFileController.sendPart', {
          storeCode,
          token: file.token,
          index,
          content: content.toString('base64'),
        })
      ).code;
    assert.equal(await part(Buffer.alloc(400_000)), 'INVALID_INPUT', 'more than was announced');
    assert.equal(await part(Buffer.from('MZ12345678')), 'INVALID_INPUT', 'a program that is called a picture');
    assert.equal(await part(Buffer.from('x'), 1), 'INVALID_INPUT', 'no such part');
    assert.equal(await part(Buffer.from('1234567890'), 0, other), 'INVALID_INPUT', 'sent to another store');
    const sent = await asGuest(
      'FormController.submit',
      submission(file.versionId, { ...TOPIC, pictures: [file.token] }),
    );
    assert.equal(sent.code, 'INVALID_INPUT', 'a file that is not whole answers nothing');
  });

  it('keep what nobody was asked out, and run nothing that somebody typed', () =>
    asVisitor(browser, async (page) => {
      const sent = await asGuest(
        'FormController.submit',
        submission(await versionId(), {
          ...TOPIC,
          message: [SCRIPT],
          orderNumber: ['00000001'],
          nobody: ['asked'],
          rating: ['9'],
        }),
      );
      assert.equal(sent.code, 'INVALID_INPUT', 'nine of five stars');
      const kept = await asGuest(
        'FormController.submit',
        submission(await versionId(), { ...TOPIC, message: [SCRIPT], orderNumber: ['00000001'], nobody: ['asked'] }),
      );
      assert.equal(kept.code, '');
      const { reference } = kept.value;
      const keys = (await answersOf(reference)).map((row: Record<string, string>) => row.storehouse__Question__c);
      assert.ok(!keys.includes('orderNumber'), 'hidden, whatever was sent');
      assert.ok(!keys.includes('nobody'));
      await signIn(page, `/lightning/n/Form_Submissions?c__text=${reference}`);
      await page.getByRole('button', { name: reference }).click();
      await hasText(page.locator('[data-answer="message"]'), /<script>window\.stolen=1<\/script>/);
      await hasCount(page.locator('[data-answer="message"] img'), 0);
      assert.equal(await page.evaluate(() => (globalThis as any).stolen), undefined);
    }));

  it('open to nobody else: other customers, guests with an Id, other stores', () =>
    asVisitor(browser, async (page) => {
      await signInAs(page, NORA);
      const sent = await asSignedIn(page, 'FormController.submit', submission(await versionId(), TOPIC));
      assert.equal(sent.code, '');
      const { reference, token: link } = sent.value;
      const [row] = await org.query(
        `SELECT Id, (SELECT Id FROM storehouse__Answers__r WHERE storehouse__Kind__c = 'consent') FROM storehouse__Form_Submission__c WHERE Name = '${reference}'`,
      );
      const consent = row.storehouse__Answers__r.records[0].Id;
      const named = { submissionId: row.Id };
      const tries: [string, Params][] = [
        ['FormController.resume', { storeCode: STORE, form: named }],
        ['FormController.submit', submission(await versionId(), TOPIC, named)],
        ['FormController.save', submission(await versionId(), TOPIC, { ...named, email: 'eve@example.com' })],
        ['FormConsentController.getProof', { storeCode: STORE, form: named }],
        ['FormConsentController.getProofFile', { storeCode: STORE, form: named }],
        ['FormConsentController.withdraw', { storeCode: STORE, form: named, answerId: consent, reason: 'Me' }],
      ];
      for (const [method, params] of tries) {
        assert.equal((await asGuest(method, params)).code, 'LINK_NOT_USABLE', `${method} by a guest`);
        const elsewhere = {
          ...params,
          storeCode: other,
          form: { ...(params.form as Params), submissionId: null, token: link },
        };
        assert.equal((await asGuest(method, elsewhere)).code, 'LINK_NOT_USABLE', `${method} in another store`);
        const guessed = { ...params, form: { ...(params.form as Params), submissionId: null, token: token() } };
        assert.equal((await asGuest(method, guessed)).code, 'LINK_NOT_USABLE', `${method} with a guessed link`);
      }
      await asVisitor(browser, async (eve) => {
        await signInAs(eve, JUNE);
        for (const [method, params] of tries)
          assert.equal(
            (await asSignedIn(eve, method, params)).code,
            'LINK_NOT_USABLE',
            `${method} by another customer`,
          );
        const listed = await asSignedIn(eve, 'FormController.getMyForms', { storeCode: STORE });
        assert.ok(!JSON.stringify(listed.value).includes(reference), 'not among hers');
      });
      assert.equal((await asGuest('FormController.getForm', { storeCode: other, slug: FORM })).value, null);
      const borrowed = submission(await versionId(), TOPIC);
      assert.equal((await asGuest('FormController.submit', { ...borrowed, storeCode: other })).code, 'FORM_CLOSED');
      assert.equal((await answersOf(reference)).length, 5, 'nothing has changed');
    }));

  it('are not those of staff of another store, nor of guests', async () => {
    const stranger = await room.hire('Seth', `Misuse-${RUN}`);
    await room.giveRole(stranger, other, 'Manager');
    const sent = await asGuest('FormController.submit', submission(await versionId(), TOPIC));
    const [row] = await org.query(
      `SELECT Id, storehouse__Form__c, (SELECT Id FROM storehouse__Answers__r WHERE storehouse__Kind__c = 'consent') FROM storehouse__Form_Submission__c WHERE Name = '${sent.value.reference}'`,
    );
    const [submissionId, formId] = [row.Id, row.storehouse__Form__c];
    const opened = await org.apex('FormAdminController.openForm', { formId });
    const doors: [string, Params][] = [
      ['FormSubmissionController.getSubmission', { submissionId }],
      ['FormProofController.getProof', { submissionId }],
      ['FormProofController.getProofFile', { submissionId }],
      [
        'FormProofController.withdraw',
        { submissionId, answerId: row.storehouse__Answers__r.records[0].Id, reason: '' },
      ],
      ['FormAdminController.openForm', { formId }],
      ['FormAdminController.saveForm', { draft: { ...opened, problems: undefined, mapped: undefined } }],
      ['FormAdminController.publishForm', { formId }],
      ['FormAdminController.copyForm', { formId }],
      ['FormAdminController.getImpact', { formId }],
      ['FormMappingController.getMapping', { formId }],
      ['FormMappingController.saveMapping', { mapping: { formId, targets: [] } }],
      ['FormMappingController.previewMapping', { mapping: { formId, targets: [] }, submissionId }],
    ];
    const theirs = await room.clientOf(stranger);
    for (const [method, params] of doors) {
      await assert.rejects(
        theirs.apex(method, params),
        /does not exist|may not|role/i,
        `${method} by staff of another store`,
      );
      const { code } = await asGuest(method, params);
      assert.notEqual(code, '', `${method} by a guest`);
    }
    const found = await theirs.apex('FormSubmissionController.getSubmissions', { query: { formId } });
    assert.equal(found.rows.length, 0);
    const exported = await theirs.apex('FormSubmissionController.exportAnswers', { query: { formId } });
    assert.equal(exported.rows.length, 0);
    assert.equal((await theirs.query('SELECT Id FROM storehouse__Form_Submission__c LIMIT 1')).length, 0);
    assert.equal((await answersOf(sent.value.reference)).length, 5, 'nothing has changed');
  });
});
