import type { Metadata } from 'next';
import { Section } from '@/components/layout/section';
import { TextPage } from '../text-page';

export const metadata: Metadata = {
  title: 'Funding',
  description: 'How Packgrid is paid for, and what money can’t buy here.',
};

export default function FundingPage() {
  return (
    <TextPage title="Funding">
      <p>
        Packgrid has no advertising, no sponsors and no paid accounts, and it doesn’t collect
        donations. It is free software that runs on one small server, paid for by whoever operates
        it.
      </p>
      <Section id="neutrality" title="What money can’t buy">
        <p>
          Nobody can pay to be listed, to rank higher, or to remove a package. Orders and scores
          follow published rules: see <a href="/scoring/">how health is scored</a>. Announcements on
          top of pages are about this site only.
        </p>
      </Section>
      <Section id="support" title="How to help">
        <p>
          Give time: <a href="/help/#edit">fill in a grid</a> that you know well. Give money to the
          packages that you depend on; many repositories say how to sponsor their maintainers.
          Django itself is supported by the{' '}
          <a href="https://www.djangoproject.com/fundraising/">Django Software Foundation</a>.
        </p>
      </Section>
    </TextPage>
  );
}
