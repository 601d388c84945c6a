import type { Metadata } from 'next';
import { readClock } from '@/app/clock';
import { PageFrame } from '@/app/page-frame';
import { currentAccount } from '@/app/session';
import { Breadcrumbs } from '@/components/layout/breadcrumbs';
import { ListedTable } from '@/components/tables/listed-table';
import { Age } from '@/components/text/age';
import { listEntriesOf } from '@/db/queries/named-lists';
import { compareLink, FEWEST_COMPARED, MOST_COMPARED } from '@/lib/comparison/selection';
import { countOf } from '@/lib/text/wording';
import { MissingPage, missingMetadata } from '../../../missing-page';
import { pageMetadata } from '../../../page-metadata';
import { findShownList } from './load';

type Props = PageProps<'/lists/[account]/[slug]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = findShownList(await params, await currentAccount());
  if (!found) return missingMetadata;
  const { title, description } = found.list;
  const { name } = found.owner;
  return pageMetadata({ title: `${title} by ${name}`, description, robots: { index: false } });
}

/** A list of packages. Its owner's requests have a session, so they are rendered for them alone and may show what is private. */
export default async function ListPage({ params }: Props) {
  const viewer = await currentAccount();
  const found = findShownList(await params, viewer);
  if (!found) return <MissingPage name={(await params).slug} />;
  const { owner, list } = found;
  const clock = readClock();
  const packages = listEntriesOf(list.id);
  const path = `/lists/${owner.name}/${list.slug}/`;
  return (
    <PageFrame>
      <Breadcrumbs trail={[{ href: `/profiles/${owner.name}/`, label: owner.name }]} />
      <h1 className="text-title" dir="auto">
        {list.title}
      </h1>
      <p className="text-quiet">
        {list.isPrivate ? 'Private list' : 'List'} of {countOf(packages.length, 'package')} by{' '}
        <a href={`/profiles/${owner.name}/`}>{owner.name}</a>, changed{' '}
        <Age time={list.modifiedAt} precision="time" clock={clock} />
      </p>
      {list.description !== '' && (
        <p className="mt-3 max-w-prose whitespace-pre-line" dir="auto">
          {list.description}
        </p>
      )}
      <p className="mt-3 mb-4 flex flex-wrap gap-x-4">
        <CompareAll slugs={packages.map(({ slug }) => slug)} />
        {viewer?.id === owner.id && (
          <a href={`${path}edit/`} className="underline">
            Edit this list
          </a>
        )}
      </p>
      {packages.length === 0 ? (
        <p className="py-6">No packages yet.</p>
      ) : (
        <ListedTable
          packages={packages}
          clock={clock}
          remark={({ note }) =>
            note !== '' && (
              <span className="block max-w-prose" dir="auto">
                {note}
              </span>
            )
          }
        />
      )}
    </PageFrame>
  );
}

/** Link to the comparison of all packages of a list, or of as many as a comparison can have. */
function CompareAll({ slugs }: { slugs: string[] }) {
  if (slugs.length < FEWEST_COMPARED) return null;
  return (
    <a href={compareLink(slugs.slice(0, MOST_COMPARED))} className="underline">
      {slugs.length > MOST_COMPARED ? `Compare the first ${MOST_COMPARED}` : 'Compare these'}
    </a>
  );
}
