import type { Metadata } from 'next';
import { PageFrame } from '@/app/page-frame';
import { Section } from '@/components/layout/section';
import { CycleTable } from '@/components/tables/cycle-table';
import { listReadinessCounts } from '@/db/queries/readiness';
import { countStates } from '@/db/queries/statistics';
import { products } from '@/lib/package/readiness';
import { countOf } from '@/lib/text/wording';
import { readClock } from '../../clock';

export const metadata: Metadata = {
  title: 'Readiness',
  description: 'How many Django packages declare support for each version of Django and Python.',
};

export default function ReadinessPage() {
  const clock = readClock();
  const { active } = countStates();

  return (
    <PageFrame>
      <h1 className="text-title">Readiness</h1>
      <p className="mt-1 max-w-prose text-quiet">
        How many of the {countOf(active, 'active package')} declare support for each Django and
        Python version in their classifiers. A package that doesn’t may still work.
      </p>
      <div className="gap-x-14 xl:grid xl:grid-cols-2">
        {products.map(({ key, name }) => (
          <Section key={key} id={key} title={name}>
            <CycleTable
              product={key}
              name={name}
              cycles={listReadinessCounts(key, active).reverse()}
              clock={clock}
            />
          </Section>
        ))}
      </div>
    </PageFrame>
  );
}
