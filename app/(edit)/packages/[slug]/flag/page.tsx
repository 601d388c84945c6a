import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { readClock } from '@/app/clock';
import { Field, Form, Hidden } from '@/components/forms/form';
import { Refusal } from '@/components/forms/refusal';
import { Section } from '@/components/layout/section';
import { Age } from '@/components/text/age';
import { listFlagsBy, type FlagRow } from '@/db/queries/flags';
import { findPackage } from '@/db/queries/packages';
import { mayDo } from '@/lib/accounts/permissions';
import { openForm } from '../../../run-form';
import { signedIn } from '../../../signed-in';
import { report } from '../../moderated-actions';
import { PackagePage } from '../../package-page';

export const metadata: Metadata = { title: 'Report a package' };

/** The most reports of one account that are shown. */
const MOST = 20;

export default async function FlagPage({ params }: PageProps<'/packages/[slug]/flag'>) {
  const { slug } = await params;
  const pkg = findPackage(slug)?.package;
  if (!pkg) notFound();
  const account = await signedIn(`/packages/${slug}/flag/`);
  const own = listFlagsBy(account.id, pkg.id, MOST);
  const isOpen = own[0]?.resolvedAt === null;
  return (
    <PackagePage package={pkg} verb="Report">
      {isOpen && <p className="mb-4">A moderator will answer your report on this page.</p>}
      {!isOpen && mayDo(account, 'package.flag') && <ReportForm packageId={pkg.id} />}
      {!mayDo(account, 'package.flag') && <Refusal permission="package.flag" />}
      {own.length > 0 && (
        <Section id="own" title="Your reports">
          <ol className="border-t border-line">
            {own.map((flag) => (
              <Report key={flag.id} flag={flag} />
            ))}
          </ol>
        </Section>
      )}
    </PackagePage>
  );
}

async function ReportForm({ packageId }: { packageId: number }) {
  return (
    <Form
      action={report}
      initial={await openForm({ package: String(packageId) })}
      submit="Report"
      labels={{ reason: 'Reason' }}
    >
      <Hidden name="package" />
      <Field
        name="reason"
        label="Reason"
        hint="Describe the problem, such as spam, malware or a duplicate. Only moderators can see it. If you can fix it yourself, edit the package instead."
        isLong
        isRequired
      />
    </Form>
  );
}

function Report({ flag }: { flag: FlagRow }) {
  return (
    <li className="border-b border-line py-3">
      <p className="text-quiet">
        <Age time={flag.createdAt} precision="time" clock={readClock()} />,{' '}
        {flag.resolvedAt === null
          ? 'waits for a moderator'
          : flag.isUpheld
            ? 'upheld'
            : 'dismissed'}
      </p>
      <p className="whitespace-pre-line" dir="auto">
        {flag.reason}
      </p>
      {flag.answer !== '' && (
        <p>
          Answer: <q dir="auto">{flag.answer}</q>
        </p>
      )}
    </li>
  );
}
