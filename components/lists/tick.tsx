interface TickProps {
  slug: string;
  title: string;
}

/** Checkbox that adds a package to a comparison. */
function Tick({ slug, title }: TickProps) {
  return (
    <label className="-my-1.5 -ml-1 flex size-8 cursor-pointer items-center justify-center">
      <input
        type="checkbox"
        name="package"
        value={slug}
        aria-label={`Select ${title}`}
        className="size-4.5 cursor-pointer accent-(--color-accent) checked:[counter-increment:ticked]"
      />
    </label>
  );
}

/** The first cell of a package's row, with its checkbox. */
export function TickCell(props: TickProps) {
  return (
    <td className="no-print w-8">
      <Tick {...props} />
    </td>
  );
}

/** Heading of the checkbox column: empty, because each checkbox has its own label. */
export function TickHead() {
  return <td className="no-print w-8" />;
}
