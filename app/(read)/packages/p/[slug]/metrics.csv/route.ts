import { movedTo, noSuch } from '@/app/documents';
import { findPackage } from '@/db/queries/packages';
import { findPackageSlug } from '@/db/queries/resolve-slug';
import { listWeeklyMetrics } from '@/db/queries/weekly-metrics';
import { fileDisposition } from '@/lib/comparison/file-names';
import { weeklyMetricsCsv } from '@/lib/package/weekly-metrics-csv';

/** The figures of a package week by week. */
export async function GET(_: Request, { params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  const found = findPackage(slug);
  if (!found) {
    const present = findPackageSlug(slug);
    return present === undefined
      ? noSuch('package')
      : movedTo(`/packages/p/${present}/metrics.csv`);
  }
  return new Response(weeklyMetricsCsv(listWeeklyMetrics(found.package.id)), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': fileDisposition(`${slug}-metrics.csv`),
    },
  });
}
