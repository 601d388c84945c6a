import { toJsonLd, type Thing } from '@/lib/structured/things';
import { readBase } from '../address';

interface StructuredDataProps {
  of: (base: string) => Thing[];
}

/** Structured data of a page: JSON-LD with schema.org terms. It is data, which browsers don't execute. */
export async function StructuredData({ of }: StructuredDataProps) {
  const __html = toJsonLd(of(await readBase()));
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html }} />;
}
