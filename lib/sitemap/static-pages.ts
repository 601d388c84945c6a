import { recentCycles } from '@/lib/cycles';

const products = ['django', 'python'] as const;

/** The pages that stand for no record. */
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
