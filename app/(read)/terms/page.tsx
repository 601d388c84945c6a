import type { Metadata } from 'next';
import { PageFrame } from '@/app/page-frame';
import { Section } from '@/components/layout/section';

export const metadata: Metadata = {
  title: 'Terms',
  description: 'Terms of use of Packgrid and its data, and privacy.',
};

export default function TermsPage() {
  return (
    <PageFrame>
      <div className="max-w-prose [&_a]:underline [&_p+p]:mt-3">
        <h1 className="mb-3 text-title">Terms</h1>
        <p>
          You can use this site and its API without an account or permission. If you publish
          figures, please credit their sources; each package page lists them.
        </p>
        <Section id="warranty" title="No warranty">
          <p>
            Figures come from public sources and may be outdated or wrong. They are not advice:
            check a package yourself before you rely on it. The site is provided “as is”, without
            warranty of any kind.
          </p>
        </Section>
        <Section id="software" title="Software">
          <p>
            Packgrid is free software under the MIT licence. Names and trademarks of packages belong
            to their owners, who are not affiliated with this site.
          </p>
        </Section>
        <Section id="privacy" title="Privacy">
          <p>
            There is no tracking. The site sets no cookies for readers, and no page loads anything
            from another host. Settings such as the theme are stored in your browser only.
          </p>
        </Section>
      </div>
    </PageFrame>
  );
}
