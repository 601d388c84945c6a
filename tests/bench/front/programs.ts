import { join } from 'node:path';
import { FRONT, ROOT } from '@/lib/cli/child';

/** Plain `next start`. Node's options are those of the front, so that the front alone makes the difference. */
export const NEXT_START = [
  ...FRONT.filter((it) => it.startsWith('--max-')),
  ...[join(ROOT, 'node_modules/next/dist/bin/next'), 'start'],
];
