import type { Metadata } from 'next';
import { UsagePage } from '../usage-page';

export const metadata: Metadata = { title: 'Packages you use' };

type Props = PageProps<'/packages/usage/[slug]/add'>;

export default async function AddUsagePage({ params }: Props) {
  return <UsagePage slug={(await params).slug} verb="add" />;
}
