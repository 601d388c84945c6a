import { cpus, loadavg } from 'node:os';
import { ensureBuild } from '@/server/cli/build';
import { openConnection } from './connection';
import { generatedCatalogue, shippedCatalogue } from './databases';
import { measurePages, quantile, type Measurement } from './measure';
import { pagesOf } from './pages';
import { withServer } from './server';
import { formatTable } from './table';

/** Maximum median of a page on the shipped catalogue. */
const BOUND_MS = 15;

const milliseconds = (share: number) => (it: Measurement) => quantile(it.times, share).toFixed(1);
const kilobytes = (bytes: number) => (bytes / 1024).toFixed(1);

const columns = [
  { head: 'page', text: ({ page }: Measurement) => page.name },
  { head: 'p50 ms', text: milliseconds(0.5), isNumber: true },
  { head: 'p95 ms', text: milliseconds(0.95), isNumber: true },
  { head: 'p99 ms', text: milliseconds(0.99), isNumber: true },
  { head: 'KB', text: (it: Measurement) => kilobytes(it.plainBytes), isNumber: true },
  { head: 'KB gzip', text: (it: Measurement) => kilobytes(it.wireBytes), isNumber: true },
  { head: 'requests', text: ({ times }: Measurement) => String(times.length), isNumber: true },
  { head: 'address', text: ({ page }: Measurement) => addressOf(page.paths) },
];

function addressOf([first = '', ...others]: string[]): string {
  return others.length === 0 ? first : `${first} and ${others.length} more`;
}

type BenchCatalogue = Awaited<ReturnType<typeof shippedCatalogue>>;

async function measure(catalogue: BenchCatalogue): Promise<Measurement[]> {
  const { name, packages, grids, databasePath } = catalogue;
  const measurements = await withServer(databasePath, async (port) => {
    const connection = openConnection(port);
    const measured = await measurePages(pagesOf(catalogue), connection);
    connection.close();
    return measured;
  });
  console.log(`\n${name} catalogue: ${packages.length} packages, ${grids.length} grids\n`);
  console.log(formatTable(columns, measurements));
  return measurements;
}

const medianOf = (it: Measurement) => quantile(it.times, 0.5);

/** Reports whether every median is within the bound of the catalogue. */
function isWithinBound(measurements: Measurement[]): boolean {
  const slowest = measurements.toSorted((a, b) => medianOf(b) - medianOf(a))[0];
  return slowest !== undefined && isMet('shipped catalogue: slowest', slowest, BOUND_MS);
}

/** Reports for each page with its own bound whether its median is within it. */
function areWithinOwnBounds(measurements: Measurement[]): boolean {
  return measurements
    .map(
      (measurement) =>
        measurement.page.bound === undefined ||
        isMet(measurement.page.name, measurement, measurement.page.bound),
    )
    .every(Boolean);
}

function isMet(name: string, measurement: Measurement, bound: number): boolean {
  const median = medianOf(measurement);
  const isMet = median < bound;
  const where = `${median.toFixed(1)} ms (${addressOf(measurement.page.paths)})`;
  console.log(`\n${name} median ${where}, bound ${bound} ms: ${isMet ? 'met' : 'missed'}`);
  return isMet;
}

/** Times every kind of page, and returns whether all bounds are met. */
export async function benchPages(): Promise<boolean> {
  await ensureBuild();
  console.log(
    `Server time: from the request to the last byte of the gzipped body, over loopback,
one request after another on one connection. Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'};
load of other programs before the run ${loadavg()[0]?.toFixed(1) ?? 'unknown'}.`,
  );
  const shipped = await measure(await shippedCatalogue());
  const generated = await measure(await generatedCatalogue());
  const met = [isWithinBound(shipped), areWithinOwnBounds(generated)];
  return met.every(Boolean);
}
