import type { Setting } from '@/lib/api/documents';
import { catalogueText, type Scope } from './catalogue';
import { catalogueLines, categoryLines, gridLines, packageLines } from './documents';
import { cellTable, gridTable, membershipTable, packageTable } from './tables';

export const exportFormats = ['catalogue', 'csv', 'ndjson'] as const;

export type ExportFormat = (typeof exportFormats)[number];

interface ExportFile {
  name: string;
  format: ExportFormat;
  mediaType: string;
  holds: string;
  /** Number of header pieces in `text`; each further piece is one record. Undefined if pieces are not records. */
  heads?: number;
  text: (setting: Setting & Scope) => Iterable<string>;
}

const csv = { format: 'csv', mediaType: 'text/csv; charset=utf-8', heads: 1 } as const;
const ndjson = { format: 'ndjson', mediaType: 'application/x-ndjson', heads: 0 } as const;

/** Every file that an export can write. */
export const exportFiles: ExportFile[] = [
  {
    name: 'catalogue.json',
    format: 'catalogue',
    mediaType: 'application/json',
    holds: 'The whole catalogue in one file; an empty Packgrid loads it.',
    text: catalogueText,
  },
  { ...csv, name: 'packages.csv', holds: 'Packages with their figures.', text: packageTable },
  { ...csv, name: 'grids.csv', holds: 'Grids with their sizes.', text: gridTable },
  {
    ...csv,
    name: 'memberships.csv',
    holds: 'Which package stands in which grid.',
    text: membershipTable,
  },
  { ...csv, name: 'cells.csv', holds: 'What is known of each feature.', text: cellTable },
  {
    ...ndjson,
    name: 'packages.ndjson',
    holds: 'Packages as documents of the API with all facts, one a line.',
    text: packageLines,
  },
  {
    ...ndjson,
    name: 'grids.ndjson',
    holds: 'Grids as documents of the API with features and cells, one a line.',
    text: gridLines,
  },
  {
    ...ndjson,
    name: 'categories.ndjson',
    holds: 'Categories as documents of the API, one a line.',
    text: categoryLines,
  },
  {
    ...ndjson,
    name: 'catalogue.ndjson',
    holds: 'Sources and synonyms, in one line.',
    text: catalogueLines,
  },
];
