import { SPECULATION_RULES } from '@/lib/html/inline-scripts';

/** Tells browsers which links to prefetch. */
export function SpeculationRules() {
  return <script type="speculationrules" dangerouslySetInnerHTML={{ __html: SPECULATION_RULES }} />;
}
