import { CopyButton } from '@/components/layout/copy-button';

interface CommandBlockProps {
  /** What the command gives, in a line. */
  title: string;
  command: string;
}

/** A command to run in a shell, with a button that copies it. */
export function CommandBlock({ title, command }: CommandBlockProps) {
  return (
    <figure className="mt-4">
      <figcaption className="flex flex-wrap items-baseline justify-between gap-x-4 text-table">
        {title}
        <CopyButton label="Copy" text={command} />
      </figcaption>
      {/* It scrolls by itself where the window is narrow, so the keyboard must get to it. */}
      <code
        tabIndex={0}
        className="mt-1 block overflow-x-auto rounded-md border border-line bg-sunken px-3 py-2 font-mono text-caption whitespace-nowrap"
      >
        {command}
      </code>
    </figure>
  );
}
