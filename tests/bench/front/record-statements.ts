import { appendFileSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import type { Statement } from './statement';

/** Preloaded into a server: writes each of its database reads to the file STATEMENTS, one per line. */

const file = process.env['STATEMENTS'] ?? '';
const raw = new WeakSet<Sqlite.Statement>();
const methods: unknown = Object.getPrototypeOf(new Sqlite(':memory:').prepare('select 1'));

function replace(name: string, record: (statement: Sqlite.Statement, values: unknown[]) => void) {
  if (typeof methods !== 'object' || methods === null) throw new Error('Statements have no class.');
  const method: unknown = Reflect.get(methods, name);
  if (typeof method !== 'function') throw new Error(`A statement has no method ${name}.`);
  Reflect.set(methods, name, function (this: Sqlite.Statement, ...values: unknown[]): unknown {
    record(this, values);
    const result: unknown = Reflect.apply(method, this, values);
    return result;
  });
}

const write = (method: Statement['method']) => (statement: Sqlite.Statement, values: unknown[]) => {
  const line = JSON.stringify({ sql: statement.source, values, method, isRaw: raw.has(statement) });
  appendFileSync(file, `${line}\n`);
};

replace('raw', (it) => raw.add(it));
replace('all', write('all'));
replace('get', write('get'));
