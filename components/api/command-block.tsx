import { CopyButton } from '@/components/layout/copy-button';

interface CommandBlockProps {
  /** One line on what the command returns. */
  title: string;
  command: string;
}

/** A shell command with a copy button. */
export function CommandBlock({ title, command }: CommandBlockProps) {
  return (
    <figure className="mt-4">
      <figcaption className="flex items-baseline justify-between gap-x-4 text-table [&>copy-text]:shrink-0">
        {title}
        <CopyButton label="Copy" text={command} />
      </figcaption>
      {/* Scrolls on narrow screens, so it must be reachable by keyboard. */}
      <code
        tabIndex={0}
        className="mt-1 block overflow-x-auto rounded-md border border-line bg-sunken px-3 py-2 font-mono text-caption whitespace-nowrap"
      >
        {command}
      </code>
    </figure>
  );
}
