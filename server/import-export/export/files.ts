import type { Setting } from '@/lib/api/documents';
import type { Scope } from '@/lib/api/metadata';
import { catalogueLines, categoryLines, gridLines, packageLines } from './documents';
import { cellTable, gridTable, gridPackageTable, packageTable } from './tables';

export const exportFormats = ['ndjson', 'csv'] as const;

export type ExportFormat = (typeof exportFormats)[number];

interface ExportFile {
  name: string;
  format: ExportFormat;
  mediaType: string;
  holds: string;
  /** Number of header pieces in `text`; each further piece is one record. Undefined if they are of several kinds. */
  heads?: number;
  text: (setting: Setting & Scope) => Iterable<string>;
}

const csv = { format: 'csv', mediaType: 'text/csv; charset=utf-8', heads: 1 } as const;
const ndjson = { format: 'ndjson', mediaType: 'application/x-ndjson' } as const;

/** Every file that an export can write. */
export const exportFiles: ExportFile[] = [
  {
    ...ndjson,
    name: 'catalogue.ndjson',
    holds: 'The whole catalogue as API documents, one per line.',
    text: catalogueLines,
  },
  { ...csv, name: 'packages.csv', holds: 'Packages and their figures.', text: packageTable },
  {
    ...csv,
    name: 'grids.csv',
    holds: 'Grids with their number of packages and features.',
    text: gridTable,
  },
  {
    ...csv,
    name: 'memberships.csv',
    holds: 'Grid membership.',
    text: gridPackageTable,
  },
  {
    ...csv,
    name: 'cells.csv',
    holds: 'Feature values of each package, with sources.',
    text: cellTable,
  },
  {
    ...ndjson,
    name: 'packages.ndjson',
    heads: 0,
    holds: 'Packages as API documents with all facts, one per line.',
    text: packageLines,
  },
  {
    ...ndjson,
    name: 'grids.ndjson',
    heads: 0,
    holds: 'Grids as API documents with features and cells, one per line.',
    text: gridLines,
  },
  {
    ...ndjson,
    name: 'categories.ndjson',
    heads: 0,
    holds: 'Categories as API documents, one per line.',
    text: categoryLines,
  },
];
