import { join } from 'node:path';
import { settings } from '@/lib/settings';
import { startFront } from './server';

const { PORT, RATE_LIMIT, TRUSTED_PROXIES, SITE_URL, CACHE_MEGABYTES, VERSION_STAMP } = settings();
const front = await startFront({
  folder: join(import.meta.dirname, '..', '..'),
  port: PORT,
  limit: RATE_LIMIT,
  trusted: TRUSTED_PROXIES,
  address: SITE_URL,
  cacheBytes: CACHE_MEGABYTES * 2 ** 20,
  isStamped: VERSION_STAMP,
});
console.log(`Packgrid serves http://localhost:${PORT}`);

const signals = ['SIGINT', 'SIGTERM'] as const;
for (const signal of signals) process.once(signal, () => void front.close());
