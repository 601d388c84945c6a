import { Day } from '@/components/text/age';
import type { Clock, Micros } from '@/lib/time';

interface PostBylineProps {
  post: { publishedAt: Micros; author: string | null };
  clock: Clock;
}

/** When a post was published, and by whom. */
export function PostByline({ post: { publishedAt, author }, clock }: PostBylineProps) {
  return (
    <p className="text-caption text-quiet">
      <Day time={publishedAt} precision="time" clock={clock} />
      {author !== null && (
        <>
          {' by '}
          <a href={`/profiles/${encodeURIComponent(author)}/`} className="underline" dir="auto">
            {author}
          </a>
        </>
      )}
    </p>
  );
}
