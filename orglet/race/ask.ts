/** How a thread asks: it waits, and nothing else happens in it, until it is answered. */
import { receiveMessageOnPort, type MessagePort } from 'node:worker_threads';
import type { Answer, Question } from './messages.js';

export function ask(port: MessagePort, signal: Int32Array, question: Question): Answer {
  Atomics.store(signal, 0, 0);
  port.postMessage(question);
  // A thread may be woken by the end of the answer before.
  while (Atomics.load(signal, 0) === 0) Atomics.wait(signal, 0, 0);
  return (receiveMessageOnPort(port) as { message: Answer }).message;
}
