import type { CardFigure } from '@/lib/pictures/card';
import { palette } from './palette';

/** Figures side by side above the lower edge, each under its name. */
export function CardFigures({ figures }: { figures: CardFigure[] }) {
  return (
    <div style={{ display: 'flex', borderTop: `2px solid ${palette.line}`, paddingTop: 26 }}>
      {figures.map(({ label, value, note, tone }) => (
        <div
          key={label}
          style={{ display: 'flex', flexDirection: 'column', flexGrow: 1, paddingRight: 24 }}
        >
          <div style={{ fontSize: 24, color: palette.quiet }}>{label}</div>
          <div
            style={{
              fontSize: 38,
              marginTop: 6,
              letterSpacing: '-0.02em',
              color: tone === undefined ? palette.ink : palette[tone],
            }}
          >
            {value}
          </div>
          <div style={{ fontSize: 22, height: 30, color: palette.quiet }}>{note}</div>
        </div>
      ))}
    </div>
  );
}
