import type { Metadata } from 'next';
import { PageFrame } from '@/app/page-frame';
import { Section } from '@/components/layout/section';

export const metadata: Metadata = {
  title: 'Terms',
  description: 'On which terms Packgrid and its data may be used.',
};

export default function TermsPage() {
  return (
    <PageFrame>
      <div className="max-w-prose [&_a]:underline [&_p+p]:mt-3">
        <h1 className="mb-3 text-title">Terms</h1>
        <p>
          You may read this site and call its API without an account and without asking. Please say
          where figures come from when you publish them; each package page names their sources.
        </p>
        <Section id="warranty" title="No warranty">
          <p>
            The figures come from public sources and may be old or wrong; each says how old it is.
            They are no advice. Look at a package itself before you rely on it. The site is provided
            as it is, without warranty of any kind.
          </p>
        </Section>
        <Section id="software" title="The software">
          <p>
            Packgrid is free software under the MIT licence. Names and trademarks of packages belong
            to their owners, who are not connected with this site.
          </p>
        </Section>
        <Section id="privacy" title="Privacy">
          <p>
            Reading sets no cookies. No page loads anything from another host, and nothing is
            measured about you.
          </p>
        </Section>
      </div>
    </PageFrame>
  );
}
