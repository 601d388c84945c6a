import { z } from 'zod';
import { DATA_TERMS } from '@/lib/api/metadata';
import { formatIso, type Micros } from '@/lib/time';

const file = z.object({
  name: z.string(),
  media_type: z.string(),
  holds: z.string(),
  bytes: z.int(),
  sha256: z.string(),
  /** Number of packages, cells and so on; null if the file mixes kinds. */
  records: z.int().nullable(),
});

/** The manifest of an export, the only file that says when it was written. */
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

/** Formats the manifest of the written files as JSON. */
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
