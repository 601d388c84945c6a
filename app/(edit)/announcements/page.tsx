import type { Metadata } from 'next';
import { readClock } from '@/app/clock';
import { AnnouncementFieldset, announcementLabels } from '@/components/forms/announcement-fieldset';
import { Form, Hidden } from '@/components/forms/form';
import { Refusal } from '@/components/forms/refusal';
import { Breadcrumbs } from '@/components/layout/breadcrumbs';
import { Section } from '@/components/layout/section';
import { Day } from '@/components/text/age';
import { listAnnouncements } from '@/db/queries/announcements';
import { mayDo } from '@/lib/accounts/permissions';
import { shortened } from '@/lib/text/shortened';
import { openForm } from '../run-form';
import { signedIn } from '../signed-in';
import { createAnnouncement, stopAnnouncement } from './actions';

export const metadata: Metadata = { title: 'Announcements' };

export default async function AnnouncementsPage() {
  const account = await signedIn('/announcements/');
  return (
    <>
      <Breadcrumbs trail={[{ href: '/changelog/', label: 'Changelog' }]} />
      <h1 className="mb-3 text-title">Announcements</h1>
      {mayDo(account, 'post.write') ? (
        <>
          <p className="mb-6 max-w-prose">
            An announcement is shown on top of every page; of several, the newest one.
          </p>
          <Form
            action={createAnnouncement}
            initial={await openForm({ days: '7' })}
            submit="Add announcement"
            labels={announcementLabels}
          >
            <AnnouncementFieldset />
          </Form>
          <Current />
        </>
      ) : (
        <Refusal permission="post.write" />
      )}
    </>
  );
}

/** Announcements that have not ended, each with a form to end it. */
async function Current() {
  const clock = readClock();
  const announcements = await Promise.all(
    listAnnouncements(clock.now).map(async (it) => ({
      ...it,
      state: await openForm({ announcement: String(it.id) }),
    })),
  );
  if (announcements.length === 0) return null;
  return (
    <Section id="current" title="Current">
      <ul>
        {announcements.map(({ id, text, endsAt, state }) => (
          <li key={id} className="border-b border-line py-3">
            <p className="mb-2">
              <bdi>{text}</bdi>{' '}
              <span className="text-quiet">
                until <Day time={endsAt} precision="time" clock={clock} />
              </span>
            </p>
            <Form
              action={stopAnnouncement}
              initial={state}
              submit={`End “${shortened(text, 40)}”`}
              labels={{}}
            >
              <Hidden name="announcement" />
            </Form>
          </li>
        ))}
      </ul>
    </Section>
  );
}
