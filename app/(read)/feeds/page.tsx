import type { Metadata } from 'next';
import { PageFrame } from '@/app/page-frame';
import { Section } from '@/components/layout/section';
import { listCategories } from '@/db/queries/categories';
import { feedLinks, feedPaths } from '@/lib/feeds/links';
import { alternates, changelogFeed, changesFeed, latestFeeds } from '../page-metadata';

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
          Follow updates in your feed reader. Every feed is available as RSS 2.0, Atom and JSON Feed
          1.1, with the same entries.
        </p>
        <Section id="site" title="All packages">
          <FeedList feeds={[...latestFeeds, changesFeed]} />
        </Section>
        <Section id="changelog" title="This site">
          <FeedList feeds={[changelogFeed]} />
        </Section>
        <Section id="categories" title="New packages by category">
          <FeedList
            feeds={listCategories().map(({ slug, plural, title }) => ({
              path: feedPaths.category(slug),
              title: plural || title,
            }))}
          />
        </Section>
        <Section id="one" title="Grids and packages">
          <p>
            Each <a href="/grids/">grid</a> has a feed of new releases and of packages added to it,
            and each <a href="/packages/">package</a> has a feed of its releases. Their histories
            have feeds of changes. They are linked on each page, and most feed readers find them by
            the page’s URL.
          </p>
          <p>
            Signed-in users can <a href="/watching/">watch</a> grids and packages, and get the
            changes to them in a feed of their own.
          </p>
          <p className="text-caption text-quiet">
            Many release dates are only known to the day or month. Releases dated to a day are
            listed at midnight; those dated to a month when they were first seen.
          </p>
        </Section>
      </div>
    </PageFrame>
  );
}

function FeedList({ feeds }: { feeds: { path: string; title: string }[] }) {
  return (
    <ul className="text-table">
      {feeds.map(({ path, title }) => (
        <li key={path} className="flex flex-wrap gap-x-4 border-b border-line py-2">
          <bdi className="basis-44">{title}</bdi>
          <span className="flex gap-x-4">
            {feedLinks(path).map(({ name, mediaType, href }) => (
              <a key={href} href={href} type={mediaType} className="inline-block py-0.5 underline">
                {name}
                <span className="sr-only">
                  {': '}
                  <bdi>{title}</bdi>
                </span>
              </a>
            ))}
          </span>
        </li>
      ))}
    </ul>
  );
}
