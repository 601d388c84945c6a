import type { Metadata } from 'next';
import { Form } from '@/components/forms/form';
import { GridFieldset, gridLabels } from '@/components/forms/grid-fieldset';
import { Breadcrumbs } from '@/components/layout/breadcrumbs';
import { Button } from '@/components/layout/button';
import { listGridsInOrder } from '@/db/queries/grids';
import { findGrids } from '@/db/queries/search';
import { newGridQuery } from '@/lib/edits/new-grid-query';
import { declaredQuery } from '@/lib/routes/query';
import { countOf } from '@/lib/text/wording';
import { openForm } from '../../run-form';
import { signedIn } from '../../signed-in';
import { createGrid } from '../actions';
import '@/components/forms/forms.css';

export const metadata: Metadata = { title: 'Add a grid' };

/** Adds a grid in two steps: its title, which shows similar grids, and then what it compares. */
export default async function AddGridPage({ searchParams }: PageProps<'/grids/add'>) {
  const { title } = newGridQuery.parse(declaredQuery('/grids/add', await searchParams));
  const query = title === '' ? '' : `?title=${encodeURIComponent(title)}`;
  await signedIn(`/grids/add/${query}`);
  return (
    <>
      <Breadcrumbs trail={[{ href: '/grids/', label: 'Grids' }]} />
      <h1 className="mb-3 text-title">Add a grid</h1>
      {title === '' ? (
        <TitleForm />
      ) : (
        <>
          <SimilarGrids title={title} />
          <Advice />
          <Form
            action={createGrid}
            initial={await openForm({ title })}
            submit="Add grid"
            labels={gridLabels}
          >
            <GridFieldset isNew />
          </Form>
        </>
      )}
    </>
  );
}

const TitleForm = () => (
  <form action="/grids/add/" className="form">
    <div className="field">
      <label htmlFor="new-title">Title</label>
      <p className="hint" id="new-title-hint">
        The job that the packages do, such as “Task queues”. You will see similar grids first.
      </p>
      <input
        id="new-title"
        name="title"
        type="text"
        required
        maxLength={100}
        aria-describedby="new-title-hint"
      />
    </div>
    <p>
      <Button>Continue</Button>
    </p>
  </form>
);

const MOST_SIMILAR = 5;

function SimilarGrids({ title }: { title: string }) {
  const ids = findGrids(title).hits.map(({ id }) => id);
  const grids = listGridsInOrder(ids.slice(0, MOST_SIMILAR), { offset: 0, limit: MOST_SIMILAR });
  if (grids.length === 0) return <p className="mb-4">No grid is similar to “{title}”.</p>;
  return (
    <section aria-labelledby="similar" className="mb-6">
      <h2 id="similar" className="text-lead">
        Is it one of these?
      </h2>
      <ul className="ml-5 list-disc">
        {grids.map((grid) => (
          <li key={grid.slug}>
            <a href={`/grids/g/${grid.slug}/`} className="underline" dir="auto">
              {grid.title}
            </a>
            , {countOf(grid.packageCount, 'package')}
          </li>
        ))}
      </ul>
    </section>
  );
}

const Advice = () => (
  <section aria-labelledby="advice" className="mb-6 max-w-prose">
    <h2 id="advice" className="text-lead">
      What makes a good grid
    </h2>
    <ul className="ml-5 list-disc">
      <li>The packages do the same job, so that somebody would choose one of them.</li>
      <li>
        Its features are what people choose by, and can be checked: “Retries failed tasks” rather
        than “Good”.
      </li>
      <li>Stars, releases, licences and versions are there already and need no features.</li>
    </ul>
  </section>
);
