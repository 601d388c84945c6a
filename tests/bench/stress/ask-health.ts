import { z } from 'zod';
import { openReader } from '../traffic/reader';

/** Part of `/health/`; a worker that has just exited has only its pid. */
const health = z.looseObject({
  workers: z.array(z.looseObject({ pid: z.int(), in_flight: z.int().default(0) })),
});

/** The workers, with their requests in flight. */
export async function askHealth(port: number): Promise<z.infer<typeof health>['workers']> {
  const reader = openReader(port);
  const { body } = await reader.ask('/health/', { Accept: 'application/json' });
  await reader.close();
  return health.parse(JSON.parse(body.toString())).workers;
}
