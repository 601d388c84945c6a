import { z } from 'zod';
import { line } from './fields';

/** The query of the page that adds a grid: its title, once it is known. */
export const newGridQuery = z.object({ title: line(100).catch('') });
