import { TickList } from '@/components/comparison/tick-list';
import { UnknownPackages } from '@/components/comparison/unknown-packages';
import { Breadcrumbs } from '@/components/layout/breadcrumbs';
import { Button } from '@/components/layout/button';
import { Notice } from '@/components/layout/notice';
import { Section } from '@/components/layout/section';
import { KeptGrids } from '@/components/lists/kept-grids';
import { PageFrame } from '@/app/page-frame';
import { listBestKeptGrids, listNeighbours } from '@/db/queries/grids';
import { listPackages, listPackagesOf } from '@/db/queries/packages';
import { findHits } from '@/db/queries/search';
import { listSelectedPackages } from '@/db/queries/selections';
import { rankAlternatives } from '@/lib/comparison/alternatives';
import { MOST_COMPARED } from '@/lib/comparison/selection';
import { MAX_SEARCH_LENGTH } from '@/lib/list/query';
import { documentOfNumber } from '@/lib/search/document-number';
import { listPackageNumbers } from '@/lib/search/engine';
import { readQuery } from '@/lib/search/query';
import { DEFAULT_PACKAGE_SORT } from '@/lib/list/sort-orders';

interface ChooserProps {
  chosen: string[];
  unknown: string[];
  find: { q: string; isCut: boolean };
}

const MOST_OFFERED = 20;
const MOST_POPULAR = 12;

/** Page for choosing packages to compare. It is one form, so that searching keeps the selection. */
export function Chooser({ chosen, unknown, find }: ChooserProps) {
  const packages = listSelectedPackages(chosen);
  const offered = offer(packages, find.q);
  const hasPopular = chosen.length === 0 && find.q === '';
  return (
    <PageFrame>
      <Breadcrumbs trail={[{ href: '/packages/', label: 'Packages' }]} />
      <h1 className="text-title">Choose packages to compare</h1>
      <p className="mt-1 max-w-prose">
        Select 2 to {MOST_COMPARED} packages
        {hasPopular && ', or start from a popular comparison'}.
      </p>
      <UnknownPackages names={unknown} />
      {packages.length > MOST_COMPARED && (
        <Notice>
          {packages.length} packages are selected, but at most {MOST_COMPARED} can be compared.
          Remove {packages.length - MOST_COMPARED} of them.
        </Notice>
      )}
      <form action="/compare/" className="mt-5">
        <div className="flex max-w-prose flex-wrap items-end gap-3 text-table">
          <div className="min-w-0 flex-1 basis-60">
            <label htmlFor="find" className="block text-caption text-quiet">
              Search packages
            </label>
            <input
              id="find"
              type="search"
              name="find"
              defaultValue={find.q}
              maxLength={MAX_SEARCH_LENGTH}
              className="h-9 w-full rounded-md border border-edge bg-raised px-3"
            />
          </div>
          <Button name="more" value="1">
            Find
          </Button>
        </div>
        <TickList title="Selected" packages={packages} isTicked />
        <TickList title={offered.title} packages={offered.packages} />
        {find.q !== '' && offered.packages.length === 0 && (
          <p className="mt-6 max-w-prose">
            No other package matches <q dir="auto">{find.q}</q>. Try fewer or shorter words.
          </p>
        )}
        <p className="mt-6">
          <Button>Compare selected</Button>
        </p>
      </form>
      {hasPopular && (
        <Section id="popular" title="Popular comparisons">
          <KeptGrids grids={listBestKeptGrids(MOST_POPULAR)} />
        </Section>
      )}
    </PageFrame>
  );
}

/** Packages that could be added: those that match the search, else alternatives to the selected ones, else the best known. */
function offer(chosen: ReturnType<typeof listSelectedPackages>, words: string) {
  const isNew = ({ slug }: { slug: string }) => chosen.every((it) => it.slug !== slug);
  if (words === '' && chosen.length > 0) {
    const near = rankAlternatives(chosen.flatMap(({ id }) => listNeighbours(id).active));
    const packages = near.filter(isNew).slice(0, MOST_OFFERED);
    if (packages.length > 0) return { title: 'In the same grids', packages };
  }
  const enough = { limit: MOST_OFFERED + chosen.length, offset: 0 };
  const found = words === '' ? listPackages({}, DEFAULT_PACKAGE_SORT, enough) : search(words);
  const title = words === '' ? 'Most stars' : 'Search results';
  return { title, packages: found.filter(isNew).slice(0, MOST_OFFERED) };
}

function search(words: string) {
  const found = findHits(readQuery(words));
  const numbers = found.isRelaxed ? [] : listPackageNumbers(found).slice(0, MOST_COMPARED);
  return listPackagesOf(numbers.map((number) => documentOfNumber(number).id));
}
