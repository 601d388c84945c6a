import type { Metadata } from 'next';
import { PageFrame } from '@/app/page-frame';
import { Section } from '@/components/layout/section';
import { countCatalogue, findCatalogueLoad, listSources } from '@/db/queries/catalogue';
import { countOf, nameDay } from '@/lib/text/wording';

export const metadata: Metadata = {
  title: 'About',
  description: 'What Packgrid is, and where its data comes from.',
};

export default function AboutPage() {
  const counts = countCatalogue();
  const load = findCatalogueLoad();
  return (
    <PageFrame>
      <div className="max-w-prose [&_a]:underline [&_p+p]:mt-3">
        <h1 className="mb-3 text-title">About Packgrid</h1>
        <p>
          Packgrid helps you choose among Django packages. Packages that do the same job are
          compared side by side in a <a href="/grids/">grid</a>, by figures collected from public
          sources and by features that people enter.
        </p>
        <p>
          The catalogue has {countOf(counts.packages, 'package')} in{' '}
          {countOf(counts.categories, 'category', 'categories')}, and{' '}
          {countOf(counts.grids, 'grid')} with {countOf(counts.features, 'feature')} and{' '}
          {countOf(counts.cells, 'cell')}
          {load && `; compiled on ${nameDay(load.generated)}`}.
        </p>
        <Section id="grids" title="How to read a grid">
          <p>
            Each column is a package, each row a fact. A check means yes, a cross means no and a
            dash means unknown. A dot marks the best figure in a row.
          </p>
        </Section>
        <Section id="figures" title="Data sources">
          <p>
            No figure is guessed: missing data is shown as unknown, and figures over a year old show
            their date. Each package page lists the sources and dates of its figures. The sources
            are:
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
        <Section id="health" title="Health">
          <p>
            A score from 0 to 100, calculated from ten criteria such as the last commit and the
            supported Django versions. <a href="/scoring/">How health is scored</a>
          </p>
        </Section>
        <Section id="api" title="API and licence">
          <p>
            All data is also available through the <a href="/api/">API</a>, which is compatible with
            clients of djangopackages.org, and as <a href="/dumps/">dumps</a>. It is free to use;
            see the <a href="/terms/">terms</a>. The software is open source, under the MIT licence.
          </p>
          <p>
            See also <a href="/faq/">frequently asked questions</a>,{' '}
            <a href="/acceptable-use/">acceptable use</a>, <a href="/funding/">funding</a> and the{' '}
            <a href="/stack/">software stack</a>.
          </p>
        </Section>
        <Section id="accessibility" title="Accessibility">
          <p>
            Packgrid aims to meet WCAG 2.2 AA. Every page works without JavaScript, with a keyboard,
            with a screen reader and on a phone. “Theme” at the top of each page switches between
            light and dark.
          </p>
          <p>
            Press <kbd>/</kbd> to move to the search field. To turn this off, clear “Press / to
            search” at the bottom of any page. Both settings are saved in your browser.
          </p>
        </Section>
      </div>
    </PageFrame>
  );
}
