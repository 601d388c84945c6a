import type { Lane } from '@/lib/routes/table';
import { openFairQueue, type FairQueue } from './fair-queue';

/** The queues of a worker, which keep what is slow from delaying anything else. */
export type Queues = Record<Lane, FairQueue>;

/** For pages, one is rendered, and the next is at hand when it is done. */
export const openQueues = (): Queues => ({
  pages: openFairQueue({ concurrency: 2 }),
  images: openFairQueue({ concurrency: 1 }),
  // They mostly wait for their clients.
  downloads: openFairQueue({ concurrency: 4 }),
});
