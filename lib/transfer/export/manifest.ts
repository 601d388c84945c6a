import { z } from 'zod';
import { DATA_TERMS } from '@/lib/api/facts';
import { formatIso, type Micros } from '@/lib/time';

const file = z.object({
  name: z.string(),
  media_type: z.string(),
  holds: z.string(),
  bytes: z.int(),
  sha256: z.string(),
  /** Packages, cells and so on; null where a file holds all kinds. */
  records: z.int().nullable(),
});

/** What lies beside the files of an export: alone in it stands when they were written. */
export const manifestSchema = z.object({
  written: z.string(),
  licence: z.string(),
  terms: z.string(),
  counts: z.object({
    categories: z.int(),
    packages: z.int(),
    grids: z.int(),
    features: z.int(),
    cells: z.int(),
  }),
  files: z.array(file),
});

export type Manifest = z.infer<typeof manifestSchema>;

interface Written {
  written: Micros;
  counts: Manifest['counts'];
  files: (Omit<Manifest['files'][number], 'media_type'> & { mediaType: string })[];
}

/** The manifest of files that were written. */
export function manifestText({ written, counts, files }: Written): string {
  const manifest: Manifest = {
    written: formatIso(written, 'UTC'),
    licence: DATA_TERMS,
    terms: '/terms/',
    counts,
    files: files.map(({ mediaType, ...it }) => ({
      name: it.name,
      media_type: mediaType,
      holds: it.holds,
      bytes: it.bytes,
      sha256: it.sha256,
      records: it.records,
    })),
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
