import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ExampleFieldset, exampleLabels } from '@/components/forms/example-fieldset';
import { Form, Hidden } from '@/components/forms/form';
import { Refusal } from '@/components/forms/refusal';
import { Section } from '@/components/layout/section';
import type { Account } from '@/db/queries/accounts';
import { listExamplesOf, type ExampleRow } from '@/db/queries/examples';
import { findPackage } from '@/db/queries/packages';
import { mayDo } from '@/lib/accounts/permissions';
import { webAddress } from '@/lib/text/links';
import { openForm } from '../../../../run-form';
import { signedIn } from '../../../../signed-in';
import { createExample } from '../../../moderated-actions';
import { PackagePage } from '../../../package-page';

export const metadata: Metadata = { title: 'Add a site using a package' };

type Props = PageProps<'/packages/[slug]/example/add'>;

export default async function AddExamplePage({ params }: Props) {
  const { slug } = await params;
  const pkg = findPackage(slug)?.package;
  if (!pkg) notFound();
  const account = await signedIn(`/packages/${slug}/example/add/`);
  return (
    <PackagePage package={pkg} verb="Add a site using">
      {mayDo(account, 'example.add', pkg) ? (
        <Form
          action={createExample}
          initial={await openForm({ package: String(pkg.id) })}
          submit="Add site"
          labels={exampleLabels}
        >
          <Hidden name="package" />
          {!mayDo(account, 'example.approveOwn') && (
            <p>A moderator looks at it before it is shown.</p>
          )}
          <ExampleFieldset />
        </Form>
      ) : (
        <Refusal permission="example.add" isLocked={pkg.isLocked} />
      )}
      <Listed examples={listExamplesOf(pkg.id)} slug={slug} account={account} />
    </PackagePage>
  );
}

interface ListedProps {
  examples: ExampleRow[];
  slug: string;
  account: Account;
}

/** The sites that are shown, and others that the account may edit, with links to their forms. */
function Listed({ examples, slug, account }: ListedProps) {
  const isEditable = (it: ExampleRow) =>
    it.addedBy === account.id || mayDo(account, 'example.edit');
  const shown = examples.filter((it) => it.isActive === true || isEditable(it));
  if (shown.length === 0) return null;
  return (
    <Section id="sites" title="Sites using this package">
      <ul>
        {shown.map((it) => (
          <li key={it.id} className="flex flex-wrap gap-x-4 py-1">
            <a href={webAddress(it.url)} rel="nofollow ugc" dir="auto">
              {it.title}
            </a>
            {it.isActive === null && <span className="text-quiet">waits for a moderator</span>}
            {it.isActive === false && <span className="text-quiet">declined</span>}
            {isEditable(it) &&
              (['edit', 'delete'] as const).map((what) => (
                <a
                  key={what}
                  href={`/packages/${slug}/example/${it.id}/${what}/`}
                  aria-label={`${what === 'edit' ? 'Edit' : 'Delete'} ${it.title}`}
                  className="underline"
                >
                  {what === 'edit' ? 'Edit' : 'Delete'}
                </a>
              ))}
          </li>
        ))}
      </ul>
    </Section>
  );
}
