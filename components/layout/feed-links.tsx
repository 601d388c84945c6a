import { feedLinks } from '@/lib/feeds/links';

interface FeedLinksProps {
  /** What the feed tells, before its forms. */
  label: string;
  path: string;
}

/** A feed in each of its forms. */
export function FeedLinks({ label, path }: FeedLinksProps) {
  return (
    <span className="no-print inline-flex flex-wrap gap-x-2 py-1 text-quiet">
      {label}:
      {feedLinks(path).map(({ name, mediaType, href }) => (
        <a key={href} href={href} type={mediaType} className="underline">
          {name}
        </a>
      ))}
    </span>
  );
}
