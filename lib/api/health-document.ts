import { describeHealth, type HealthReport } from '@/lib/scoring/health';
import type { Micros } from '@/lib/time';
import { timeText, type Setting } from './documents';
import type { HealthDocument } from './schemas/health';

interface Judged {
  id: number;
  health: number | null;
  healthAt: Micros | null;
  report: HealthReport;
}

export function healthDocument(it: Judged, { links, zone }: Setting): HealthDocument {
  return {
    package: links.package(it.id),
    health: it.health,
    in_words: describeHealth(it.health),
    judged: timeText(it.healthAt, zone),
    points: it.report.met,
    known_points: it.report.known,
    criteria: it.report.judged.map(({ criterion, points, text }) => ({
      key: criterion.key,
      name: criterion.name,
      why: criterion.why,
      most_points: criterion.points,
      points,
      finding: text(),
    })),
  };
}
