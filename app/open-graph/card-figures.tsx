import type { CardFigure } from '@/lib/open-graph/card';
import { HealthShape } from './health-shape';
import { palette } from './palette';

/** Figures side by side above the bottom edge, each below its label. */
export function CardFigures({ figures }: { figures: CardFigure[] }) {
  return (
    <div style={{ display: 'flex', borderTop: `2px solid ${palette.line}`, paddingTop: 26 }}>
      {figures.map(({ label, value, note, tone, filled }, index) => (
        <div
          key={label}
          style={{
            display: 'flex',
            flexDirection: 'column',
            flexGrow: 1,
            // The last may have a long text, which ends in an ellipsis; the others never shrink.
            flexShrink: index === figures.length - 1 ? 1 : 0,
            paddingRight: 24,
          }}
        >
          <div style={{ fontSize: 24, color: palette.quiet }}>{label}</div>
          <div
            style={{
              display: 'flex',
              alignItems: 'center',
              marginTop: 6,
              color: tone === undefined ? palette.ink : palette[tone],
            }}
          >
            <HealthShape filled={filled} />
            <div
              style={{
                display: 'block',
                lineClamp: 1,
                wordBreak: 'break-all',
                fontSize: 38,
                letterSpacing: '-0.02em',
              }}
            >
              {value}
            </div>
          </div>
          <div style={{ fontSize: 22, height: 30, color: palette.quiet }}>{note}</div>
        </div>
      ))}
    </div>
  );
}
