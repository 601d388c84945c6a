import { healthTone } from '@/lib/scoring/health';

interface HealthStripProps {
  /** Health scores, best first; null is unknown. */
  scores: (number | null)[];
}

/** Squares of this many packages fit a column; larger grids show every second, third … of theirs. */
const MOST = 20;

const SIDE = 8;
const STEP = SIDE + 2;

/** Shapes of one square: filled, half filled or empty, as in a health mark, and a dash if the score is unknown. */
const filled = (x: number) => `M${x} 0h${SIDE}v${SIDE}h-${SIDE}z`;
const half = (x: number) => `M${x} 0h${SIDE / 2}v${SIDE}h-${SIDE / 2}z`;
const outline = (x: number) => `M${x + 0.5} .5h${SIDE - 1}v${SIDE - 1}h-${SIDE - 1}z`;
const dash = (x: number) => `M${x + 1} 3.5h${SIDE - 2}v1h-${SIDE - 2}z`;

/** A square per package by its health; decorative, so put the number of healthy ones next to it. */
export function HealthStrip({ scores }: HealthStripProps) {
  const every = Math.ceil(scores.length / MOST);
  const tones = scores.filter((_, index) => index % every === 0).map(healthTone);
  const path = (tone: (typeof tones)[number], shape: (x: number) => string) =>
    tones.map((it, index) => (it === tone ? shape(index * STEP) : '')).join('') || undefined;
  const width = tones.length * STEP - 2;
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 ${width} ${SIDE}`}
      width={width}
      height={SIDE}
      className="my-1 block shrink-0 fill-none"
    >
      <path className="fill-good" d={path('good', filled)} />
      <path className="fill-caution" d={path('caution', half)} />
      <path className="stroke-caution" d={path('caution', outline)} />
      <path className="stroke-bad" d={path('bad', outline)} />
      <path className="fill-quiet" d={path(undefined, dash)} />
    </svg>
  );
}
