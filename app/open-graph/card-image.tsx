import type { Card } from '@/lib/open-graph/card';
import { CardFigures } from './card-figures';
import { CardTable } from './card-table';
import { palette } from './palette';
import { WordMark } from './word-mark';

/** Long names get a smaller font size, so that they fit on one or two lines. */
function titleSize(title: string, hasTable: boolean): number {
  const most = hasTable ? 60 : 84;
  if (title.length <= 18) return most;
  return title.length <= 34 ? most - 16 : most - 28;
}

/** Layout of an Open Graph image, as the image library requires it: nested boxes with inline styles. */
export function CardImage({ card }: { card: Card }) {
  const { kicker, title, text, figures, table } = card;
  return (
    <div
      style={{
        width: '100%',
        height: '100%',
        display: 'flex',
        flexDirection: 'column',
        padding: '52px 64px 48px',
        backgroundColor: palette.paper,
        color: palette.ink,
      }}
    >
      <div style={{ display: 'flex', justifyContent: 'space-between', alignItems: 'center' }}>
        <WordMark />
        <div style={{ fontSize: 26, color: palette.quiet }}>{kicker}</div>
      </div>
      <div
        style={{
          display: 'block',
          marginTop: table ? 26 : 62,
          fontSize: titleSize(title, table !== undefined),
          letterSpacing: '-0.03em',
          lineHeight: 1.08,
          lineClamp: table ? 1 : 2,
          wordBreak: 'break-word',
        }}
      >
        {title}
      </div>
      {text !== '' && (
        <div
          style={{
            display: 'block',
            marginTop: table ? 10 : 22,
            fontSize: table ? 27 : 32,
            lineHeight: 1.35,
            color: palette.quiet,
            lineClamp: table ? 1 : 3,
            wordBreak: 'break-word',
          }}
        >
          {text}
        </div>
      )}
      <div style={{ flexGrow: 1 }} />
      {table && <CardTable table={table} />}
      {figures.length > 0 && <CardFigures figures={figures} />}
    </div>
  );
}
