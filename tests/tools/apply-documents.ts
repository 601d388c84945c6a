import { join } from 'node:path';
import { inject } from 'vitest';
import { applyImport } from '@/db/writes/import/apply';
import { openStaging } from '@/db/writes/staging';
import { now } from '@/lib/time';
import type { RecordKind } from '@/lib/import/problem';
import type { Preference } from '@/lib/import/resolve';
import { documentsIn } from '@/lib/import/read-text';
import { checkDocuments } from '@/server/import-export/import/stage';

/** Imports a text into this test's database as `npm run cli -- import` does a file, without the second that a process takes to start. */
export function applyText(text: string, prefer: Preference = 'local', prunes: RecordKind[] = []) {
  const staging = openStaging(
    join(inject('databaseFolder'), `${crypto.randomUUID()}-staging.sqlite`),
  );
  const { documents, problems } = checkDocuments(documentsIn(text), 'text');
  staging.saveDocuments(documents, problems);
  const applied = applyImport(staging, {
    isDry: false,
    prefer,
    prunes,
    source: 'text',
    sha256: 'text',
    now: now(),
    onChange: () => undefined,
  });
  staging.remove();
  return applied;
}

export const applyDocuments = (documents: object[]) => applyText(JSON.stringify(documents));
