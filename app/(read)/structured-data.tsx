import { toJsonLd, type Thing } from '@/lib/structured/things';

interface StructuredDataProps {
  of: Thing[];
}

/** Structured data of a page: JSON-LD with schema.org terms. It is data, which browsers don't execute. */
export function StructuredData({ of }: StructuredDataProps) {
  const __html = toJsonLd(of);
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html }} />;
}
