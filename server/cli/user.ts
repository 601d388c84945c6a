import { text } from 'node:stream/consumers';
import { findAccountByName, listAccountsAfter } from '@/db/queries/accounts';
import { removeAccount } from '@/db/writes/account-removal';
import { addAccount, setPassword } from '@/db/writes/accounts';
import { setRole } from '@/db/writes/roles';
import { accountName } from '@/lib/accounts/name';
import { password as passwordRule } from '@/lib/accounts/password';
import { roles } from '@/lib/accounts/roles';
import { now } from '@/lib/time';
import { z } from 'zod';
import { CommandError } from './command-error';
import { upgradeDatabase } from './upgrade';

const usage = [
  'Usage: npm run cli -- user <command>',
  `  add <name> [role]    add an account (${roles.join(', ')}); reads its password from standard input`,
  '  role <name> <role>   change its role',
  '  password <name>      change its password, read from standard input, and sign it out everywhere',
  '  remove <name>        delete it; its changes stay, by a deleted account',
  '  list                 list all accounts with their roles',
].join('\n');

/** Runs `npm run cli -- user`. The password comes from standard input, since arguments can be seen by other users of the machine. */
export async function runUser([command, name, role, ...more]: string[]): Promise<number> {
  upgradeDatabase();
  if (command === 'list' && name === undefined) return list();
  if (name === undefined || more.length > 0) throw new CommandError(usage);
  if (command === 'add') return add(name, role ?? 'editor');
  if (command === 'role' && role !== undefined) return changeRole(name, role);
  if (command === 'password' && role === undefined) return changePassword(name);
  if (command === 'remove' && role === undefined) return remove(name);
  throw new CommandError(usage);
}

const roleRule = z.enum(roles, `must be one of ${roles.join(', ')}`);

async function add(given: string, wanted: string): Promise<number> {
  const role = parse('The role', roleRule, wanted);
  const name = parse('The name', accountName, given);
  if (findAccountByName(name)) throw new CommandError(`The account ${name} already exists.`);
  await addAccount(name, await readPassword(), role);
  console.log(`Added ${name} as ${role}.`);
  return 0;
}

function changeRole(name: string, role: string): number {
  setRole(find(name).id, parse('The role', roleRule, role));
  console.log(`${name} is now ${role}.`);
  return 0;
}

async function changePassword(name: string): Promise<number> {
  const { id } = find(name);
  if (!(await setPassword(id, await readPassword()))) {
    throw new CommandError(`${name} signs in through a provider and has no password.`);
  }
  console.log(`Changed the password of ${name}.`);
  return 0;
}

function remove(name: string): number {
  if (!removeAccount(find(name).id, now())) {
    throw new CommandError(`${name} is the only admin; make another one first.`);
  }
  console.log(`Deleted ${name}.`);
  return 0;
}

/** Accounts read at a time. */
const PAGE = 500;

function list(): number {
  for (let last = ''; ;) {
    const page = listAccountsAfter(last, PAGE);
    for (const { name, role, bannedAt, deletedAt } of page) {
      if (deletedAt !== null) continue;
      console.log(`${name}  ${role}${bannedAt === null ? '' : ', banned'}`);
    }
    const end = page.at(-1);
    if (!end || page.length < PAGE) return 0;
    last = end.name;
  }
}

function find(name: string) {
  const account = findAccountByName(name);
  if (account?.deletedAt !== null) throw new CommandError(`There is no account ${name}.`);
  return account;
}

async function readPassword(): Promise<string> {
  if (process.stdin.isTTY) process.stderr.write('Password, then Enter and Control+D: ');
  return parse('The password', passwordRule, (await text(process.stdin)).replace(/\r?\n$/, ''));
}

function parse<Output>(what: string, schema: z.ZodType<Output>, given: string): Output {
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new CommandError(`${what} ${parsed.error.issues[0]?.message ?? 'is not valid'}.`);
}
