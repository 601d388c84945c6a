import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { routesOf, type FindRoute } from '@/lib/routes/match';

const manifest = z.record(z.string(), z.string());

/** Reads the routes of a build. */
export function readRoutes(buildFolder: string): FindRoute {
  const path = join(buildFolder, 'server', 'app-paths-manifest.json');
  return routesOf(Object.keys(manifest.parse(JSON.parse(readFileSync(path, 'utf8')))));
}
