import { notFound } from 'next/navigation';

/** Any address that no page answers. It stands here so that the 404 page has the layout of the read half. */
export default function UnknownPage() {
  notFound();
}
