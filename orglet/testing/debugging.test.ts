/** A debugger that is attached to the process stops in Apex where its breakpoint was set. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { Org } from '../org/org.js';
import { writeProject } from '../org/test-project.js';
import { runTestClass } from './run-class.js';

const CLASSES = {
  Maths: `public class Maths {
  public static Integer half(Integer n) {
    Integer result = n / 2;
    return result;
  }
}`,
  MathsTest: `@IsTest private class MathsTest {
  @IsTest static void halves() {
    Assert.areEqual(2, Maths.half(4));
  }
}`,
};

/** The debugger: sets a breakpoint, tells where the main thread paused and what it saw there, and lets it go on. */
const DEBUGGER = `
  const { Session } = require('node:inspector');
  const { parentPort, workerData } = require('node:worker_threads');
  // A listener keeps the thread alive; an inspector session does not.
  parentPort.on('message', () => undefined);
  const session = new Session();
  session.connectToMainThread();
  const post = (method, params) => new Promise((resolve, reject) =>
    session.post(method, params, (error, result) => (error ? reject(error) : resolve(result))));
  const scripts = new Map();
  session.on('Debugger.scriptParsed', ({ params }) => scripts.set(params.scriptId, params.url));
  session.on('Debugger.paused', async ({ params: { callFrames: [frame, caller] } }) => {
    const { result } = await post('Debugger.evaluateOnCallFrame', {
      callFrameId: frame.callFrameId,
      expression: 'n_0',
    });
    parentPort.postMessage({ url: scripts.get(frame.location.scriptId), line: frame.location.lineNumber + 1, callerLine: caller.location.lineNumber + 1, argument: result.value });
    await post('Debugger.resume');
  });
  (async () => {
    await post('Debugger.enable');
    await post('Debugger.setBreakpointByUrl', { url: workerData.url, lineNumber: workerData.line - 1 });
    parentPort.postMessage('ready');
  })();
`;

test('a breakpoint by file and line of a class is hit, with the values there', async () => {
  const projectDir = writeProject({ classes: CLASSES });
  const url = pathToFileURL(join(projectDir, 'force-app', 'classes', 'Maths.cls')).href;
  const worker = new Worker(DEBUGGER, { eval: true, workerData: { url, line: 4 } });
  const message = () => new Promise<unknown>((resolve) => worker.once('message', resolve));
  try {
    assert.equal(await message(), 'ready');
    const org = Org.open({ projectDir, database: ':memory:' });
    const paused = message();
    const [result] = runTestClass(org, 'MathsTest', ['halves']);
    org.close();
    assert.equal(result.outcome, 'pass');
    assert.deepEqual(await paused, { url, line: 4, callerLine: 3, argument: 4 });
  } finally {
    await worker.terminate();
  }
});
