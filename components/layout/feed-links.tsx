import { feedLinks } from '@/lib/feeds/links';

interface FeedLinksProps {
  /** What the feed contains; shown before its formats. */
  label: string;
  path: string;
}

/** Links to a feed in each of its formats. */
export function FeedLinks({ label, path }: FeedLinksProps) {
  return (
    <span className="no-print inline-flex flex-wrap gap-x-2 py-1 text-quiet">
      <span>
        <bdi>{label}</bdi>:
      </span>
      {feedLinks(path).map(({ name, mediaType, href }) => (
        <a key={href} href={href} type={mediaType} className="underline">
          {name}
        </a>
      ))}
    </span>
  );
}
