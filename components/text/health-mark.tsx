import { markup, type Markup } from '@/lib/text/markup';
import { healthTone, healthWord } from '@/lib/scoring/health';
import { Unknown } from './unknown';

/** The health score of a package: its number, a shape in three steps, a tint, and a word for screen readers. Styled by globals.css. */
export function HealthMark({ health }: { health: number | null }) {
  if (health === null) return <Unknown />;
  return (
    <span className="health" data-tone={healthTone(health)}>
      {health}
      <span className="sr-only">, {healthWord(health)}</span>
    </span>
  );
}

/** The same as markup, for cells of a comparison. */
export const healthMark = (health: number): Markup =>
  markup`<span class="health" data-tone="${healthTone(health) ?? ''}">${health}<i>, ${healthWord(health)}</i></span>`;
