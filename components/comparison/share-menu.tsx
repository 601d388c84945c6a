import { CopyButton } from '@/components/layout/copy-button';
import { FeedLinks } from '@/components/layout/feed-links';
import { Menu } from '@/components/layout/menu';
import { Snippet } from '@/components/text/snippet';
import { comparisonLink, type ComparisonQuery } from '@/lib/comparison/query';

interface ShareMenuProps {
  /** Path of the comparison without parameters. */
  path: string;
  query: ComparisonQuery;
  /** Code that embeds this comparison in another site, if available. */
  embed?: string;
  /** Path of the comparison's feed, if it has one. */
  feed?: string;
}

const formats = [
  { format: 'csv', name: 'CSV' },
  { format: 'json', name: 'JSON' },
  { format: 'md', name: 'Markdown' },
];

/** The comparison in other formats, as a feed and for other sites. */
export function ShareMenu({ path, query, embed, feed }: ShareMenuProps) {
  const fileOf = (format: string) => comparisonLink(`${path}table.${format}`, query);
  return (
    <Menu label="Share and export" align="end">
      <p className="flex flex-wrap gap-x-3">
        <span className="text-quiet">Export:</span>
        {formats.map(({ format, name }) => (
          <a key={format} href={fileOf(format)} rel="nofollow" className="py-1 underline">
            {name}
          </a>
        ))}
        <CopyButton label="Copy as Markdown" src={fileOf('md')} />
      </p>
      {feed !== undefined && <FeedLinks label="Subscribe" path={feed} />}
      {embed !== undefined && <Snippet name="Embed this table" text={embed} />}
    </Menu>
  );
}
