import type { Metadata } from 'next';
import { readClock } from '@/app/clock';
import { Form } from '@/components/forms/form';
import { PostFieldset, postLabels } from '@/components/forms/post-fieldset';
import { Refusal } from '@/components/forms/refusal';
import { Breadcrumbs } from '@/components/layout/breadcrumbs';
import { Section } from '@/components/layout/section';
import { Day } from '@/components/text/age';
import { listUnpublishedPosts } from '@/db/queries/posts';
import { mayDo } from '@/lib/accounts/permissions';
import { openForm } from '../../run-form';
import { signedIn } from '../../signed-in';
import { createPost } from '../actions';

export const metadata: Metadata = { title: 'Add a post' };

export default async function AddPostPage() {
  const account = await signedIn('/changelog/add/');
  return (
    <>
      <Breadcrumbs trail={[{ href: '/changelog/', label: 'Changelog' }]} />
      <h1 className="mb-3 text-title">Add a post</h1>
      {mayDo(account, 'post.write') ? (
        <>
          <Form
            action={createPost}
            initial={await openForm({ state: 'draft' })}
            submit="Add post"
            labels={postLabels}
          >
            <PostFieldset />
          </Form>
          <Unpublished />
        </>
      ) : (
        <Refusal permission="post.write" />
      )}
    </>
  );
}

/** Posts that are not public, which no other page lists. */
function Unpublished() {
  const clock = readClock();
  const posts = listUnpublishedPosts(clock.now);
  if (posts.length === 0) return null;
  return (
    <Section id="unpublished" title="Not published yet">
      <ul className="text-table">
        {posts.map(({ slug, title, publishedAt }) => (
          <li key={slug} className="border-b border-line py-2">
            <a href={`/changelog/${slug}/edit/`} dir="auto">
              {title}
            </a>{' '}
            <span className="text-quiet">
              {publishedAt === null ? (
                'draft'
              ) : (
                <>
                  on <Day time={publishedAt} precision="time" clock={clock} />
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
