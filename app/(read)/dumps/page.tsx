import type { Metadata } from 'next';
import { PageFrame } from '@/app/page-frame';
import { Section } from '@/components/layout/section';
import { DumpTable } from '@/components/tables/dump-table';
import { settings } from '@/lib/settings';
import { parseTime } from '@/lib/time';
import { findDumps } from '@/server/import-export/dumps/folder';
import { countOf, describeAge, describeDay } from '@/lib/text/wording';
import { readClock } from '../../clock';

export const metadata: Metadata = {
  title: 'Dumps',
  description: 'The whole catalogue as files: for a copy, a spreadsheet or a program.',
};

export default function DumpsPage() {
  const clock = readClock();
  const dumps = findDumps(settings().DATABASE_PATH);
  const written = parseTime(dumps?.manifest.written ?? '', 'UTC');
  return (
    <PageFrame>
      <h1 className="text-title">Dumps</h1>
      <p className="mt-1 max-w-prose text-quiet">
        The whole catalogue as files, for a copy of it, a spreadsheet or a program. They are written
        anew soon after the catalogue has changed, and all of them are as of one moment.
      </p>
      {dumps && written !== undefined ? (
        <>
          <p className="mt-4 text-table">
            {countOf(dumps.manifest.counts.packages, 'package')},{' '}
            {countOf(dumps.manifest.counts.grids, 'grid')} and{' '}
            {countOf(dumps.manifest.counts.cells, 'cell')}, written on{' '}
            {describeDay(written, clock.zone)} ({describeAge(written, clock.now)}).
          </p>
          <div className="mt-4">
            <DumpTable files={dumps.manifest.files} />
          </div>
          <p className="mt-3 text-caption text-quiet">
            <a className="underline" href="/dumps/manifest.json">
              manifest.json
            </a>{' '}
            names all of them with size, count and SHA-256.
          </p>
        </>
      ) : (
        <p className="mt-4">
          None has been written yet; that takes some seconds after a start of the site.
        </p>
      )}
      <div className="max-w-prose [&_a]:underline">
        <Section id="terms" title="Terms of the data">
          <p>
            {dumps?.manifest.licence} More is in the <a href="/terms/">terms</a>.
          </p>
        </Section>
        <Section id="use" title="What they are for">
          <p>
            An empty Packgrid is filled from <code>catalogue.ndjson.gz</code>, and one that has
            records takes in what is new. The documents of the NDJSON files are those of the{' '}
            <a href="/api/v4/">API</a> with <code>include=facts</code>.
          </p>
          <pre className="mt-3 overflow-x-auto text-caption" tabIndex={0}>
            npm run cli -- import catalogue.ndjson.gz
          </pre>
        </Section>
      </div>
    </PageFrame>
  );
}
