// Source: Apex Reference Guide (JSON, JSONGenerator, JSONParser classes); layout of Jackson's DefaultPrettyPrinter.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DATE, DATETIME, INTEGER, OBJECT, STRING, types, type TypeDesc } from '../../types.js';
import { ApexBlob, ApexDate, ApexDatetime, ApexDecimal, ApexDouble, ApexTime, text } from '../../values.js';
import { ApexList } from '../../values/list.js';
import { ApexMap } from '../../values/map.js';
import { apexType } from '../type.js';
import { apexError, call, decimal, stat, strings } from './helpers.js';

const serialize = (value: unknown) => stat('System.JSON', 'serialize', value) as string;
const read = (json: string, type: TypeDesc) => stat('System.JSON', 'deserialize', json, apexType(type));
const untyped = (json: string) => stat('System.JSON', 'deserializeUntyped', json);
const map = (...entries: [string, unknown][]) => {
  const result = new ApexMap(STRING, OBJECT);
  for (const [key, value] of entries) result.put(key, value);
  return result;
};

test('writes every kind of value', () => {
  assert.equal(serialize(null), 'null');
  assert.equal(serialize('a"b\n\u2028/é'), '"a\\"b\\n\u2028/é"');
  assert.equal(
    serialize(new ApexList(OBJECT, [1, 2n, decimal('1.50'), new ApexDouble(2), true, null])),
    '[1,2,1.50,2.0,true,null]',
  );
  assert.equal(serialize(new ApexDate(0)), '"1970-01-01"');
  assert.equal(serialize(new ApexDatetime(1)), '"1970-01-01T00:00:00.001Z"');
  assert.equal(serialize(new ApexTime(0)), '"00:00:00.000Z"');
  assert.equal(serialize(ApexBlob.fromText('hi')), '"aGk="');
  assert.equal(serialize(map(['a', map()], ['b', strings()])), '{"a":{},"b":[]}');
});

test('pretty printing follows Jackson', () => {
  const value = map(['a', 1], ['b', strings('x', 'y')], ['c', map(['d', null])], ['e', strings()], ['f', map()]);
  assert.equal(
    stat('System.JSON', 'serializePretty', value),
    '{\n  "a" : 1,\n  "b" : [ "x", "y" ],\n  "c" : {\n    "d" : null\n  },\n  "e" : [ ],\n  "f" : { }\n}',
  );
});

test('untyped values have the narrowest numeric type', () => {
  const list = untyped('[1, 3000000000, 1.50, "s", true, null, {"k": []}]') as ApexList;
  assert.equal(list.a[0], 1);
  assert.equal(list.a[1], 3000000000n);
  assert.ok(list.a[2] instanceof ApexDecimal);
  assert.equal(String(list.a[2]), '1.50');
  assert.equal(text(list.a[6]), '{k=()}');
});

test('typed values are converted', () => {
  assert.deepEqual(read('["1", 2]', types.list(INTEGER)).a, [1, 2]);
  assert.equal(text(read('{"1":"a"}', types.map(INTEGER, STRING))), '{1=a}');
  assert.equal(read('"2024-02-29"', DATE).days, 19782);
  assert.equal(read('"2024-02-29T12:00:00+01:00"', DATETIME).ms, Date.UTC(2024, 1, 29, 11));
  assert.equal(read('12', STRING), '12');
  assert.equal(read('"aGk="', types.prim('Blob')).bytes.length, 2);
});

test('malformed text and wrong shapes throw JSONException', () => {
  assert.throws(
    () => untyped('{"a":x}'),
    apexError('JSONException', /Unrecognized token 'x'.*at input location \[1,6\]/),
  );
  assert.throws(() => untyped('[1,2'), apexError('JSONException', /Unexpected end-of-input/));
  assert.throws(() => untyped(''), apexError('JSONException', /No content to map to Object due to end of input/));
  assert.throws(
    () => read('{}', types.list(STRING)),
    apexError('JSONException', "Malformed JSON: Expected '[' at the beginning of List/Set"),
  );
  assert.throws(() => read('"x"', INTEGER), apexError('JSONException', 'Illegal value for primitive: x'));
});

test('the generator writes what it is told', () => {
  const generator = stat('System.JSON', 'createGenerator', false);
  const G = (method: string, ...args: unknown[]) => call('System.JSONGenerator', method, generator, ...args);
  G('writeStartObject');
  G('writeStringField', 'a', 'x');
  G('writeFieldName', 'b');
  G('writeStartArray');
  G('writeNumber', 1);
  G('writeNull');
  G('writeEndArray');
  G('writeObjectField', 'c', strings('y'));
  G('writeEndObject');
  assert.equal(G('getAsString'), '{"a":"x","b":[1,null],"c":["y"]}');
  G('close');
  assert.equal(G('isClosed'), true);
});

test('the parser walks tokens and reads values in place', () => {
  const parser = stat('System.JSON', 'createParser', '{"a":1,"b":[1,2],"c":{"d":true},"e":"z"}');
  const P = (method: string, ...args: unknown[]) => call('System.JSONParser', method, parser, ...args);
  const next = () => P('nextToken')?.name;
  assert.deepEqual(
    [next(), next(), P('getText'), next(), P('getIntegerValue'), P('getCurrentName')],
    ['START_OBJECT', 'FIELD_NAME', 'a', 'VALUE_NUMBER_INT', 1, 'a'],
  );
  assert.deepEqual([next(), next()], ['FIELD_NAME', 'START_ARRAY']);
  assert.deepEqual(P('readValueAs', apexType(types.list(INTEGER))).a, [1, 2]);
  assert.deepEqual([next(), P('getCurrentName'), next()], ['FIELD_NAME', 'c', 'START_OBJECT']);
  P('skipChildren');
  assert.equal(P('getCurrentToken').name, 'END_OBJECT');
  assert.deepEqual(
    [next(), next(), P('getText'), P('getCurrentName'), next(), next()],
    ['FIELD_NAME', 'VALUE_STRING', 'z', 'e', 'END_OBJECT', undefined],
  );
});
