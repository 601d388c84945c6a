interface TickProps {
  slug: string;
  title: string;
}

/** A tick that puts a package into a comparison. */
export function Tick({ slug, title }: TickProps) {
  return (
    <label className="-my-1.5 -ml-1 flex size-8 cursor-pointer items-center justify-center">
      <input
        type="checkbox"
        name="package"
        value={slug}
        aria-label={`Tick ${title}`}
        className="size-4.5 cursor-pointer accent-(--color-accent) checked:[counter-increment:ticked]"
      />
    </label>
  );
}

/** The first cell of a package's row, with its tick. */
export function TickCell(props: TickProps) {
  return (
    <td className="no-print w-8">
      <Tick {...props} />
    </td>
  );
}

/** What stands above the ticks: nothing, since each of them says what it is. */
export function TickHead() {
  return <td className="no-print w-8" />;
}
