import { join } from 'node:path';
import { ROOT } from '@/lib/root';
import { SEMI_SPACE_MEGABYTES } from '@/server/primary/run-site';

/** Plain `next start`, with the same young generation as the origins', so that only the server differs. */
export const NEXT_START = [
  `--max-semi-space-size=${SEMI_SPACE_MEGABYTES}`,
  ...[join(ROOT, 'node_modules/next/dist/bin/next'), 'start'],
];
