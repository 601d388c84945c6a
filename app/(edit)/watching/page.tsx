import type { Metadata } from 'next';
import { History } from '@/app/(read)/history/history';
import { Form, Hidden } from '@/components/forms/form';
import { FeedLinks } from '@/components/layout/feed-links';
import { Section } from '@/components/layout/section';
import { listWatched } from '@/db/queries/watches';
import { feedPaths } from '@/lib/feeds/links';
import { declaredQuery } from '@/lib/routes/query';
import { openForm } from '../run-form';
import { signedIn } from '../signed-in';
import { changeFeed } from './actions';

export const metadata: Metadata = { title: 'Watching' };

export default async function WatchingPage({ searchParams }: PageProps<'/watching'>) {
  const { id, feedToken } = await signedIn('/watching/');
  const query = declaredQuery('/watching', await searchParams);
  const { packages, grids } = listWatched(id);
  const isEmpty = packages.length + grids.length === 0;
  return (
    <>
      <h1 className="text-title">Watching</h1>
      {isEmpty && (
        <p className="mt-3 max-w-prose">
          You don’t watch anything yet. Each package links to “Save, use, watch”, and the history of
          each grid to “Watch this grid”.
        </p>
      )}
      {grids.length > 0 && (
        <Section id="grids" title="Grids">
          <Names records={grids} path="/grids/g/" />
        </Section>
      )}
      {packages.length > 0 && (
        <Section id="packages" title="Packages">
          <Names records={packages} path="/packages/p/" />
        </Section>
      )}
      {!isEmpty && (
        <Section id="changes" title="Recent changes to them">
          <History scope={{ of: 'watched', id }} path="/watching/" query={query} />
        </Section>
      )}
      <Section id="feed" title="Your feed">
        <Feed token={feedToken} />
      </Section>
    </>
  );
}

function Names({ records, path }: { records: { slug: string; title: string }[]; path: string }) {
  return (
    <ul className="flex flex-wrap gap-x-4">
      {records.map(({ slug, title }) => (
        <li key={slug} className="py-1">
          <a href={`${path}${slug}/`} dir="auto">
            {title}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** The address of the feed, and forms to change it. */
function Feed({ token }: { token: string | null }) {
  if (token === null) {
    return (
      <>
        <p className="mb-4 max-w-prose">
          Follow these changes in a feed reader, at an address that only you know.
        </p>
        <FeedForm wanted="renew" submit="Create feed" />
      </>
    );
  }
  return (
    <>
      <p className="max-w-prose">
        Anyone who has its address can read it. A new address replaces this one.
      </p>
      <p className="mb-4">
        <FeedLinks label="Changes to what you watch" path={feedPaths.watched(token)} />
      </p>
      <div className="flex flex-wrap gap-4">
        <FeedForm wanted="renew" submit="Change address" />
        <FeedForm wanted="remove" submit="Turn off feed" />
      </div>
    </>
  );
}

async function FeedForm({ wanted, submit }: { wanted: 'renew' | 'remove'; submit: string }) {
  return (
    <Form
      action={changeFeed}
      initial={await openForm({ feed: wanted })}
      submit={submit}
      labels={{}}
    >
      <Hidden name="feed" />
    </Form>
  );
}
