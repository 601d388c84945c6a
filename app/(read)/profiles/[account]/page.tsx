import type { Metadata } from 'next';
import { readClock } from '@/app/clock';
import { PageFrame } from '@/app/page-frame';
import { currentAccount } from '@/app/session';
import { Section } from '@/components/layout/section';
import { Day } from '@/components/text/age';
import { mayDo } from '@/lib/accounts/permissions';
import { declaredQuery } from '@/lib/routes/query';
import { History } from '../../history/history';
import { MissingPage, missingMetadata } from '../../missing-page';
import { pageMetadata } from '../../page-metadata';
import { Kept } from './kept';
import { findProfile } from './load';

type Props = PageProps<'/profiles/[account]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const account = findProfile((await params).account);
  if (!account) return missingMetadata;
  return pageMetadata({ title: account.name, robots: { index: false } });
}

/** Where an account can also be found, by the name it gives. */
const hosts = [
  { key: 'githubAccount', name: 'GitHub', base: 'https://github.com/' },
  { key: 'gitlabAccount', name: 'GitLab', base: 'https://gitlab.com/' },
  { key: 'bitbucketAccount', name: 'Bitbucket', base: 'https://bitbucket.org/' },
] as const;

export default async function ProfilePage({ params, searchParams }: Props) {
  const account = findProfile((await params).account);
  if (!account) return <MissingPage name={(await params).account} />;
  const query = declaredQuery('/profiles/[account]', await searchParams);
  const { id, name, role, about, bannedAt, createdAt } = account;
  const links = hosts.flatMap(({ key, ...host }) => {
    const given = account[key];
    return given ? [{ ...host, href: host.base + encodeURIComponent(given) }] : [];
  });
  const viewer = await currentAccount();
  const isOwn = viewer?.id === id;
  return (
    <PageFrame>
      <h1 className="text-title">{name}</h1>
      <p className="text-quiet">
        {bannedAt === null ? `${role}, joined on ` : 'banned; joined on '}
        <Day time={createdAt.getTime() * 1000} precision="time" clock={readClock()} />
      </p>
      {about !== '' && (
        <p className="mt-3 max-w-prose whitespace-pre-line" dir="auto">
          {about}
        </p>
      )}
      {links.map(({ href, name: host }) => (
        <a key={host} href={href} rel="nofollow ugc" className="mr-4 underline">
          {host}
        </a>
      ))}
      {isOwn && (
        <p className="mt-3 flex flex-wrap gap-x-4">
          <a href="/profiles/edit/">Edit your profile</a>
          {role === 'new' && <a href="/history/waiting/">Your waiting edits</a>}
        </p>
      )}
      {!isOwn && mayDo(viewer, 'account.ban') && (
        <p className="mt-3">
          <a href={`/moderation/accounts/${name}/`}>Moderate this account</a>
        </p>
      )}
      <Kept account={account} isOwn={isOwn} />
      <Section id="changes" title="Changes">
        <History scope={{ of: 'account', id }} path={`/profiles/${name}/`} query={query} />
      </Section>
    </PageFrame>
  );
}
