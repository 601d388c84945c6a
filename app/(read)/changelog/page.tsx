import type { Metadata } from 'next';
import { readClock } from '@/app/clock';
import { PageFrame } from '@/app/page-frame';
import { currentAccount } from '@/app/session';
import { FeedLinks } from '@/components/layout/feed-links';
import { SliceStatus } from '@/components/lists/slice-status';
import { PostByline } from '@/components/posts/post-byline';
import { Pager } from '@/components/tables/pager';
import { listPostHeadings, listPosts } from '@/db/queries/posts';
import { mayDo } from '@/lib/accounts/permissions';
import { feedPaths } from '@/lib/feeds/links';
import { pageOf } from '@/lib/list/paging';
import { pageQuery } from '@/lib/list/query';
import { firstParagraph } from '@/lib/posts/markdown';
import { declaredQuery } from '@/lib/routes/query';
import { linkTo } from '@/lib/text/links';
import { alternates, changelogFeed, listAddress } from '../page-metadata';

type Props = PageProps<'/changelog'>;

const PATH = '/changelog/';
const PAGE_SIZE = 20;

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const address = listAddress(PATH, declaredQuery('/changelog', await searchParams));
  return {
    title: 'Changelog',
    description: 'What is new on Packgrid.',
    alternates: alternates(address, [changelogFeed]),
  };
}

export default async function ChangelogPage({ searchParams }: Props) {
  const query = declaredQuery('/changelog', await searchParams);
  const { page: requestedPage } = pageQuery.parse(query);
  const clock = readClock();
  const total = listPostHeadings(clock.now).length;
  const paging = pageOf(total, requestedPage, PAGE_SIZE);
  const mayWrite = mayDo(await currentAccount(), 'post.write');
  return (
    <PageFrame>
      <h1 className="mb-3 text-title">Changelog</h1>
      <p className="mb-3 max-w-prose">
        News about this site. For edits to packages and grids, see the{' '}
        <a href="/history/" className="underline">
          history
        </a>
        .
      </p>
      <p className="mb-4 text-caption">
        <FeedLinks label="Subscribe" path={feedPaths.changelog} />
      </p>
      {mayWrite && <ModeratorLinks />}
      {total === 0 ? (
        <p className="py-6">No posts yet.</p>
      ) : (
        <SliceStatus total={total} paging={paging} requestedPage={requestedPage} thing="post" />
      )}
      {listPosts(clock.now, paging).map((post) => (
        <article key={post.slug} className="border-b border-line py-4">
          <h2 className="text-lead">
            <a href={`${PATH}${post.slug}/`} dir="auto">
              {post.title}
            </a>
          </h2>
          <PostByline post={post} clock={clock} />
          <p className="mt-2 max-w-prose" dir="auto">
            {firstParagraph(post.body)}
          </p>
        </article>
      ))}
      <Pager
        page={paging.page}
        pages={paging.pages}
        hrefOf={(page) => linkTo(PATH, { page }, { page: 1 })}
      />
    </PageFrame>
  );
}

/** Rendered for moderators alone, since requests with a session are never cached. */
function ModeratorLinks() {
  const links = [
    { href: '/changelog/add/', label: 'Add a post' },
    { href: '/announcements/', label: 'Announcements' },
    { href: '/of-the-week/', label: 'Grid and package of the week' },
  ];
  return (
    <ul className="mb-4 flex flex-wrap gap-x-4">
      {links.map(({ href, label }) => (
        <li key={href}>
          <a href={href} className="inline-block py-1 underline">
            {label}
          </a>
        </li>
      ))}
    </ul>
  );
}
