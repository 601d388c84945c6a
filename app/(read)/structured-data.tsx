import { toJsonLd, type Thing } from '@/lib/structured/things';
import { readBase } from '../address';

interface StructuredDataProps {
  of: (base: string) => Thing[];
}

/** What a page says, for machines: JSON-LD in terms of schema.org. It is data, which no browser runs. */
export async function StructuredData({ of }: StructuredDataProps) {
  const __html = toJsonLd(of(await readBase()));
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html }} />;
}
