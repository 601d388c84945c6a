import type { Metadata } from 'next';
import { Section } from '@/components/layout/section';
import { PROMOTION } from '@/lib/accounts/promotion';
import { TextPage } from '../text-page';

export const metadata: Metadata = {
  title: 'Help',
  description: 'How to find, compare, add and edit Django packages on Packgrid.',
};

export default function HelpPage() {
  return (
    <TextPage title="Help">
      <Reading />
      <Editing />
      <Section id="more" title="More">
        <p>
          <a href="/faq/">Frequently asked questions</a>,{' '}
          <a href="/acceptable-use/">acceptable use</a>, <a href="/about/">about Packgrid</a>.
        </p>
      </Section>
    </TextPage>
  );
}

function Reading() {
  return (
    <>
      <Section id="find" title="Find packages">
        <p>
          Type what you need into the search field, such as “task queue”, the name of a package or
          the address of its repository. The <a href="/search/">search page</a> explains the syntax.
          Filters narrow the results by Django and Python version, licence and more.
        </p>
        <p>
          You can also browse <a href="/grids/">grids</a>, <a href="/categories/">categories</a>, or
          packages that are <a href="/packages/trending/">trending</a>.
        </p>
      </Section>
      <Section id="compare" title="Compare packages">
        <p>
          A grid compares packages that do the same job. Select packages in a list or grid, or use{' '}
          <a href="/compare/">Compare</a>, to see just those side by side. The address of a
          comparison can be bookmarked and shared.
        </p>
        <p>
          <a href="/about/#grids">How to read a grid</a> and{' '}
          <a href="/scoring/">how health is scored</a> explain the symbols and figures.
        </p>
      </Section>
      <Section id="follow" title="Follow changes">
        <p>
          Subscribe to <a href="/feeds/">feeds</a> of new packages and releases, or use the{' '}
          <a href="/api/">API</a>. The <a href="/changelog/">changelog</a> says what is new on the
          site itself.
        </p>
      </Section>
    </>
  );
}

function Editing() {
  return (
    <>
      <Section id="sign-in" title="Sign in">
        <p>
          Reading needs no account. To edit, <a href="/login/">sign in</a>; that page lists the ways
          to do so. No e-mail address is stored. Without one, only an administrator can reset a
          forgotten password.
        </p>
      </Section>
      <Section id="edit" title="Add and edit">
        <p>
          Pages of packages and grids have a link “Edit”. You can{' '}
          <a href="/packages/add/">add a package</a> by its repository,{' '}
          <a href="/grids/add/">add a grid</a>, add packages and features to a grid, and fill in its
          cells. Changes are visible at once, except links by new accounts, which a moderator checks
          first. See your <a href="/history/waiting/">waiting edits</a>.
        </p>
        <p>
          In a cell, start with yes, no or partial where it fits and add details after it: “yes,
          since 5.0”. Give a link to the documentation as evidence. Leave a cell empty if you don’t
          know; it is then shown as unknown. “Show sources”, in the columns of a grid, also says who
          last confirmed each cell and when.
        </p>
        <p>
          If somebody else changes the same thing while you edit, the form shows both versions, and
          nothing is lost.
        </p>
      </Section>
      <Section id="keep" title="Save and watch">
        <p>
          Signed in, you can save packages, say that you use them and put them on{' '}
          <a href="/lists/">lists</a>, which you can share. If you watch packages and grids,{' '}
          <a href="/watching/">their changes</a> are on one page, and in a feed of your own.
        </p>
      </Section>
      <Section id="history" title="History and reverts">
        <p>
          Every change is kept with its author, time and reason. See the{' '}
          <a href="/history/">recent changes</a>, or the history linked on the page of a package,
          grid, feature, cell or account. You can revert your own changes, and trusted accounts
          those of others. A revert is a change too, so it can be reverted.
        </p>
      </Section>
      <Section id="roles" title="Roles">
        <p>
          An account is new at first. After {PROMOTION.days} days and {PROMOTION.changes} changes
          that nobody reverted, it becomes an editor. Moderators can lock grids and packages against
          edits. <a href="/help/permissions/">Roles and permissions</a> lists what each role can do.
        </p>
      </Section>
    </>
  );
}
