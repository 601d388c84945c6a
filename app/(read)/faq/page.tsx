import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { Section } from '@/components/layout/section';
import { TextPage } from '../text-page';

export const metadata: Metadata = {
  title: 'Frequently asked questions',
  description: 'Questions about Packgrid, its data and its scores.',
};

interface Question {
  id: string;
  question: string;
  answer: ReactNode;
}

const questions: Question[] = [
  {
    id: 'figures',
    question: 'Where do the figures come from?',
    answer: (
      <>
        From public sources such as PyPI and the hosts of repositories. Each package page lists the
        sources and dates of its figures, and <a href="/about/#figures">About</a> lists all sources.
      </>
    ),
  },
  {
    id: 'unknown',
    question: 'Why is something unknown?',
    answer: (
      <>
        Because nobody has entered it, or no source has it. Nothing is guessed. If you know it,{' '}
        <a href="/help/#edit">fill it in</a>.
      </>
    ),
  },
  {
    id: 'wrong',
    question: 'A package is described wrongly. How do I correct it?',
    answer: (
      <>
        <a href="/login/">Sign in</a> and edit its page or the cell of the grid. Figures such as
        stars and downloads can’t be edited; they change when their source is read again.
      </>
    ),
  },
  {
    id: 'missing',
    question: 'My package is missing. Can I add it?',
    answer: (
      <>
        Yes, <a href="/packages/add/">add it</a>, and then add it to the grids it belongs in. It
        should be of use to Django projects.
      </>
    ),
  },
  {
    id: 'own',
    question: 'May I edit the page of my own package?',
    answer: (
      <>
        Yes, you know it best. Describe it as neutrally as you would somebody else’s, and give
        evidence for the cells of grids.
      </>
    ),
  },
  {
    id: 'report',
    question: 'How do I report a package that should not be here?',
    answer: 'Sign in and use “Report” on its page. Moderators look at every report.',
  },
  {
    id: 'waiting',
    question: 'Why is my edit not visible?',
    answer: (
      <>
        If your account is new and the edit has a link, it waits for a moderator: see your{' '}
        <a href="/history/waiting/">waiting edits</a>. Otherwise somebody may have reverted it; the
        history of the page says who and why.
      </>
    ),
  },
  {
    id: 'account',
    question: 'Can I delete my account?',
    answer: (
      <>
        Yes, and download your data before: see <a href="/profiles/edit/">your profile</a>. Your
        edits stay in the history, without your name.
      </>
    ),
  },
  {
    id: 'score',
    question: 'Why does a package have a low health score?',
    answer: (
      <>
        The page of its score lists each criterion, what is known about it and how many points it
        gives. Unknown criteria count neither for nor against it.{' '}
        <a href="/scoring/">How health is scored</a>
      </>
    ),
  },
  {
    id: 'best',
    question: 'Which package is the best one?',
    answer: (
      <>
        That depends on what you need. Grids show facts, and the health score says only how well a
        package is maintained.
      </>
    ),
  },
  {
    id: 'relation',
    question: 'Is this djangopackages.org?',
    answer: (
      <>
        No. Packgrid is separate software. It began with data of djangopackages.org, and its{' '}
        <a href="/api/">API</a> works with the same clients.
      </>
    ),
  },
  {
    id: 'data',
    question: 'May I use the data?',
    answer: (
      <>
        Yes, through the <a href="/api/">API</a> or as <a href="/dumps/">dumps</a>. Please credit
        the sources; see the <a href="/terms/">terms</a>.
      </>
    ),
  },
];

export default function FaqPage() {
  return (
    <TextPage title="Frequently asked questions">
      <p>
        For how to use the site, see the <a href="/help/">help</a>.
      </p>
      {questions.map(({ id, question, answer }) => (
        <Section key={id} id={id} title={question}>
          <p>{answer}</p>
        </Section>
      ))}
    </TextPage>
  );
}
