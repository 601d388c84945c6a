import { Day } from '@/components/text/age';
import type { Cycle, Product } from '@/lib/package/cycles';
import { phaseOf, timeOfDay } from '@/lib/package/readiness';
import type { Clock } from '@/lib/time';
import { formatCount } from '@/lib/text/wording';
import { ListTable } from './list-table';

interface CycleTableProps {
  product: Product;
  name: string;
  /** Newest first, each with the number of packages that declare it. */
  cycles: (Cycle & { count: number })[];
  /** Total number of packages. */
  total: number;
  clock: Clock;
}

const phases = { coming: 'not yet released', supported: undefined, ended: 'past its end of life' };

/** The releases of a product: how long each gets fixes, and how many packages declare support for it. */
export function CycleTable({ product, name, cycles, total, clock }: CycleTableProps) {
  return (
    <ListTable caption={`Releases of ${name}`}>
      <thead className="text-quiet">
        <tr>
          <th scope="col">Release</th>
          <th scope="col" className="max-sm:hidden">
            Released
          </th>
          <th scope="col">Security fixes until</th>
          <th scope="col">Named by</th>
        </tr>
      </thead>
      <tbody>
        {cycles.map((it) => (
          <tr key={it.cycle} className="hover:bg-accent-tint">
            <th scope="row">
              <a href={`/readiness/${product}/${it.cycle}/`} className="font-heading">
                {name} {it.cycle}
              </a>
              <Marks it={it} clock={clock} />
            </th>
            <td className="max-sm:hidden">
              <Day time={timeOfDay(it.releasedAt)} precision="day" clock={clock} />
            </td>
            <td>
              <Day time={timeOfDay(it.endOfLife)} precision="day" clock={clock} />
            </td>
            <td>
              {formatCount(it.count)}
              <small>{Math.round((it.count / Math.max(total, 1)) * 100)} %</small>
            </td>
          </tr>
        ))}
      </tbody>
    </ListTable>
  );
}

function Marks({ it, clock }: { it: Cycle; clock: Clock }) {
  const phase = phaseOf(it, clock.now);
  return (
    <span className="block text-caption text-quiet">
      {it.isLts && (
        <abbr title="long-term support" className="no-underline">
          LTS
        </abbr>
      )}
      {it.isLts && phases[phase] !== undefined && ', '}
      {phases[phase] !== undefined && (
        <span data-phase={phase} className="data-[phase=ended]:text-bad">
          {phases[phase]}
        </span>
      )}
    </span>
  );
}
