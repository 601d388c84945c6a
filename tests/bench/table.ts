interface Column<Row> {
  head: string;
  text: (row: Row) => string;
  isNumber?: boolean;
}

/** A plain-text table: words left-aligned, numbers right-aligned. */
export function formatTable<Row>(columns: Column<Row>[], rows: Row[]): string {
  const lines = [
    columns.map(({ head }) => head),
    ...rows.map((row) => columns.map((it) => it.text(row))),
  ];
  const widths = columns.map((_, place) =>
    Math.max(...lines.map((line) => line[place]?.length ?? 0)),
  );
  const pad = (text: string, place: number) => {
    const width = widths[place] ?? 0;
    return columns[place]?.isNumber ? text.padStart(width) : text.padEnd(width);
  };
  const rule = widths.map((width) => '─'.repeat(width));
  const [head = [], ...body] = lines.map((line) => line.map(pad));
  return [head, rule, ...body].map((line) => line.join('  ').trimEnd()).join('\n');
}
