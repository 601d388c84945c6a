import { profilePage } from '@/lib/links';
import { countOf } from '@/lib/wording';

interface PeopleProps {
  participants: string[];
  repoUrl: string | null;
}

const SHOWN = 24;

/** The contributors, most commits first; those after the first two dozen on demand. */
export function People({ participants, repoUrl }: PeopleProps) {
  const rest = participants.slice(SHOWN);
  return (
    <>
      <Names names={participants.slice(0, SHOWN)} repoUrl={repoUrl} />
      {rest.length > 0 && (
        <details className="mt-1">
          <summary className="py-1 text-table text-quiet">
            {countOf(rest.length, 'more name')}
          </summary>
          <Names names={rest} repoUrl={repoUrl} />
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
              name
            ) : (
              <a href={href} rel="nofollow">
                {name}
              </a>
            )}
          </li>
        );
      })}
    </ul>
  );
}
