import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readProject } from '../build/project.js';
import { apexTypes } from '../types/apex-types.js';
import { makeProject, shopFiles } from './project-fixture.js';

function typesOf(source: string) {
  return apexTypes(readProject(makeProject({ ...shopFiles(), 'app/main/classes/ShopController.cls': source })));
}

describe('types of Apex methods', () => {
  it('declare parameters and the enabled members of what is returned', () => {
    const { text, methods } = typesOf(`public with sharing class ShopController {
      public class Item { @AuraEnabled public String name; @AuraEnabled public Decimal price { get; set; } public String secret; }
      public enum Kind { GOODS, GIFT }
      @AuraEnabled(cacheable=true) public static List<Item> find(String text, Map<String, Integer> counts) { return null; }
      @AuraEnabled public static Kind kind(Id productId) { return null; }
      public static void hidden() {}
    }`);
    assert.equal(methods, 2);
    assert.match(text, /declare module '@salesforce\/apex\/ShopController\.find'/);
    assert.match(text, /text\?: Apex\.Input<Apex\.Text>; counts\?: Apex\.Input<Record<string, number>>/);
    assert.match(text, /Apex\.ShopController\.Item\[\]>/);
    assert.match(text, /interface Item { name: Apex\.Text; price: number }/);
    assert.match(text, /type Kind = 'GOODS' \| 'GIFT'/);
    assert.doesNotMatch(text, /secret|hidden/);
  });

  it('name the file of a class that does not parse', () => {
    assert.throws(() => typesOf('public class ShopController { @AuraEnabled public static }'), /ShopController\.cls:1/);
  });
});
