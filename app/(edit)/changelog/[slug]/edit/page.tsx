import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Form, Hidden } from '@/components/forms/form';
import { PostFieldset, postLabels } from '@/components/forms/post-fieldset';
import { Refusal } from '@/components/forms/refusal';
import { Breadcrumbs } from '@/components/layout/breadcrumbs';
import { Section } from '@/components/layout/section';
import { PostBody } from '@/components/posts/post-body';
import { findPost } from '@/db/queries/posts';
import { mayDo } from '@/lib/accounts/permissions';
import { timeText } from '@/lib/posts/fields';
import { openForm } from '../../../run-form';
import { signedIn } from '../../../signed-in';
import { editPost, removePost } from '../../actions';

export const metadata: Metadata = { title: 'Edit a post' };

type Props = PageProps<'/changelog/[slug]/edit'>;
type Post = NonNullable<ReturnType<typeof findPost>>;

export default async function EditPostPage({ params }: Props) {
  const { slug } = await params;
  const account = await signedIn(`/changelog/${slug}/edit/`);
  const mayWrite = mayDo(account, 'post.write');
  // Others learn nothing about drafts, not even whether there is one.
  const post = mayWrite ? findPost(slug) : undefined;
  if (mayWrite && !post) notFound();
  return (
    <>
      <Breadcrumbs trail={[{ href: '/changelog/', label: 'Changelog' }]} />
      <h1 className="mb-3 text-title">Edit a post</h1>
      {post ? <PostForms post={post} /> : <Refusal permission="post.write" />}
    </>
  );
}

async function PostForms({ post }: { post: Post }) {
  const fields = { title: post.title, body: post.body };
  const publishing = {
    state: post.publishedAt === null ? 'draft' : 'published',
    publishedAt: timeText(post.publishedAt),
  };
  const ids = { post: String(post.id) };
  return (
    <>
      <Form
        action={editPost}
        initial={await openForm({ ...fields, ...publishing, ...ids }, fields)}
        submit="Save"
        labels={postLabels}
      >
        <Hidden name="post" />
        <Hidden name="opened" />
        <PostFieldset />
      </Form>
      <Section id="preview" title="Preview">
        <p className="mb-3 text-caption text-quiet">As it was last saved.</p>
        <PostBody markdown={post.body} />
      </Section>
      <Section id="delete" title="Delete">
        <p className="mb-3">A deleted post can’t be restored.</p>
        <Form
          action={removePost}
          initial={await openForm(ids)}
          submit="Delete this post"
          labels={{}}
        >
          <Hidden name="post" />
        </Form>
      </Section>
    </>
  );
}
