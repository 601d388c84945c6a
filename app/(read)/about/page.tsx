import type { Metadata } from 'next';
import { PageFrame } from '@/app/page-frame';
import { Section } from '@/components/layout/section';
import { countCatalogue, findCatalogueLoad, listSources } from '@/db/queries/catalogue';
import { countOf } from '@/lib/text/wording';

export const metadata: Metadata = {
  title: 'About and data',
  description: 'What Packgrid is, where its figures come from and how old they are.',
};

export default function AboutPage() {
  const counts = countCatalogue();
  const load = findCatalogueLoad();
  return (
    <PageFrame>
      <div className="max-w-prose [&_a]:underline [&_p+p]:mt-3">
        <h1 className="mb-3 text-title">About Packgrid</h1>
        <p>
          Packgrid answers questions such as “which task queue for Django?”. It puts packages that
          do the same job side by side in a <a href="/grids/">grid</a>: figures that machines
          collect, and features that people enter.
        </p>
        <p>
          The catalogue holds {countOf(counts.packages, 'package')} in{' '}
          {countOf(counts.categories, 'category', 'categories')}, {countOf(counts.grids, 'grid')},{' '}
          {countOf(counts.features, 'feature')} and {countOf(counts.cells, 'cell')} of comparison
          {load && `, as compiled on ${load.generated}`}.
        </p>
        <Section id="grids" title="What a grid is">
          <p>
            One column a package, one row a fact. A check means yes, a cross means no, a dash means
            that nobody has found out yet. A dot marks the best figure of a row; where nothing in a
            row ranks, nothing is marked.
          </p>
        </Section>
        <Section id="figures" title="Where the figures come from">
          <p>
            No figure is guessed. What no source was found for is shown as unknown, and a figure
            that is older than a year says of when it is. Each package page ends with the dates of
            its figures. The sources:
          </p>
          <dl className="mt-3 text-table">
            {listSources().map(({ key, description }) => (
              <div key={key} className="border-b border-line py-2">
                <dt className="font-heading">{key}</dt>
                <dd className="text-quiet" dir="auto">
                  {description}
                </dd>
              </div>
            ))}
          </dl>
        </Section>
        <Section id="health" title="What health is">
          <p>
            One number from 0 to 100 by ten criteria, such as the last commit and the releases of
            Django it supports. <a href="/scoring/">All of them, with their points</a>.
          </p>
        </Section>
        <Section id="api" title="For programs">
          <p>
            The same data as JSON: <a href="/api/">the API</a>, with the URLs and fields that
            clients of djangopackages.org know.
          </p>
        </Section>
        <Section id="accessibility" title="Accessibility">
          <p>
            Every page works without JavaScript, with the keyboard and with a screen reader, in
            light and dark, from the width of a phone up. The aim is WCAG 2.2 AA.
          </p>
          <p>
            Pressing <kbd>/</kbd> moves to the search field. To turn this off, clear “Press / to
            search” at the bottom of any page; this browser remembers it.
          </p>
        </Section>
      </div>
    </PageFrame>
  );
}
