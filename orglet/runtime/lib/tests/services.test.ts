// Sources: Apex Reference Guide (Crypto, EncodingUtil, Url, PageReference, Assert, Id, Limits, Exception classes); RFC 4231, FIPS 180.
import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { test } from 'node:test';
import { tx } from '../../transaction.js';
import { ApexBlob, text } from '../../values.js';
import { apexType } from '../type.js';
import { types } from '../../types.js';
import { apexError, asUser, call, make, stat, strings } from './helpers.js';

const blob = (value: string) => ApexBlob.fromText(value);
const hex = (value: ApexBlob) => stat('System.EncodingUtil', 'convertToHex', value) as string;

test('digests and message codes', () => {
  assert.equal(
    hex(stat('System.Crypto', 'generateDigest', 'SHA-256', blob('abc'))),
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
  assert.equal(
    hex(stat('System.Crypto', 'generateMac', 'hmacSHA256', blob('what do ya want for nothing?'), blob('Jefe'))),
    '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
  );
  assert.throws(
    () => stat('System.Crypto', 'generateDigest', 'SHA0', blob('')),
    apexError('InvalidParameterValueException', /.*/),
  );
});

test('what is encrypted with a managed vector can be read again, with another key not', () => {
  const key = stat('System.Crypto', 'generateAesKey', 256);
  const sealed = stat('System.Crypto', 'encryptWithManagedIV', 'AES256', key, blob('secret'));
  assert.equal(
    call('System.Blob', 'toString', stat('System.Crypto', 'decryptWithManagedIV', 'AES256', key, sealed)),
    'secret',
  );
  assert.throws(
    () => stat('System.Crypto', 'encrypt', 'AES128', key, blob('1234567890123456'), blob('x')),
    apexError('InvalidParameterValueException', 'Invalid private key. Must be 16 bytes.'),
  );
});

test('signatures verify', () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 1024 });
  const signature = stat(
    'System.Crypto',
    'sign',
    'RSA-SHA256',
    blob('x'),
    new ApexBlob(privateKey.export({ format: 'der', type: 'pkcs8' })),
  );
  const key = new ApexBlob(publicKey.export({ format: 'der', type: 'spki' }));
  assert.equal(stat('System.Crypto', 'verify', 'RSA-SHA256', blob('x'), signature, key), true);
  assert.equal(stat('System.Crypto', 'verify', 'RSA-SHA256', blob('y'), signature, key), false);
});

test('URL encoding follows java.net.URLEncoder', () => {
  assert.equal(stat('System.EncodingUtil', 'urlEncode', 'a b&é*~', 'UTF-8'), 'a+b%26%C3%A9*%7E');
  assert.equal(stat('System.EncodingUtil', 'urlDecode', 'a+b%26%C3%A9', 'UTF-8'), 'a b&é');
});

test('Url gives its parts', () => {
  const url = make('System.Url', 'https://ada@example.com:8443/a/b?x=1#top');
  const U = (method: string) => call('System.Url', method, url);
  assert.deepEqual(
    [
      'getProtocol',
      'getHost',
      'getPort',
      'getPath',
      'getQuery',
      'getFile',
      'getRef',
      'getUserInfo',
      'getDefaultPort',
    ].map(U),
    ['https', 'example.com', 8443, '/a/b', 'x=1', '/a/b?x=1', 'top', 'ada', 443],
  );
  assert.equal(text(make('System.Url', url, 'c')), 'https://ada@example.com:8443/a/c');
  assert.throws(() => make('System.Url', 'nonsense'), apexError('StringException', 'no protocol: nonsense'));
});

test('a page reference keeps parameters', () => {
  const page = make('System.PageReference', '/apex/Foo?a=1');
  call('System.PageReference', 'getParameters', page).put('b', 'x y');
  assert.equal(call('System.PageReference', 'getUrl', page), '/apex/Foo?a=1&b=x+y');
});

test('Ids have a checksum that restores their case', () => {
  assert.equal(stat('System.Id', 'valueOf', '001D000000IRt53'), '001D000000IRt53IAD');
  assert.equal(stat('System.Id', 'valueOf', '001d000000irt53iad'), '001D000000IRt53IAD');
  assert.equal(call('System.Id', 'to15', '001D000000IRt53IAD'), '001D000000IRt53');
  assert.throws(() => stat('System.Id', 'valueOf', 'abc'), apexError('StringException', 'Invalid id: abc'));
});

