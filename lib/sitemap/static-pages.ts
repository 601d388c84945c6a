import { recentCycles } from '@/lib/package/cycles';

const products = ['django', 'python'] as const;

/** Paths of the pages that don't belong to a record. */
export const staticPaths = [
  '/',
  '/grids/',
  '/categories/',
  '/packages/',
  '/packages/latest/',
  '/packages/trending/',
  '/packages/liked/',
  '/readiness/',
  ...products.flatMap((product) =>
    recentCycles[product].map(({ cycle }) => `/readiness/${product}/${cycle}/`),
  ),
  '/open/',
  '/feeds/',
  '/api/',
  '/scoring/',
  '/about/',
  '/terms/',
];
