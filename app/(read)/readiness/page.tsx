import type { Metadata } from 'next';
import { PageFrame } from '@/app/page-frame';
import { Section } from '@/components/layout/section';
import { CycleTable } from '@/components/tables/cycle-table';
import { countStates, listSupportSizes } from '@/db/queries/statistics';
import { recentCycles } from '@/lib/package/cycles';
import { products } from '@/lib/package/readiness';
import { countOf } from '@/lib/text/wording';
import { readClock } from '../../clock';

export const metadata: Metadata = {
  title: 'Readiness',
  description: 'Which Django packages say that they run on each release of Django and Python.',
};

export default function ReadinessPage() {
  const clock = readClock();
  const { active } = countStates();
  const sizes = listSupportSizes();

  return (
    <PageFrame>
      <h1 className="text-title">Readiness</h1>
      <p className="mt-1 max-w-prose text-quiet">
        How many of the {countOf(active, 'active package')} name a release of Django or Python in
        their trove classifiers. One that does not name it may still run on it.
      </p>
      <div className="gap-x-14 lg:grid lg:grid-cols-2">
        {products.map(({ key, name }) => {
          const countOfCycle = (cycle: string) =>
            sizes.find((it) => it.product === key && it.cycle === cycle)?.count ?? 0;
          const cycles = recentCycles[key].map((recent) => ({
            ...recent,
            count: countOfCycle(recent.cycle),
          }));
          return (
            <Section key={key} id={key} title={name}>
              <CycleTable
                product={key}
                name={name}
                cycles={cycles.reverse()}
                total={active}
                clock={clock}
              />
            </Section>
          );
        })}
      </div>
    </PageFrame>
  );
}
