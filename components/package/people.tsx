import { areAccounts } from '@/lib/package/accounts';
import { profilePage } from '@/lib/text/links';
import { countOf } from '@/lib/text/wording';

interface PeopleProps {
  participants: string[];
  repoUrl: string | null;
}

const SHOWN = 24;

/** The contributors, most commits first; those after the first two dozen are collapsed. */
export function People({ participants, repoUrl }: PeopleProps) {
  const rest = participants.slice(SHOWN);
  const home = areAccounts(participants) ? repoUrl : null;
  return (
    <>
      <Names names={participants.slice(0, SHOWN)} repoUrl={home} />
      {rest.length > 0 && (
        <details className="mt-1">
          <summary className="py-1 text-table text-quiet">
            {countOf(rest.length, 'more name')}
          </summary>
          <Names names={rest} repoUrl={home} />
        </details>
      )}
    </>
  );
}

function Names({ names, repoUrl }: { names: string[]; repoUrl: string | null }) {
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-table">
      {names.map((name) => {
        const href = profilePage(repoUrl, name);
        return (
          <li key={name} className="py-0.5">
            {href === undefined ? (
              <bdi>{name}</bdi>
            ) : (
              <a href={href} rel="nofollow" dir="auto">
                {name}
              </a>
            )}
          </li>
        );
      })}
    </ul>
  );
}
