/**
 * `Invocable.Action`: an invocable action by its name, and what it gives back. Actions themselves (flows, e-mail alerts, …)
 * do not run here; tests make results from JSON.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_class_Invocable_Action.htm
 */
import { raiseUnsupported } from '../errors.js';
import { defineClass } from '../registry.js';
import { OBJECT, STRING, types } from '../types.js';
import { ApexList } from '../values/list.js';
import { ApexMap } from '../values/map.js';
import { StandardObject } from '../values/object.js';

class Action extends StandardObject {
  readonly type: string;
  readonly name: string;
  readonly namespace: string | null;
  readonly standard: boolean;
  invocations: ApexMap[] = [new ApexMap(STRING, OBJECT)];
  constructor(type: string, name: string, namespace: string | null, standard: boolean) {
    super();
    this.type = type;
    this.name = name;
    this.namespace = namespace;
    this.standard = standard;
  }

  jsonMembers(): [string, unknown][] {
    return [
      ['type', this.type],
      ['name', this.name],
      ['namespace', this.namespace],
    ];
  }
}

class ActionError extends StandardObject {
  readonly code: string | null;
  readonly message: string | null;
  constructor(code: string | null, message: string | null) {
    super();
    this.code = code;
    this.message = message;
  }

  jsonMembers(): [string, unknown][] {
    return [
      ['code', this.code],
      ['message', this.message],
    ];
  }
}

interface ActionJson {
  type?: string;
  name?: string;
  namespace?: string | null;
}

interface ResultJson {
  action?: ActionJson | null;
  errors?: { code?: string; message?: string }[] | null;
  success?: boolean;
  outputParameters?: Record<string, unknown> | null;
}

class ActionResult extends StandardObject {
  readonly action: Action | null;
  readonly errors: ApexList;
  readonly success: boolean;
  readonly inputs = new ApexMap(STRING, OBJECT);
  readonly outputs = new ApexMap(STRING, OBJECT);
  constructor({ action, errors, success, outputParameters }: ResultJson) {
    super();
    this.action = action ? new Action(action.type ?? '', action.name ?? '', action.namespace ?? null, false) : null;
    this.errors = new ApexList(types.std('Invocable.Action.Error'), (errors ?? []).map(errorOf));
    this.success = success === true;
    for (const [name, value] of Object.entries(outputParameters ?? {})) this.outputs.put(name, value);
  }
}

const errorOf = ({ code, message }: { code?: string; message?: string }) =>
  new ActionError(code ?? null, message ?? null);

defineClass('Invocable.Action', {
  instance: Action,
  statics: {
    createcustomaction: (type: string, first: string, second?: string) =>
      second === undefined ? new Action(type, first, null, false) : new Action(type, second, first, false),
    createstandardaction: (type: string) => new Action(type, type, null, true),
  },
  methods: {
    getname: (self: Action) => self.name,
    getnamespace: (self: Action) => self.namespace,
    gettype: (self: Action) => self.type,
    isstandard: (self: Action) => self.standard,
    addinvocation: (self: Action) => {
      self.invocations.push(new ApexMap(STRING, OBJECT));
      return self;
    },
    clearinvocations: (self: Action) => {
      self.invocations = [new ApexMap(STRING, OBJECT)];
      return self;
    },
    setinvocationparameter: (self: Action, name: string, value: unknown) => {
      self.invocations[self.invocations.length - 1]!.put(name, value);
      return self;
    },
    invoke: (self: Action) => raiseUnsupported(`action ${self.type} ${self.name}`),
  },
});

defineClass('Invocable.Action.Error', {
  instance: ActionError,
  fromJson: errorOf,
  methods: {
    getcode: (self: ActionError) => self.code,
    getmessage: (self: ActionError) => self.message,
  },
});

defineClass('Invocable.Action.Result', {
  instance: ActionResult,
  fromJson: (json: ResultJson) => new ActionResult(json),
  methods: {
    getaction: (self: ActionResult) => self.action,
    geterrors: (self: ActionResult) => self.errors,
    getinvocationparameters: (self: ActionResult) => self.inputs,
    getoutputparameters: (self: ActionResult) => self.outputs,
    issuccess: (self: ActionResult) => self.success,
  },
});
