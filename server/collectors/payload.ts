import { z } from 'zod';
import { licensePage, licenseText } from '@/lib/package/licenses';
import { webAddress } from '@/lib/text/links';
import { parseTime, type Micros } from '@/lib/time';
import type { RepositoryRelease } from './facts';

// Parts of payloads that all repository hosts share. What a host omits or has as null is null.

/** A time as the host writes it; null too if it can't be parsed, or is the zero time that some hosts give for "never". */
export const time = z
  .string()
  .nullish()
  .transform((text): Micros | null => {
    const parsed = parseTime(text ?? '', 'UTC');
    return parsed === undefined || parsed <= 0 ? null : parsed;
  });

export const count = z
  .int()
  .nonnegative()
  .nullish()
  .transform((number) => number ?? null);

export const flag = z
  .boolean()
  .nullish()
  .transform((isTrue) => isTrue ?? null);

/** A text of one paragraph; null if blank. */
export const line = z
  .string()
  .nullish()
  .transform((text) => {
    const trimmed = text?.trim() ?? '';
    return trimmed === '' ? null : trimmed;
  });

export const words = z
  .array(z.string())
  .nullish()
  .transform((all) => all ?? []);

/** An SPDX identifier in any case; null for any other text, such as NOASSERTION or GitLab's `other`. */
export const spdxId = z
  .string()
  .nullish()
  .transform((id) => {
    const text = licenseText(id ?? null);
    return text !== null && licensePage(text) !== undefined ? text : null;
  });

interface ReleasePayload {
  tag: string;
  name: string | null;
  publishedAt: Micros | null;
  notes: string | null;
  url: string;
}

/** A release; titled by its tag if it has no name. Null if its URL is not one. */
export function releaseOf(payload: ReleasePayload): RepositoryRelease | null {
  const url = webAddress(payload.url);
  if (url === undefined) return null;
  const { tag, name, publishedAt, notes } = payload;
  return { tag, title: name ?? tag, publishedAt, notes: notes ?? '', url };
}
