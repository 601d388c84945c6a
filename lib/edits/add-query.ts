import { z } from 'zod';
import { linkTo } from '@/lib/text/links';

const text = z.string().max(500).optional().catch(undefined);

/** The query of the page that adds a package: what was asked for in its first step, and the grid that the package is to join. */
export const addQuery = z.object({ project: text, grid_slug: text });

/** The URL of that page. */
export const addPath = (query: z.output<typeof addQuery>) => linkTo('/packages/add/', query);
