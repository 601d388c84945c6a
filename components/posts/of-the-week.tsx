import { Section } from '@/components/layout/section';
import type { WeeklyPick } from '@/db/queries/weekly-picks';

/** The grid and the package that moderators chose for this week. */
export function OfTheWeek({ pick }: { pick: WeeklyPick }) {
  const { grid, package: pkg, note } = pick;
  const title = [grid && 'Grid', pkg && 'package'].filter(Boolean).join(' and ');
  return (
    <Section id="of-the-week" title={`${title} of the week`.replace(/^p/, 'P')}>
      <ul className="text-table">
        {grid && <Brief href={`/grids/g/${grid.slug}/`} {...grid} />}
        {pkg && <Brief href={`/packages/p/${pkg.slug}/`} {...pkg} />}
      </ul>
      {note !== '' && (
        <p className="mt-3 max-w-prose" dir="auto">
          {note}
        </p>
      )}
    </Section>
  );
}

interface BriefProps {
  href: string;
  title: string;
  description: string;
}

const Brief = ({ href, title, description }: BriefProps) => (
  <li className="border-b border-line py-2">
    <a href={href} className="font-heading" dir="auto">
      {title}
    </a>
    <span className="block text-caption text-quiet" dir="auto">
      {description}
    </span>
  </li>
);
