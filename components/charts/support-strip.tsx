import { declaredCycles, type Product } from '@/lib/package/cycles';

interface SupportStripProps {
  product: Product;
  /** The cycles that the package declares; null if its classifiers were never read. */
  named: string[] | null;
}

const names = { django: 'Django', python: 'Python' };

/** The releases of Django or Python in a row; those that a package declares differ in shape and text. */
export function SupportStrip({ product, named }: SupportStripProps) {
  const name = names[product];
  if (named === null) return <p className="text-table text-quiet">{name}: unknown.</p>;
  if (named.length === 0) return <p className="text-table">{name}: no release named.</p>;
  return (
    <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
      <h3 className="w-16 text-table font-normal">{name}</h3>
      <ul className="flex flex-wrap gap-1 font-mono text-table">
        {declaredCycles(product, named).map(({ cycle, isNamed }) => (
          <li
            key={cycle}
            data-named={isNamed}
            className="rounded-sm border border-transparent px-2 py-0.5 data-[named=false]:text-quiet data-[named=false]:line-through data-[named=true]:border-good data-[named=true]:bg-good-tint"
          >
            {cycle}
            <span className="sr-only">{isNamed ? ' named' : ' not named'}, </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
