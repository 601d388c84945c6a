import type { Package } from '@/db/schema';
import { describeHealth, type HealthReport } from '@/lib/scoring/health';
import { timeText, type Setting } from './documents';
import type { HealthDocument } from './schemas/health';

interface Judged extends Pick<Package, 'id' | 'health' | 'healthAt'> {
  report: HealthReport;
}

export function healthDocument(pkg: Judged, { links, zone }: Setting): HealthDocument {
  return {
    package: links.package(pkg.id),
    health: pkg.health,
    in_words: describeHealth(pkg.health),
    judged: timeText(pkg.healthAt, zone),
    points: pkg.report.met,
    known_points: pkg.report.known,
    criteria: pkg.report.judged.map(({ criterion, points, text }) => ({
      key: criterion.key,
      name: criterion.name,
      why: criterion.why,
      most_points: criterion.points,
      points,
      finding: text(),
    })),
  };
}
