import { z } from 'zod';
import { single } from '@/lib/list/query';

/** The query of a sitemap: its part, from 1; 0 for anything that isn't a number. */
export const sitemapQuery = z.object({
  p: single.transform((text = '1') => (/^[1-9]\d{0,5}$/.test(text) ? Number(text) : 0)),
});
