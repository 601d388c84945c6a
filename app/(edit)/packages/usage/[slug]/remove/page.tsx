import type { Metadata } from 'next';
import { UsagePage } from '../usage-page';

export const metadata: Metadata = { title: 'Packages you use' };

type Props = PageProps<'/packages/usage/[slug]/remove'>;

export default async function RemoveUsagePage({ params }: Props) {
  return <UsagePage slug={(await params).slug} verb="remove" />;
}
