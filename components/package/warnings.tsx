import { Notice } from '@/components/layout/notice';
import type { PackageDetail } from '@/db/queries/packages';
import { webAddress } from '@/lib/links';
import { MICROS_PER_DAY, type Clock } from '@/lib/time';
import { describeAge, describeMonth } from '@/lib/wording';

interface WarningsProps {
  detail: PackageDetail;
  clock: Clock;
}

const QUIET_YEARS = 2;

/** What a reader must know before choosing this package, each with what to do about it. */
export function Warnings({ detail, clock }: WarningsProps) {
  const { package: it } = detail;
  const isOver = it.isDeprecated || detail.replacement !== null || it.isArchived;
  const isQuiet =
    it.lastCommitAt !== null && clock.now - it.lastCommitAt > QUIET_YEARS * 365 * MICROS_PER_DAY;
  return (
    <>
      {(it.isDeprecated || detail.replacement !== null) && (
        <Notice tone="bad">
          Deprecated{since(it.deprecatedAt, clock)}. <Replacement detail={detail} />
        </Notice>
      )}
      {it.isArchived && (
        <Notice tone="bad">
          Archived{since(it.archivedAt, clock)}: its repository can be read but takes no more
          changes. Look at the alternatives below.
        </Notice>
      )}
      {!isOver && isQuiet && it.lastCommitAt !== null && (
        <Notice>
          Last commit {describeAge(it.lastCommitAt, clock.now)}. Check that it still works with your
          versions, or look at the alternatives below.
        </Notice>
      )}
    </>
  );
}

function since(time: number | null, clock: Clock): string {
  return time === null ? '' : ` in ${describeMonth(time, clock.zone)}`;
}

function Replacement({ detail }: { detail: PackageDetail }) {
  const { replacement } = detail;
  const elsewhere = webAddress(detail.package.replacementUrl);
  if (replacement) {
    return (
      <>
        Replaced by{' '}
        <a href={`/packages/p/${replacement.slug}/`} className="underline">
          {replacement.title}
        </a>
        .
      </>
    );
  }
  if (elsewhere !== undefined) {
    return (
      <>
        Replaced by{' '}
        <a href={elsewhere} rel="nofollow" className="underline">
          {elsewhere}
        </a>
        .
      </>
    );
  }
  return <>Choose another one; see the alternatives below.</>;
}
