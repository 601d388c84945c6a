import { Notice } from '@/components/layout/notice';
import type { PackageDetail } from '@/db/queries/packages';
import { webAddress } from '@/lib/links';
import { DAY_ZONE, MICROS_PER_DAY, type Clock } from '@/lib/time';
import { describeAge, describeMonth } from '@/lib/wording';

interface WarningsProps {
  detail: PackageDetail;
  hasAlternatives: boolean;
  clock: Clock;
}

const QUIET = 2 * 365 * MICROS_PER_DAY;

/** What a reader must know before choosing this package, each with what to do about it. */
export function Warnings({ detail, hasAlternatives, clock }: WarningsProps) {
  const { package: it } = detail;
  const others = hasAlternatives ? ' Look at the alternatives below.' : '';
  return (
    <>
      {it.isDeprecated && (
        <Notice tone="bad">
          Deprecated{since(it.deprecatedAt)}. <Replacement detail={detail} />
        </Notice>
      )}
      {it.isArchived && (
        <Notice tone="bad">
          Archived{since(it.archivedAt)}: its repository can be read but takes no more changes.
          {others}
        </Notice>
      )}
      {!it.isDeprecated && !it.isArchived && it.lastCommitAt !== null && isQuiet(detail) && (
        <Notice>
          Last commit {describeAge(it.lastCommitAt, clock.now)}. Check that it still works with your
          versions.{others}
        </Notice>
      )}
    </>
  );
}

/** No commit for two years before its repository was last read; what came after that reading, nobody knows. */
function isQuiet({ package: it }: PackageDetail): boolean {
  return (
    it.lastCommitAt !== null && it.commitsAsOf !== null && it.commitsAsOf - it.lastCommitAt > QUIET
  );
}

function since(time: number | null): string {
  return time === null ? '' : ` in ${describeMonth(time, DAY_ZONE)}`;
}

function Replacement({ detail }: { detail: PackageDetail }) {
  const { replacement } = detail;
  const elsewhere = webAddress(detail.package.replacementUrl);
  const href = replacement ? `/packages/p/${replacement.slug}/` : elsewhere;
  if (href === undefined) return 'Choose another one.';
  return (
    <>
      Replaced by{' '}
      <a href={href} className="underline">
        {replacement?.title ?? href}
      </a>
      .
    </>
  );
}
