import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, inject } from 'vitest';

/** Gives this test file a database of its own with the shipped catalogue. Call it at the top level of the file. */
export function useShippedCatalogue(): void {
  useCopyOf('shipped.sqlite');
}

/** Gives this test file an empty, migrated database of its own. Call it at the top level of the file. */
export function useEmptyDatabase(): void {
  useCopyOf('empty.sqlite');
}

/**
 * Works because each test file runs in its own process, where settings and connection are not initialized yet. The end of the run deletes
 * the copy.
 */
function useCopyOf(template: string): void {
  const folder = inject('databaseFolder');
  const copy = join(folder, `${crypto.randomUUID()}.sqlite`);
  copyFileSync(join(folder, template), copy);
  process.env['DATABASE_PATH'] = copy;

  afterAll(() => {
    globalThis.packgridDatabase?.$client.close();
    globalThis.packgridDatabase = undefined;
  });
}
