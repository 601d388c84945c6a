import type { Lane } from '@/lib/routes/table';
import { openFairQueue, type FairQueue } from './fair-queue';

/** The queues of a worker, which keep what is slow from delaying anything else. */
export type Queues = Record<Lane, FairQueue>;

/** One page is rendered while the next one waits at the origin. */
export const openQueues = (): Queues => ({
  pages: openFairQueue({ concurrency: 2 }),
  images: openFairQueue({ concurrency: 1 }),
  // They spend most of the time waiting for their clients.
  downloads: openFairQueue({ concurrency: 4 }),
});
