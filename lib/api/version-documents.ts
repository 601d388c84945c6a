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

export function versionDocument(it: VersionRow, { zone }: Setting): VersionDocument {
  return {
    number: it.number,
    released: it.releasedAt === null ? null : dateText(it.releasedAt, it.datePrecision, zone),
    is_prerelease: !isFinal(it.number),
    source: it.source,
  };
}
