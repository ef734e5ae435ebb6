import assert from 'node:assert/strict';
import test from 'node:test';
import { program, run } from './harness.js';

/** Calls `Main.run` of the sources, which must compile without problems. */
function result(...sources: string[]): unknown {
  const { call, problems } = program(...sources);
  assert.deepEqual(problems, []);
  return call('Main', 'run');
}

test('methods are chosen by the object and the argument types', () => {
  const value = result(
    `public virtual class Animal {
      public virtual String name() { return 'animal'; }
      public String speak() { return name() + ' speaks'; }
    }`,
    `public class Dog extends Animal {
      public override String name() { return 'dog/' + super.name(); }
    }`,
    `public class Main {
      static String kind(Object o) { return 'object'; }
      static String kind(Integer i) { return 'integer'; }
      static String kind(Long l) { return 'long'; }
      static String kind(List<String> l) { return 'strings'; }
      public static String run() {
        Animal a = new Dog();
        return a.speak() + ',' + kind(1) + ',' + kind(1L) + ',' + kind(1.5) + ',' + kind(new List<String>());
      }
    }`,
  );
  assert.equal(value, 'dog/animal speaks,integer,long,object,strings');
});

test('private methods are not overridden by those of subclasses', () => {
  const value = result(
    `public virtual class Base { private String who() { return 'base'; } public String ask() { return who(); } }`,
    `public class Sub extends Base { private String who() { return 'sub'; } public String askSub() { return who(); } }`,
    `public class Main { public static String run() { Sub s = new Sub(); return s.ask() + s.askSub(); } }`,
  );
  assert.equal(value, 'basesub');
});

test('initialisers run before constructors, those of the parent first', () => {
  const value = result(
    `public virtual class Base {
      public List<String> log = new List<String>{ 'base field' };
      public Base(String s) { log.add('base constructor ' + s); hook(); }
      public virtual void hook() {}
    }`,
    `public class Sub extends Base {
      private List<String> own = new List<String>{ 'sub field' };
      { log.add('sub block'); }
      public Sub() { this('x'); log.add('sub constructor'); }
      public Sub(String s) { super(s); log.add('sub ' + s); }
      public override void hook() { log.addAll(own); }
    }`,
    `public class Main { public static String run() { return String.join(new Sub().log, '; '); } }`,
  );
  assert.equal(value, 'base field; sub block; base constructor x; sub field; sub x; sub constructor');
});

test('statics are initialised at first use, in order, once per transaction', () => {
  const { code, call } = program(
    `public class Counter {
      public static Integer value = 1;
      public static Integer twice = value * 2;
      static { twice++; }
      public static Integer next() { value++; return value * 100 + twice; }
    }`,
    `public class Main { public static Integer run() { Counter.next(); return Counter.next(); } }`,
  );
  assert.equal(call('Main', 'run'), 303);
  assert.equal(call('Main', 'run'), 303, 'a new transaction has fresh statics');
  const field = code.types.get('counter')!.findField('value')!;
  run(() => {
    field.set(null, 7);
    const outer = code.freshStatics();
    assert.equal(field.get(null), 1);
    code.restoreStatics(outer);
    assert.equal(field.get(null), 7);
  });
});

test('properties, with and without accessors', () => {
  const value = result(
    `public class Box {
      public Integer plain { get; set; }
      public Integer doubled { get { return plain * 2; } }
      public String lazy { get { if (lazy == null) lazy = 'made'; return lazy; } private set; }
      public static Integer count { get { return count == null ? 0 : count; } set { count = value + 1; } }
    }`,
    `public class Main {
      public static String run() {
        Box b = new Box();
        b.plain = 4;
        b.plain += 1;
        Box.count = 3;
        Box.count++;
        return b.doubled + b.lazy + Box.count;
      }
    }`,
  );
  assert.equal(value, '10made6');
});

test('interfaces, abstract classes, inner types and enums', () => {
  const value = result(
    `public class Main {
      public interface Shape { Decimal area(); }
      public enum Size { SMALL, LARGE }
      public abstract class Named { public abstract String name(); public String hello() { return 'I am ' + name(); } }
      public class Square extends Named implements Shape {
        private final Decimal side;
        public Square(Decimal side) { this.side = side; }
        public Decimal area() { return side * side; }
        public override String name() { return 'square'; }
      }
      public static String run() {
        Shape s = new Square(3);
        Named n = (Named) s;
        Size z = Size.valueOf('large');
        return s.area() + ',' + n.hello() + ',' + (s instanceof Named) + ',' + z + z.ordinal() + Size.values().size();
      }
    }`,
  );
  assert.equal(value, '9,I am square,true,LARGE12');
});

