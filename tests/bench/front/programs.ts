import { join } from 'node:path';
import { ROOT } from '@/lib/root';
import { YOUNG_MEGABYTES } from '@/server/origin/start-thread';

/** Plain `next start`, with the same young generation as the server's renderer, so that only the server differs. */
export const NEXT_START = [
  `--max-semi-space-size=${YOUNG_MEGABYTES / 3}`,
  ...[join(ROOT, 'node_modules/next/dist/bin/next'), 'start'],
];
