import type { Metadata } from 'next';
import { readBase } from '@/app/address';
import { readClock } from '@/app/clock';
import { PageFrame } from '@/app/page-frame';
import { currentAccount } from '@/app/session';
import { PostBody } from '@/components/posts/post-body';
import { PostByline } from '@/components/posts/post-byline';
import { findPost } from '@/db/queries/posts';
import { mayDo } from '@/lib/accounts/permissions';
import { isPublic } from '@/lib/posts/is-public';
import { firstParagraph } from '@/lib/posts/markdown';
import { MissingPage, missingMetadata } from '../../missing-page';
import { alternates, changelogFeed, pageMetadata } from '../../page-metadata';
import { PageTrail } from '../../page-trail';

type Props = PageProps<'/changelog/[slug]'>;

const trail = [{ href: '/changelog/', label: 'Changelog' }];

async function findAsked({ params }: Pick<Props, 'params'>) {
  const post = findPost((await params).slug);
  return post && isPublic(post, readClock().now) ? post : undefined;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const post = await findAsked({ params });
  if (!post) return missingMetadata;
  return pageMetadata({
    title: post.title,
    description: firstParagraph(post.body),
    alternates: alternates(`/changelog/${post.slug}/`, [changelogFeed]),
  });
}

export default async function PostPage({ params }: Props) {
  const post = await findAsked({ params });
  if (!post) return <MissingPage name={(await params).slug} />;
  const mayWrite = mayDo(await currentAccount(), 'post.write');
  const base = await readBase();
  return (
    <PageFrame>
      <PageTrail base={base} trail={trail} name={post.title} />
      <article>
        <h1 className="text-title" dir="auto">
          {post.title}
        </h1>
        <PostByline post={post} clock={readClock()} />
        <div className="mt-4">
          <PostBody markdown={post.body} />
        </div>
      </article>
      {mayWrite && (
        <p className="mt-10">
          <a href={`/changelog/${post.slug}/edit/`} className="underline">
            Edit this post
          </a>
        </p>
      )}
    </PageFrame>
  );
}
