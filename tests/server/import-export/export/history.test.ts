import { expect, test } from 'vitest';
import { z } from 'zod';
import { findGrid } from '@/db/queries/grids';
import { findRecordFields } from '@/db/queries/record-fields';
import { saveGrid } from '@/db/writes/grids';
import { rewind } from '@/lib/revisions/replay';
import { parseTime } from '@/lib/time';
import { historyLines } from '@/server/import-export/export/history';
import { insertAccount } from '@/tests/tools/add-account';
import { useShippedCatalogue } from '@/tests/tools/database';

useShippedCatalogue();

const fields = z.record(z.string(), z.unknown()).nullable();
const record = z.object({ kind: z.string(), id: z.number(), before: fields, after: fields });
const lineOf = z.looseObject({ records: z.array(record) });

test('the export of the history has every change, from which earlier states can be rebuilt', () => {
  insertAccount('ada', 'trusted');
  const { id = 0, description = '' } = findGrid('websockets') ?? {};
  const before = findRecordFields('grid', id);
  const start = parseTime('2026-11-01T12:00:00Z', 'UTC') ?? 0;
  for (let edit = 0; edit < 260; edit += 1) {
    const by = { accountId: 'ada', comment: `Edit ${edit}`, now: start + edit };
    saveGrid(by, id, { title: `Title ${edit}`, description }, {});
  }
  const lines = [...historyLines()].map((line) => lineOf.parse(JSON.parse(line)));
  expect(lines).toHaveLength(260);
  expect(lines[0]).toEqual({
    id: 1,
    at: '2026-11-01T12:00:00+00:00',
    source: 'site',
    account: 'ada',
    comment: 'Edit 0',
    reverts: null,
    records: [{ kind: 'grid', id, before: { title: 'Websockets' }, after: { title: 'Title 0' } }],
  });
  const steps = lines.flatMap(({ records }) => records);
  expect(rewind(findRecordFields('grid', id), steps)).toEqual(before);
});
