import { copyFileSync, rmSync } from 'node:fs';

/** Provides a writable copy of a database and deletes it afterwards. */
export async function withCopy<Result>(
  databasePath: string,
  use: (copy: string) => Promise<Result>,
): Promise<Result> {
  const copy = `${databasePath}-${crypto.randomUUID()}`;
  copyFileSync(databasePath, copy);
  try {
    return await use(copy);
  } finally {
    for (const end of ['', '-wal', '-shm']) rmSync(copy + end, { force: true });
  }
}
