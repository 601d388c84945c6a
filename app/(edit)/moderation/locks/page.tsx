import type { Metadata } from 'next';
import { Form, Hidden } from '@/components/forms/form';
import { Section } from '@/components/layout/section';
import { listLockedRecords } from '@/db/queries/moderation';
import { openForm } from '../../run-form';
import { unlock } from '../actions';
import { ModerationPage } from '../moderation-page';

export const metadata: Metadata = { title: 'Locks' };

export default function LocksPage() {
  const { grids, packages } = listLockedRecords();
  return (
    <ModerationPage path="/moderation/locks/" title="Locks">
      {() => (
        <>
          <p className="max-w-prose">
            Only moderators can edit these. To lock a grid or a package, open its editing page.
          </p>
          <Locked kind="grid" title="Grids" rows={grids} base="/grids/g/" />
          <Locked kind="package" title="Packages" rows={packages} base="/packages/p/" />
        </>
      )}
    </ModerationPage>
  );
}

interface LockedProps {
  kind: 'grid' | 'package';
  title: string;
  rows: { id: number; slug: string; title: string }[];
  base: string;
}

function Locked({ kind, title, rows, base }: LockedProps) {
  return (
    <Section id={kind} title={title}>
      {rows.length === 0 && <p className="text-quiet">None is locked.</p>}
      <ul>
        {rows.map((row) => (
          <li key={row.id} className="flex flex-wrap items-center gap-3 py-1">
            <a href={`${base}${row.slug}/`} dir="auto">
              {row.title}
            </a>
            <UnlockForm kind={kind} id={row.id} title={row.title} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

async function UnlockForm({ kind, id, title }: { kind: string; id: number; title: string }) {
  return (
    <Form
      action={unlock}
      initial={await openForm({ kind, id: String(id) })}
      submit={`Unlock ${title}`}
      labels={{}}
    >
      <Hidden name="kind" />
      <Hidden name="id" />
    </Form>
  );
}
