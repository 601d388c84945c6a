import { z } from 'zod';
import { openReader } from '../traffic/reader';

/** Of what `/health/` says; of a worker that has just ended there is only its number. */
const health = z.looseObject({
  workers: z.array(z.looseObject({ pid: z.int(), in_flight: z.int().default(0) })),
});

/** The processes that serve, and what they have under way. */
export async function askHealth(port: number): Promise<z.infer<typeof health>['workers']> {
  const reader = openReader(port);
  const { body } = await reader.ask('/health/', { Accept: 'application/json' });
  await reader.close();
  return health.parse(JSON.parse(body.toString())).workers;
}
