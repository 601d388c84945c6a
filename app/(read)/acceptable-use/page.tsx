import type { Metadata } from 'next';
import { Section } from '@/components/layout/section';
import { TextPage } from '../text-page';

export const metadata: Metadata = {
  title: 'Acceptable use',
  description: 'What accounts on Packgrid may not do, and what moderators do about it.',
};

export default function AcceptableUsePage() {
  return (
    <TextPage title="Acceptable use">
      <p>
        Packgrid is for facts about Django packages. These rules apply to everyone who edits it or
        uses its API, together with the <a href="/terms/">terms</a>.
      </p>
      <Section id="content" title="What you enter">
        <p>Enter what others can check, in your own words. Don’t enter:</p>
        <ul className="mt-3 text-table">
          {content.map((it) => (
            <li key={it} className="border-b border-line py-2">
              {it}
            </li>
          ))}
        </ul>
        <p className="mt-3">
          What you enter becomes part of the data, which everyone can use freely and which stays in
          the history.
        </p>
      </Section>
      <Section id="conduct" title="Conduct">
        <p>
          Assume that others mean well. If you disagree with an edit, say why in the reason of yours
          instead of reverting back and forth. Use one account, and don’t edit for others in return
          for money without saying so.
        </p>
      </Section>
      <Section id="programs" title="Programs">
        <p>
          Programs may read everything, within the <a href="/api/#limits">rate limits</a>. Use the{' '}
          <a href="/dumps/">dumps</a> to copy the whole catalogue. Don’t evade limits or try to make
          the site unavailable to others.
        </p>
      </Section>
      <Section id="consequences" title="What happens otherwise">
        <p>
          Moderators revert edits that break these rules, lock records that are edited against each
          other, and ban accounts that go on. Banned accounts can’t edit; their earlier changes stay
          in the <a href="/history/">history</a>.
        </p>
      </Section>
    </TextPage>
  );
}

const content = [
  'advertising, or links that have nothing to do with the package',
  'claims about a package that you know to be false or haven’t checked',
  'insults, threats or harassment',
  'personal data of others, such as addresses',
  'text that you have no right to publish',
  'many packages at once that are not useful to Django projects',
];
