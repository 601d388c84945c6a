interface TickProps {
  slug: string;
  title: string;
}

/** The first cell of a package's row: a tick that puts it into a comparison. */
export function TickCell({ slug, title }: TickProps) {
  return (
    <td className="no-print w-8">
      <label className="-my-1.5 -ml-1 flex size-8 cursor-pointer items-center justify-center">
        <input
          type="checkbox"
          name="package"
          value={slug}
          aria-label={`Tick ${title}`}
          className="size-4.5 cursor-pointer accent-(--color-accent) checked:[counter-increment:ticked]"
        />
      </label>
    </td>
  );
}

/** What stands above the ticks: nothing, since each of them says what it is. */
export function TickHead() {
  return <td className="no-print w-8" />;
}
