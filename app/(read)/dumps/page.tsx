import type { Metadata } from 'next';
import { CommandBlock } from '@/components/api/command-block';
import { PageFrame } from '@/app/page-frame';
import { Section } from '@/components/layout/section';
import { DumpTable } from '@/components/tables/dump-table';
import { DATA_TERMS } from '@/lib/api/metadata';
import { settings } from '@/lib/settings';
import { parseTime } from '@/lib/time';
import { findDumps } from '@/server/import-export/dumps/folder';
import { countOf, describeAge, describeDay } from '@/lib/text/wording';
import { readClock } from '../../clock';

export const metadata: Metadata = {
  title: 'Dumps',
  description: 'Download the whole catalogue as NDJSON and CSV.',
};

export default function DumpsPage() {
  const clock = readClock();
  const dumps = findDumps(settings().DATABASE_PATH);
  const written = parseTime(dumps?.manifest.written ?? '', 'UTC');
  return (
    <PageFrame>
      <h1 className="text-title">Dumps</h1>
      <p className="mt-1 max-w-prose text-quiet">
        Download the whole catalogue as NDJSON or CSV. Regenerated after every change, all from the
        same snapshot.
      </p>
      {dumps && written !== undefined ? (
        <>
          <p className="mt-4 text-table">
            {countOf(dumps.manifest.counts.packages, 'package')},{' '}
            {countOf(dumps.manifest.counts.grids, 'grid')} and{' '}
            {countOf(dumps.manifest.counts.cells, 'cell')}, generated on{' '}
            {describeDay(written, clock.zone)} ({describeAge(written, clock.now)}).
          </p>
          <div className="mt-4">
            <DumpTable files={dumps.manifest.files} />
          </div>
          <p className="mt-3 text-caption text-quiet">
            <a className="underline" href="/dumps/manifest.json">
              manifest.json
            </a>{' '}
            lists all files with their size, record count and SHA-256.
          </p>
        </>
      ) : (
        <p className="mt-4">
          No dumps yet. They are generated a few seconds after the site starts.
        </p>
      )}
      <div className="max-w-prose [&_a]:underline">
        <Section id="terms" title="Data licence">
          <p>
            {DATA_TERMS} See the <a href="/terms/">terms</a>.
          </p>
        </Section>
        <Section id="use" title="Import into your own Packgrid">
          <p>
            The import fills an empty database; an existing database gets the new records. The
            NDJSON files contain the documents of the <a href="/api/v4/">API</a> with{' '}
            <code>include=facts</code>.
          </p>
          <CommandBlock title="Import a dump" command="npm run cli -- import catalogue.ndjson.gz" />
        </Section>
      </div>
    </PageFrame>
  );
}
