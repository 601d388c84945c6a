import type { Metadata } from 'next';
import { FeedLinks } from '@/components/layout/feed-links';
import { PageFrame } from '@/components/layout/page-frame';
import { Section } from '@/components/layout/section';
import { listCategories } from '@/db/queries/categories';
import { feedPaths } from '@/lib/feeds/links';
import { alternates, latestFeeds } from '../page-metadata';

export const metadata: Metadata = {
  title: 'Feeds',
  description: 'New Django packages and releases as RSS, Atom and JSON Feed.',
  alternates: alternates('/feeds/', latestFeeds),
};

/** All feeds, or where to find them. */
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
            Of many releases only the day or the month is known. Their entries carry no time, rather
            than a wrong one, and say in words what is known.
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
