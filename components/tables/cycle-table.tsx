import { ShareBar } from '@/components/charts/share-bar';
import { AnswerKey } from '@/components/readiness/answer-key';
import { Day } from '@/components/text/age';
import type { Cycle, Product } from '@/lib/package/cycles';
import { answers, phaseOf, timeOfDay, type Answer } from '@/lib/package/readiness';
import type { Clock } from '@/lib/time';
import { formatCount } from '@/lib/text/wording';
import { ListTable } from './list-table';

interface CycleTableProps {
  product: Product;
  name: string;
  /** Newest first, each with the number of packages per answer. */
  cycles: (Cycle & { counts: Record<Answer, number> })[];
  clock: Clock;
}

/** The versions of a product: how long each gets fixes, and how many packages declare support for it, as a bar and as links. */
export function CycleTable({ product, name, cycles, clock }: CycleTableProps) {
  return (
    <ListTable caption={`${name} versions: packages that declare support`}>
      <thead className="text-caption text-quiet">
        <tr>
          <th scope="col">Version</th>
          {answers.map(({ key, label }) => (
            <th key={key} scope="col" className="w-16 whitespace-normal! sm:w-24">
              <span className="max-sm:block">
                <AnswerKey answer={key} />{' '}
              </span>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {cycles.map((it) => {
          const href = `/readiness/${product}/${it.cycle}/`;
          const { yes, no, unknown } = it.counts;
          return (
            <tr key={it.cycle} className="hover:bg-accent-tint">
              <th scope="row">
                <span className="mb-1.5 flex flex-wrap items-baseline gap-x-3">
                  <a href={href} className="font-heading">
                    {name} {it.cycle}
                  </a>
                  <Phase it={it} clock={clock} />
                </span>
                <ShareBar counts={[yes, no, unknown]} />
              </th>
              {answers.map(({ key, label }) => (
                <td key={key}>
                  <a href={`${href}?says=${key}`} className="inline-block min-w-6 py-0.5">
                    {formatCount(it.counts[key])}
                    <span className="sr-only">
                      {' '}
                      {label.toLowerCase()} for {name} {it.cycle}
                    </span>
                  </a>
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </ListTable>
  );
}

/** Whether a version gets long-term support, and until when it gets security fixes. */
function Phase({ it, clock }: { it: Cycle; clock: Clock }) {
  const phase = phaseOf(it, clock.now);
  return (
    <span className="text-caption text-quiet">
      {it.isLts && (
        <>
          <abbr title="long-term support" className="no-underline">
            LTS
          </abbr>
          {' · '}
        </>
      )}
      {phase === 'coming' && (
        <>
          planned for <Day time={timeOfDay(it.releasedAt)} precision="day" clock={clock} />
        </>
      )}
      {phase === 'supported' && (
        <>
          supported until <Day time={timeOfDay(it.endOfLife)} precision="day" clock={clock} />
        </>
      )}
      {phase === 'ended' && <span className="text-bad">end of life</span>}
    </span>
  );
}
