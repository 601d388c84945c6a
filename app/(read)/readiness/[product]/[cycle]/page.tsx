import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PageFrame } from '@/app/page-frame';
import { PhaseNotice } from '@/components/readiness/phase-notice';
import { ReleaseFacts } from '@/components/readiness/release-facts';
import { siteImage } from '@/lib/open-graph/links';
import { findRelease } from '@/lib/package/readiness';
import { declaredQuery } from '@/lib/routes/query';
import { readClock } from '../../../../clock';
import { alternates, listAddress, shared } from '../../../page-metadata';
import { readBase } from '../../../../address';
import { PageTrail } from '../../../page-trail';
import { ReadinessList } from './readiness-list';

type Props = PageProps<'/readiness/[product]/[cycle]'>;

async function readRelease({ params }: Pick<Props, 'params'>) {
  const { product, cycle } = await params;
  return findRelease(product, cycle);
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const release = await readRelease(props);
  if (!release) return {};
  const { product, cycle } = await props.params;
  const path = `/readiness/${product}/${cycle}/`;
  return {
    title: `Ready for ${release.title}`,
    description: `Which Django packages declare support for ${release.title}.`,
    alternates: alternates(
      listAddress(path, declaredQuery('/readiness/[product]/[cycle]', await props.searchParams)),
    ),
    // Next takes the last segment, which has a dot, for a file, and would drop its trailing slash.
    openGraph: shared(siteImage, 'Packgrid', path),
  };
}

export default async function ReleasePage(props: Props) {
  const release = await readRelease(props);
  if (!release) notFound();

  const clock = readClock();
  return (
    <PageFrame>
      <PageTrail
        base={await readBase()}
        trail={[{ href: '/readiness/', label: 'Readiness' }]}
        name={release.title}
      />
      <h1 className="text-title">Ready for {release.title}</h1>
      <ReleaseFacts release={release} clock={clock} />
      <PhaseNotice release={release} clock={clock} />
      <p className="mt-1 mb-4 max-w-prose text-quiet">
        Whether packages list {release.title} in their classifiers. A package that doesn’t may still
        work. Unknown: no {release.name} version is declared, or the package was not checked since
        the release.
      </p>
      <ReadinessList
        release={release}
        query={declaredQuery('/readiness/[product]/[cycle]', await props.searchParams)}
        clock={clock}
      />
    </PageFrame>
  );
}
