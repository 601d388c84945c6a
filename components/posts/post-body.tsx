import { renderMarkdown } from '@/lib/posts/markdown';
import './post-body.css';

/** The text of a post, from Markdown. */
export function PostBody({ markdown }: { markdown: string }) {
  return (
    <div
      className="post-body"
      dir="auto"
      dangerouslySetInnerHTML={{ __html: renderMarkdown(markdown) }}
    />
  );
}
