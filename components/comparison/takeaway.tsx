import { CopyButton } from '@/components/layout/copy-button';
import { Snippet } from '@/components/text/snippet';
import { markup } from '@/lib/text/markup';

interface TakeawayProps {
  links: { format: string; href: string }[];
  /** Code that embeds this table in another site, if available. */
  embed?: string | undefined;
}

const names: Record<string, string> = { csv: 'CSV', json: 'JSON', md: 'Markdown' };

const signs = markup`
<div><dt data-mark="yes"></dt><dd>yes; more signs for more of it</dd></div>
<div><dt data-mark="no"></dt><dd>no</dd></div>
<div><dt data-unknown></dt><dd>unknown: nobody has entered it yet</dd></div>
<div><dt data-best></dt><dd>best figure, unless the figures were read more than a year apart</dd></div>
<div><dt><small>in May 2022</small></dt><dd>of when a figure is that is older than a year</dd></div>`;

/** The symbols of the table, styled as in the table. */
function Legend() {
  return (
    <dl
      aria-label="Signs"
      className="comparison-legend"
      dangerouslySetInnerHTML={{ __html: signs.__html }}
    />
  );
}

/** Legend of the table, and links to its other formats. */
export function Takeaway({ links, embed }: TakeawayProps) {
  const file = links.find(({ format }) => format === 'md');
  return (
    <div className="mt-4 flex flex-wrap justify-between gap-x-8 gap-y-2 text-caption text-quiet">
      <Legend />
      <p className="no-print">
        This table as{' '}
        {links.map(({ format, href }, index) => (
          <span key={format}>
            {index > 0 && ', '}
            <a href={href} rel="nofollow" className="underline">
              {names[format]}
            </a>
          </span>
        ))}
        {file && (
          <span className="ml-3">
            <CopyButton label="Copy as Markdown" src={file.href} />
          </span>
        )}
      </p>
      {embed !== undefined && (
        <details className="no-print w-full">
          <summary className="inline-block py-1">Show this table on another site</summary>
          <Snippet name="HTML" text={embed} />
        </details>
      )}
    </div>
  );
}
