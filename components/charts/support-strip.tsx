import { declaredCycles, recentCycles, type Product } from '@/lib/package/cycles';
import { phaseOf } from '@/lib/package/readiness';
import type { Micros } from '@/lib/time';

interface SupportStripProps {
  product: Product;
  /** The cycles that the package declares. */
  declared: string[];
  now: Micros;
}

const names = { django: 'Django', python: 'Python' };

/** A cycle that is no longer listed ended long ago. */
function hasEnded(product: Product, cycle: string, now: Micros): boolean {
  const found = recentCycles[product].find((it) => it.cycle === cycle);
  return !found || phaseOf(found, now) === 'ended';
}

/** The versions of Django or Python in a row: those that a package declares are filled, and those past their end of life grey. */
export function SupportStrip({ product, declared, now }: SupportStripProps) {
  const name = names[product];
  return (
    <div className="gap-x-4 text-table sm:flex sm:items-baseline">
      <h3 className="w-16 text-table font-normal max-sm:mb-1">{name}</h3>
      {declared.length === 0 ? (
        <p className="text-quiet">No {name} version declared.</p>
      ) : (
        <ul className="cycles min-w-0">
          {declaredCycles(product, declared).map(({ cycle, isNamed }) => {
            const isOld = hasEnded(product, cycle, now);
            return (
              <li key={cycle} className={classOf(isNamed, isOld)}>
                {cycle}
                <span className="sr-only">
                  {isNamed ? ' declared' : ' not declared'}
                  {isOld && ', end of life'},{' '}
                </span>
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}

/** The classes of support-strip.css. */
function classOf(isDeclared: boolean, hasEnded: boolean): string | undefined {
  const classes = [isDeclared ? 'declared' : '', hasEnded ? 'ended' : ''];
  return classes.filter((name) => name !== '').join(' ') || undefined;
}
