import type { ReactNode } from 'react';
import { CopyButton } from '@/components/layout/copy-button';
import { Icon } from '@/components/layout/icon';
import { Day } from '@/components/text/age';
import { Unknown } from '@/components/text/unknown';
import type { PackageDetail } from '@/db/queries/packages';
import { developmentStatusName } from '@/lib/package/development-status';
import { licenseText } from '@/lib/package/licenses';
import { hostName, pypiPage, webAddress } from '@/lib/text/links';
import type { Clock } from '@/lib/time';
import { countOf, formatCount } from '@/lib/text/wording';
import { BadgeSnippets } from './badge-snippets';

interface FactsProps {
  detail: PackageDetail;
  clock: Clock;
  /** Base URL of absolute links. */
  base: string;
}

/** How to install a package, its links, and its short facts. */
export function Facts({ detail, clock, base }: FactsProps) {
  const { package: it, category } = detail;
  const repository = webAddress(it.repoUrl);
  const documentation = webAddress(it.documentationUrl);
  const licence = licenseText(it.licence);
  return (
    <aside aria-label="At a glance" className="text-table">
      {it.pypiName !== null && <InstallCommand command={`pip install ${it.pypiName}`} />}
      <ul className="mt-4 space-y-1">
        {documentation !== undefined && (
          <Place href={documentation} icon="book">
            Documentation
          </Place>
        )}
        {repository !== undefined && (
          <Place href={repository} icon="branch">
            Repository at <bdi>{hostName(repository)}</bdi>
          </Place>
        )}
        {it.pypiName !== null && (
          <Place href={pypiPage(it.pypiName)} icon="box">
            <bdi>{it.pypiName}</bdi> on PyPI
          </Place>
        )}
      </ul>
      <dl className="mt-5">
        <Fact label="Version">
          {it.lastReleaseNumber === null ? (
            <Unknown />
          ) : (
            <bdi className="font-mono">{it.lastReleaseNumber}</bdi>
          )}
          {it.lastReleaseAt !== null && (
            <>
              , <Day time={it.lastReleaseAt} precision={it.lastReleasePrecision} clock={clock} />
            </>
          )}
        </Fact>
        <Fact label="Licence">{licence === null ? <Unknown /> : <bdi>{licence}</bdi>}</Fact>
        <Fact label="Status">{developmentStatusName(it.developmentStatus) ?? <Unknown />}</Fact>
        <Fact label="Requires Python">
          {it.requiresPython === null ? (
            <Unknown />
          ) : (
            <bdi className="font-mono">{it.requiresPython}</bdi>
          )}
        </Fact>
        <Fact label="Downloads">
          {it.pypiDownloadRank === null ? (
            <Unknown />
          ) : (
            `#${formatCount(it.pypiDownloadRank)} of PyPI`
          )}
        </Fact>
        <Fact label="Used by">
          {it.usageCount === null ? (
            <Unknown />
          ) : (
            <>
              {countOf(it.usageCount, 'person', 'people')} of djangopackages.org,{' '}
              <Day time={it.usageCountedAt} precision="month" clock={clock} />
            </>
          )}
        </Fact>
        <Fact label="Category">
          <a href={`/categories/${category.slug}/`} dir="auto">
            {category.title}
          </a>
        </Fact>
        <Fact label="Added">
          <Day time={it.createdAt} precision="time" clock={clock} />
        </Fact>
      </dl>
      <BadgeSnippets slug={it.slug} title={it.title} base={base} />
    </aside>
  );
}

function InstallCommand({ command }: { command: string }) {
  return (
    <div>
      <p className="mb-1 flex items-end justify-between text-caption text-quiet">
        Install <CopyButton label="Copy" text={command} />
      </p>
      <p>
        <code
          dir="ltr"
          className="block overflow-x-auto rounded-md border border-line bg-sunken px-3 py-2 font-mono whitespace-nowrap"
        >
          {command}
        </code>
      </p>
    </div>
  );
}

interface PlaceProps {
  href: string;
  icon: 'book' | 'branch' | 'box';
  children: ReactNode;
}

function Place({ href, icon, children }: PlaceProps) {
  return (
    <li>
      <a href={href} rel="nofollow" className="inline-flex items-center gap-2 py-0.5">
        <Icon name={icon} />
        <span className="min-w-0">{children}</span>
      </a>
    </li>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex justify-between gap-4 border-b border-line py-1.5">
      <dt className="shrink-0 text-quiet">{label}</dt>
      <dd className="min-w-0 text-right">{children}</dd>
    </div>
  );
}
