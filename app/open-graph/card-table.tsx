import type { Card } from '@/lib/open-graph/card';
import { HealthShape } from './health-shape';
import { palette } from './palette';

/** Column widths, each for its widest content: "unknown", a range of years and "September 2026". The name gets the rest. */
const widths = [170, 230, 290];
const NAME_WIDTH = 350;

/** Up to this many packages get a larger font size. */
const MAX_LARGE_ROWS = 3;

interface CardTableProps {
  table: NonNullable<Card['table']>;
}

/** The packages of a comparison with a few figures, as on its page. */
export function CardTable({ table: { heads, rows } }: CardTableProps) {
  const line =
    rows.length > MAX_LARGE_ROWS
      ? { fontSize: 30, padding: '8px 0' }
      : { fontSize: 34, padding: '16px 0' };
  return (
    <div style={{ display: 'flex', flexDirection: 'column' }}>
      <div style={{ display: 'flex', fontSize: 23, color: palette.quiet, paddingBottom: 8 }}>
        <div style={{ flexGrow: 1 }} />
        {heads.map((head, column) => (
          <Cell key={head} width={widths[column]} text={head} color={palette.quiet} />
        ))}
      </div>
      {rows.map(({ name, cells }) => (
        <div
          key={name}
          style={{
            display: 'flex',
            ...line,
            borderTop: `2px solid ${palette.line}`,
          }}
        >
          <div
            style={{
              display: 'block',
              width: NAME_WIDTH,
              marginRight: 'auto',
              lineClamp: 1,
              wordBreak: 'break-all',
            }}
          >
            {name}
          </div>
          {cells.map(({ text, tone, filled }, column) => (
            <Cell
              key={heads[column]}
              width={widths[column]}
              text={text}
              filled={filled}
              color={tone === undefined ? palette.ink : palette[tone]}
            />
          ))}
        </div>
      ))}
    </div>
  );
}

interface CellProps {
  width: number | undefined;
  text: string;
  color: string;
  filled?: number | undefined;
}

function Cell({ width, text, color, filled }: CellProps) {
  return (
    <div
      style={{ display: 'flex', width, justifyContent: 'flex-end', alignItems: 'center', color }}
    >
      <HealthShape filled={filled} />
      {text}
    </div>
  );
}