test('exceptions: constructors, catch by type, cause, finally', () => {
  const value = result(
    `public class Main {
      public virtual class AppException extends Exception {}
      public class CodeException extends AppException {
        public Integer code;
        public CodeException(Integer code) { this('code ' + code); this.code = code; }
      }
      static List<String> log = new List<String>();
      static Integer attempt(Integer n) {
        try {
          if (n == 0) throw new CodeException(42);
          if (n == 1) { String s; s.length(); }
          if (n == 2) throw new AppException('outer', new AppException('inner'));
          if (n == 3) return Integer.valueOf('x');
          return n;
        } catch (CodeException e) {
          log.add(e.getMessage() + '/' + e.code);
        } catch (AppException e) {
          log.add(e.getTypeName() + ':' + e.getMessage() + '<' + e.getCause().getMessage());
        } catch (NullPointerException e) {
          log.add('null at line ' + e.getLineNumber());
        } catch (Exception e) {
          log.add(e.getTypeName());
        } finally {
          log.add('f');
        }
        return -1;
      }
      public static String run() {
        for (Integer i = 0; i < 5; i++) attempt(i);
        return String.join(log, ' ');
      }
    }`,
  );
  assert.equal(value, 'code 42/42 f null at line 11 f Main.AppException:outer<inner f System.TypeException f f');
});

test('a stack trace names classes, methods and lines', () => {
  const value = result(
    `public class Main {
      public class Inner {
        public void fail() {
          throw new IllegalArgumentException('no');
        }
      }
      static void middle() {
        new Inner().fail();
      }
      public static String run() {
        try {
          middle();
        } catch (Exception e) {
          return e.getStackTraceString();
        }
        return null;
      }
    }`,
  );
  assert.equal(
    value,
    'Class.Main.Inner.fail: line 4, column 1\nClass.Main.middle: line 8, column 1\nClass.Main.run: line 12, column 1',
  );
});

test('failed assertions and limit exceptions pass catch clauses', () => {
  const { call } = program(
    `public class Main {
      public static String run() { try { System.assert(false, 'no'); } catch (Exception e) { return 'caught'; } return 'none'; }
      public static String deep() { try { return deep(); } catch (Exception e) { return 'caught'; } }
    }`,
  );
  assert.throws(() => call('Main', 'run'), /System\.AssertException: Assertion Failed/);
  assert.throws(() => call('Main', 'deep'), /System\.LimitException: Maximum stack depth reached/);
});

test('library interfaces call project classes', () => {
  const value = result(
    `public class Person implements Comparable {
      public String name; public Integer age;
      public Person(String name, Integer age) { this.name = name; this.age = age; }
      public Integer compareTo(Object o) { return age - ((Person) o).age; }
      public override String toString() { return name; }
    }`,
    `public class ByName implements Comparator<Person> {
      public Integer compare(Person a, Person b) { return a.name.compareTo(b.name); }
    }`,
    `public class Countdown implements Iterator<Integer>, Iterable<Integer> {
      Integer n = 3;
      public Boolean hasNext() { return n > 0; }
      public Integer next() { return n--; }
      public Iterator<Integer> iterator() { return this; }
    }`,
    `public class Main {
      public static String run() {
        List<Person> people = new List<Person>{ new Person('Zoe', 20), new Person('Bob', 30), new Person('Ann', 25) };
        people.sort();
        String byAge = String.valueOf(people);
        people.sort(new ByName());
        Integer sum = 0;
        for (Integer i : new Countdown()) sum += i;
        return byAge + people + sum;
      }
    }`,
  );
  assert.equal(value, '(Zoe, Ann, Bob)(Ann, Bob, Zoe)6');
});

test('equals and hashCode of project classes hold in collections and for ==', () => {
  const value = result(
    `public class Key {
      Integer n;
      public Key(Integer n) { this.n = n; }
      public Boolean equals(Object o) { return o instanceof Key && ((Key) o).n == n; }
      public Integer hashCode() { return n; }
    }`,
    `public class Main {
      public static String run() {
        Map<Key, String> m = new Map<Key, String>{ new Key(1) => 'one' };
        return m.get(new Key(1)) + (new Key(2) == new Key(2)) + (new Key(2) === new Key(2)) + new Set<Key>{ new Key(3), new Key(3) }.size();
      }
    }`,
  );
  assert.equal(value, 'onetruefalse1');
});

test('Type.forName creates objects', () => {
  const value = result(
    `public class Widget { public String label = 'made'; }`,
    `public class Main {
      public static String run() {
        Widget w = (Widget) Type.forName('Widget').newInstance();
        return w.label + Widget.class.getName();
      }
    }`,
  );
  assert.equal(value, 'madeWidget');
});
