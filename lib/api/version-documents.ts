import type { Micros, Precision } from '@/lib/time';
import { isFinal } from '@/lib/package/versions';
import { dateText, type Setting } from './documents';
import type { VersionDocument } from './schemas/version';

interface VersionRow {
  number: string;
  releasedAt: Micros | null;
  datePrecision: Precision;
  source: 'tag' | 'pypi';
}

export function versionDocument(row: VersionRow, { zone }: Setting): VersionDocument {
  return {
    number: row.number,
    released: row.releasedAt === null ? null : dateText(row.releasedAt, row.datePrecision, zone),
    is_prerelease: !isFinal(row.number),
    source: row.source,
  };
}
