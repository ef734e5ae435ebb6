import assert from 'node:assert/strict';
import test from 'node:test';
import { program } from './harness.js';

test('a class with a static method, strings, lists and loops runs', () => {
  const { call, problems } = program(`
    public class Greeter {
      public static String greet(List<String> names) {
        String result = '';
        for (Integer i = 0; i < names.size(); i++) {
          if (i > 0) result += ', ';
          result += names[i].toUpperCase();
        }
        return 'Hello ' + result + '!';
      }
      public static String run() {
        return greet(new List<String>{ 'Ada', 'Bob' });
      }
    }`);
  assert.deepEqual(problems, []);
  assert.equal(call('Greeter', 'run'), 'Hello ADA, BOB!');
});
