import { compareVersions } from './versions';

export type Product = 'django' | 'python';

/** The release cycles that people still ask about, oldest first: Django since its last long-term 3, Python since 3.9. */
const recent: Record<Product, readonly string[]> = {
  django: ['3.2', '4.0', '4.1', '4.2', '5.0', '5.1', '5.2', '6.0', '6.1'],
  python: ['3.9', '3.10', '3.11', '3.12', '3.13', '3.14', '3.15'],
};

/** The recent cycles of a product and any older ones that a package names, each with whether it names it. */
export function declaredCycles(product: Product, named: string[]) {
  const cycles = [...new Set([...recent[product], ...named])].sort(compareVersions);
  return cycles.map((cycle) => ({ cycle, isNamed: named.includes(cycle) }));
}
