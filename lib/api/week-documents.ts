import { weekText, type WeekOfMetrics } from '@/lib/package/weekly-metrics';
import type { WeekDocument } from './schemas/week';

export const weekDocument = (it: WeekOfMetrics): WeekDocument => ({
  week: weekText(it.week),
  ...{ stars: it.stars, forks: it.forks, open_issues: it.openIssues, downloads: it.downloads },
  ...{ health: it.health, source: it.source },
});
