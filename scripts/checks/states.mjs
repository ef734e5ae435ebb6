// Holds that one place changes states (docs/adr/0016-lines-tenders-reversals.md): a status of an existing cart, order,
// payment or refund is written by StateMachine alone. New records may begin in a state.
import { readFileSync, readdirSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { root } from '../lib/setup.mjs';

const app = join(root, 'force-app');
/** Fields by object. */
const STATES = {
  Cart__c: ['Status__c'],
  Order: ['Fulfillment_Status__c', 'Payment_Status__c'],
  Payment__c: ['Status__c'],
  Webhook_Event__c: ['Status__c'],
  Refund__c: ['Status__c'],
  Refund_Part__c: ['Status__c'],
  Booking__c: ['Status__c'],
  Booking_Session__c: ['Status__c'],
  Booking_Waiting__c: ['Status__c'],
};
/** A summary of payments, not a machine of its own: written in one place, from the payments. */
const SUMMARIES = { Payment_Status__c: 'OrderGateway' };

/** A kind of tender carries what came of it on its row in memory, until that is inserted or the machine takes the step to it. */
const ANSWERS = /^PaymentAnswer$|Tender$/;

function* classes(dir) {
  for (const entry of readdirSync(dir, { withFileTypes: true })) {
    const path = join(dir, entry.name);
    if (entry.isDirectory()) yield* entry.name === 'tests' ? [] : classes(path);
    else if (/\.(cls|trigger)$/.test(path)) yield path;
  }
}

/** The source with comments and texts blanked out, position for position. */
const codeOf = (source) =>
  source.replace(/\/\*[^]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'/g, (text) => text.replace(/[^\n]/g, ' '));

/** What stands between the bracket at the position and its partner. */
function inBrackets(code, start) {
  let depth = 0;
  for (let at = start; at < code.length; at++) {
    if (code[at] === '(') depth++;
    if (code[at] === ')' && --depth === 0) return code.slice(start, at);
  }
  return code.slice(start);
}

/** Type of a variable, by its nearest declaration before the position; null when it is no SObject with states. */
function typeOf(code, variable, position) {
  const declared = [...code.slice(0, position).matchAll(new RegExp(`\\b(\\w+)\\s+${variable}\\s*[=;:,)]`, 'gi'))];
  return declared.at(-1)?.[1] ?? null;
}

const problems = [];
for (const path of classes(app)) {
  const name = basename(path).replace(/\.\w+$/, '');
  const code = codeOf(readFileSync(path, 'utf8'));
  const report = (index, field) => {
    if (name === 'StateMachine' || SUMMARIES[field] === name || ANSWERS.test(name)) return;
    const line = code.slice(0, index).split('\n').length;
    problems.push(`${relative(root, path)}:${line}: writes ${field}; take a Transition`);
  };
  for (const [object, fields] of Object.entries(STATES)) {
    for (const { 0: text, index } of code.matchAll(new RegExp(`\\bnew\\s+${object}\\s*\\(`, 'gi'))) {
      const values = inBrackets(code, index + text.length - 1);
      if (!/[(,]\s*Id\s*=/i.test(values)) continue;
      for (const field of fields) if (new RegExp(`[(,]\\s*${field}\\s*=`, 'i').test(values)) report(index, field);
    }
    for (const field of fields) {
      for (const { 1: variable, index } of code.matchAll(new RegExp(`\\b(\\w+)\\.${field}\\s*=(?![=])`, 'gi')))
        if (typeOf(code, variable, index)?.toLowerCase() === object.toLowerCase()) report(index, field);
      for (const { index } of code.matchAll(new RegExp(`\\bput\\(\\s*${object}\\.${field}\\b`, 'gi')))
        report(index, field);
    }
  }
}
[...new Set(problems)].forEach((problem) => console.log(problem));
process.exitCode = problems.length ? 1 : 0;
