import { CatalogueError } from '@/lib/import/problem';
import type { Micros } from '@/lib/time';
import { database } from '../../client';
import { findCatalogueLoad } from '../../queries/catalogue';
import { markDerived } from '../derived';
import type { Staging } from '../staging';
import { applyImport } from './apply';

interface Load {
  sha256: string;
  now: Micros;
}

/**
 * Fills an empty database with the staged documents, in one transaction. Returns false, and changes nothing, if the database already has a
 * catalogue, which another process may just have loaded. Throws CatalogueError if any record can't be taken as it is.
 */
export function fillDatabase(staging: Staging, load: Load): boolean {
  return database().transaction(
    () => {
      if (findCatalogueLoad()) return false;
      const options = {
        isDry: false,
        prefer: 'remote' as const,
        prunes: [],
        isSeed: true,
        ...load,
      };
      const { problems } = applyImport(staging, {
        ...options,
        source: '',
        onChange: () => undefined,
      });
      if (problems.length > 0) throw new CatalogueError(problems);
      markDerived();
      return true;
    },
    { behavior: 'immediate' },
  );
}
