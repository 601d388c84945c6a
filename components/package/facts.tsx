import type { ReactNode } from 'react';
import { Icon } from '@/components/layout/icon';
import { Day, StaleSince } from '@/components/text/age';
import { Count } from '@/components/text/count';
import { Unknown } from '@/components/text/unknown';
import type { PackageDetail } from '@/db/queries/packages';
import { developmentStatusName } from '@/lib/package/development-status';
import { licenseText } from '@/lib/package/licenses';
import { projectLinks, type ProjectLink } from '@/lib/package/project-links';
import type { Clock } from '@/lib/time';
import { countOf } from '@/lib/text/wording';
import { BadgeSnippets } from './badge-snippets';
import { Install } from './install';

interface FactsProps {
  detail: PackageDetail;
  clock: Clock;
  /** Base URL of absolute links. */
  base: string;
}

/** How to install a package, its links, and its short facts. */
export function Facts({ detail, clock, base }: FactsProps) {
  const { package: it, category } = detail;
  const licence = licenseText(it.licence);
  const links = projectLinks(it);
  return (
    <aside aria-label="At a glance" className="flex flex-col gap-y-5 text-table">
      {it.pypiName !== null && <Install pypiName={it.pypiName} />}
      {links.length > 0 && (
        <ul className="flex flex-wrap gap-x-5 lg:flex-col">
          {links.map((link) => (
            <Place key={link.href} {...link} />
          ))}
        </ul>
      )}
      <dl>
        <Fact label="Licence">{licence === null ? <Unknown /> : <bdi>{licence}</bdi>}</Fact>
        <Fact label="Status">{developmentStatusName(it.developmentStatus) ?? <Unknown />}</Fact>
        <Fact label="Requires Python">
          {it.requiresPython === null ? (
            <Unknown />
          ) : (
            <bdi className="font-mono">{it.requiresPython}</bdi>
          )}
        </Fact>
        <Fact label="Forks">
          <Count value={it.repoForks} />
          {it.repoForks !== null && <StaleSince asOf={it.repoFiguresAt} clock={clock} />}
        </Fact>
        <Fact label="Used by">
          {it.usageCount === null ? (
            <Unknown />
          ) : (
            <>
              {countOf(it.usageCount, 'person', 'people')}
              {it.usageCountedAt !== null && (
                <>
                  {' '}
                  <span className="whitespace-nowrap">
                    (<Day time={it.usageCountedAt} precision="month" clock={clock} />)
                  </span>
                </>
              )}
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

function Place({ label, name, href, icon }: ProjectLink) {
  return (
    <li>
      <a href={href} rel="nofollow" className="inline-flex items-center gap-2 py-1">
        <Icon name={icon} />
        <span className="min-w-0">
          {label}
          {name !== undefined && <bdi>{name}</bdi>}
        </span>
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
