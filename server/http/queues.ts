import type { Lane } from '@/lib/routes/table';
import { openFairQueue, type FairQueue } from './fair-queue';

/** The queues of a worker, which keep what is slow from delaying anything else. */
export type Queues = Record<Lane | 'revalidate', FairQueue>;

/** For pages one is rendered, and the next is at hand when it is done. Validating takes less, and downloads mostly wait for their clients. */
const concurrencies = { pages: 2, revalidate: 8, pictures: 1, downloads: 4 };

export const openQueues = (): Queues => ({
  pages: openFairQueue({ concurrency: concurrencies.pages }),
  revalidate: openFairQueue({ concurrency: concurrencies.revalidate }),
  pictures: openFairQueue({ concurrency: concurrencies.pictures }),
  downloads: openFairQueue({ concurrency: concurrencies.downloads }),
});