test('assertions tell what they expected', () => {
  const fails = (message: string, method: string, ...args: unknown[]) =>
    assert.throws(() => stat('System.Assert', method, ...args), apexError('AssertException', message));
  fails('Assertion Failed: Expected: 1, Actual: 2', 'areEqual', 1, 2);
  fails('Assertion Failed: why: Expected: a, Actual: A', 'areEqual', 'a', 'A', 'why');
  fails('Assertion Failed: Same value: x', 'areNotEqual', 'x', 'x');
  fails('Assertion Failed: why', 'fail', 'why');
  stat('System.Assert', 'areEqual', strings('a'), strings('a'));
  stat('System.Assert', 'isInstanceOfType', 'x', apexType(types.prim('String')));
  assert.throws(
    () => stat('System.System', 'assert', false, 'no'),
    apexError('AssertException', 'Assertion Failed: no'),
  );
});

test('limits count and stop', () => {
  asUser(() => {
    tx().limits.count('queries', 100);
    assert.equal(stat('System.Limits', 'getQueries'), 100);
    assert.equal(stat('System.Limits', 'getLimitQueries'), 100);
    assert.throws(() => tx().limits.count('queries'), apexError('LimitException', 'Too many SOQL queries: 101'));
  });
  asUser(() => assert.equal(stat('System.Limits', 'getLimitQueries'), 200), {}, true);
});

test('exceptions carry message and cause', () => {
  const cause = make('System.MathException', 'inner');
  const error = make('System.IllegalArgumentException', 'outer', cause);
  const E = (method: string) => call('System.Exception', method, error);
  assert.deepEqual(
    [E('getMessage'), E('getTypeName'), E('getCause')],
    ['outer', 'System.IllegalArgumentException', cause],
  );
  assert.equal(text(error), 'System.IllegalArgumentException: outer');
  assert.equal(call('System.Exception', 'getMessage', make('System.DmlException')), 'Script-thrown exception');
});

test('types are found by name', () => {
  const name = (text: string) => stat('System.Type', 'forName', text)?.desc.name ?? null;
  assert.deepEqual(['string', 'List<Integer>', 'Map<String, List<Date>>', 'HttpRequest', 'Nonsense'].map(name), [
    'String',
    'List<Integer>',
    'Map<String,List<Date>>',
    'System.HttpRequest',
    null,
  ]);
  assert.equal(stat('System.Type', 'forName', 'String'), apexType(types.prim('String')));
});

test('HTTP headers ignore case', () => {
  const request = make('System.HttpRequest');
  call('System.HttpRequest', 'setHeader', request, 'Content-Type', 'text/plain');
  assert.equal(call('System.HttpRequest', 'getHeader', request, 'content-type'), 'text/plain');
  call('System.HttpRequest', 'setBody', request, 'é');
  assert.equal(call('System.HttpRequest', 'getBodyAsBlob', request).bytes.length, 2);
});

test('XML documents are read, changed and written', () => {
  const document = make('Dom.Document');
  call('Dom.Document', 'load', document, '<a xmlns="urn:x"><b k="1">t&amp;u</b><!--c--></a>');
  const root = call('Dom.Document', 'getRootElement', document);
  const child = call('Dom.XmlNode', 'getChildElement', root, 'b', 'urn:x');
  assert.deepEqual(
    [call('Dom.XmlNode', 'getText', child), call('Dom.XmlNode', 'getAttributeValue', child, 'k', null)],
    ['t&u', '1'],
  );
  call('Dom.XmlNode', 'addTextNode', call('Dom.XmlNode', 'addChildElement', root, 'd', 'urn:x', null), '<');
  assert.equal(
    call('Dom.Document', 'toXmlString', document),
    '<?xml version="1.0" encoding="UTF-8"?><a xmlns="urn:x"><b k="1">t&amp;u</b><!--c--><d>&lt;</d></a>',
  );
  assert.throws(
    () => call('Dom.Document', 'load', document, '<a><b></a>'),
    apexError('XmlException', /must be terminated/),
  );
});

test('XML streams are written', () => {
  const writer = make('System.XmlStreamWriter');
  const W = (method: string, ...args: unknown[]) => call('System.XmlStreamWriter', method, writer, ...args);
  W('writeStartDocument', null, '1.0');
  W('writeStartElement', null, 'a', null);
  W('writeAttribute', null, null, 'k', '"');
  W('writeEmptyElement', null, 'b', null);
  W('writeCharacters', '<');
  W('writeEndElement');
  assert.equal(W('getXmlString'), '<?xml version="1.0"?><a k="&quot;"><b/>&lt;</a>');
});
