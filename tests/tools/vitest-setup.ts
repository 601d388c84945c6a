import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { bundleServer } from '@/server/bundle.mjs';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The folder of the template databases, and of the copies that tests work on. */
    databaseFolder: string;
  }
}

/**
 * Bundles the commands and creates the template databases once per run: `empty.sqlite` (migrated) and `shipped.sqlite` (with the
 * catalogue).
 */
export async function setup(project: TestProject) {
  await bundleServer();
  const folder = mkdtempSync(join(tmpdir(), 'packgrid-vitest-'));
  process.env['DATABASE_PATH'] = join(folder, 'making.sqlite');

  const { database } = await import('@/db/client');
  const { migrateDatabase } = await import('@/db/migrate');
  const { loadCatalogue } = await import('@/server/import-export/import/load-catalogue');
  const { $client } = database();
  migrateDatabase();
  await $client.backup(join(folder, 'empty.sqlite'));
  loadCatalogue();
  await $client.backup(join(folder, 'shipped.sqlite'));
  $client.close();

  project.provide('databaseFolder', folder);
  return () => {
    rmSync(folder, { recursive: true, force: true });
  };
}
