import { join } from 'node:path';
import { ROOT } from '@/lib/root';
import { YOUNG_MEGABYTES } from '@/server/origin/start-thread';

/** Plain `next start`, with as much room for what is short-lived as what draws behind the front has, so that the front alone makes the difference. */
export const NEXT_START = [
  `--max-semi-space-size=${YOUNG_MEGABYTES / 3}`,
  ...[join(ROOT, 'node_modules/next/dist/bin/next'), 'start'],
];
