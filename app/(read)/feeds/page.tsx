import type { Metadata } from 'next';
import { FeedLinks } from '@/components/layout/feed-links';
import { PageFrame } from '@/app/page-frame';
import { Section } from '@/components/layout/section';
import { listCategories } from '@/db/queries/categories';
import { feedPaths } from '@/lib/feeds/links';
import { alternates, latestFeeds } from '../page-metadata';

export const metadata: Metadata = {
  title: 'Feeds',
  description: 'New Django packages and releases as RSS, Atom and JSON Feed.',
  alternates: alternates('/feeds/', latestFeeds),
};

/** Lists all feeds, or where to find them. */
export default function FeedsPage() {
  return (
    <PageFrame>
      <div className="max-w-prose [&_p+p]:mt-3 [&_p>a]:underline">
        <h1 className="mb-3 text-title">Feeds</h1>
        <p>
          A feed reader tells you of what is new without a visit. Every feed comes as RSS 2.0, Atom
          and JSON Feed 1.1, with the same entries.
        </p>
        <Section id="site" title="The whole site">
          <FeedList feeds={latestFeeds} />
        </Section>
        <Section id="categories" title="New packages of a category">
          <FeedList
            feeds={listCategories().map(({ slug, plural, title }) => ({
              path: feedPaths.category(slug),
              title: plural || title,
            }))}
          />
        </Section>
        <Section id="one" title="A grid or a package">
          <p>
            The page of each <a href="/grids/">grid</a> has a feed of the releases of its packages
            and of the packages that join it, and the page of each <a href="/packages/">package</a>{' '}
            one of its releases. Feed readers also find them from the address of the page.
          </p>
          <p className="text-caption text-quiet">
            Many release dates are only known to the day or month. An entry dated to a day has its
            midnight; one dated to a month has the time at which it was first listed here, and says
            so.
          </p>
        </Section>
      </div>
    </PageFrame>
  );
}

function FeedList({ feeds }: { feeds: { path: string; title: string }[] }) {
  return (
    <ul>
      {feeds.map(({ path, title }) => (
        <li key={path}>
          <FeedLinks label={title} path={path} />
        </li>
      ))}
    </ul>
  );
}
