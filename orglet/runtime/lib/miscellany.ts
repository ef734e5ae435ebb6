/** System.Collator, System.OrgLimits, System.Formula, System.Domain: small classes of one purpose each. */
import { hooks } from '../hooks.js';
import { defineClass } from '../registry.js';
import type { SObjectValue } from '../sobject.js';
import { STRING, types } from '../types.js';
import { ApexList } from '../values/list.js';
import { ApexMap } from '../values/map.js';
import { StandardObject } from '../values/object.js';
import { need } from './args.js';
import { userLocaleTag } from './number-format.js';

class Collator extends StandardObject {
  private readonly collator = new Intl.Collator(userLocaleTag());
  compare(a: string | null, b: string | null): number {
    if (a === null || b === null) return a === b ? 0 : a === null ? -1 : 1;
    return this.collator.compare(a, b);
  }
}
defineClass('System.Collator', {
  instance: Collator,
  statics: { getinstance: () => new Collator() },
  methods: { compare: (self: Collator, a: string, b: string) => self.compare(a, b) },
});

class OrgLimit extends StandardObject {
  readonly name: string;
  readonly limit: number;
  constructor(name: string, limit: number) {
    super();
    this.name = name;
    this.limit = limit;
  }
}
/** Limits of a Developer Edition org. Orglet does not count against them. */
const ORG_LIMITS: [name: string, limit: number][] = [
  ['DailyApiRequests', 15_000],
  ['DailyAsyncApexExecutions', 250_000],
  ['DailyWorkflowEmails', 390],
  ['DataStorageMB', 5],
  ['FileStorageMB', 20],
  ['HourlyPublishedPlatformEvents', 50_000],
  ['MonthlyPlatformEvents', 10_000],
  ['SingleEmail', 15],
  ['MassEmail', 10],
];
const LIMIT = types.std('System.OrgLimit');
const orgLimits = () => ORG_LIMITS.map(([name, limit]) => new OrgLimit(name, limit));
defineClass('System.OrgLimit', {
  instance: OrgLimit,
  methods: {
    getlimit: (self: OrgLimit) => self.limit,
    getname: (self: OrgLimit) => self.name,
    getvalue: () => 0,
    tostring: (self: OrgLimit) => self.name,
  },
});
defineClass('System.OrgLimits', {
  statics: {
    getall: () => new ApexList(LIMIT, orgLimits()),
    getmap: () => {
      const map = new ApexMap(STRING, LIMIT);
      for (const limit of orgLimits()) map.put(limit.name, limit);
      return map;
    },
  },
});

class FormulaRecalcResult extends StandardObject {
  readonly record: SObjectValue;
  constructor(record: SObjectValue) {
    super();
    this.record = record;
  }
}
const FIELD_ERROR = types.std('System.FormulaRecalcFieldError');
defineClass('System.FormulaRecalcResult', {
  instance: FormulaRecalcResult,
  methods: {
    geterrors: () => new ApexList(FIELD_ERROR),
    getsobject: (self: FormulaRecalcResult) => self.record,
    issuccess: () => true,
  },
});
defineClass('System.Formula', {
  statics: {
    recalculateformulas: (records: ApexList) => {
      if (!hooks.records) throw new Error('No database is open');
      hooks.records.recalculateFormulas(need(records).a as SObjectValue[]);
      return new ApexList(
        types.std('System.FormulaRecalcResult'),
        records.a.map((record) => new FormulaRecalcResult(record)),
      );
    },
  },
});
