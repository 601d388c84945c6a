import { CopyButton } from '@/components/layout/copy-button';

interface SnippetProps {
  name: string;
  text: string;
}

/** Copyable text: selectable, with a copy button if scripts run. */
export function Snippet({ name, text }: SnippetProps) {
  return (
    <div className="mt-2">
      <p className="mb-1 flex items-end justify-between text-caption text-quiet">
        {name} <CopyButton label={`Copy ${name}`} text={text} />
      </p>
      <pre
        tabIndex={0}
        role="region"
        aria-label={name}
        className="overflow-x-auto rounded-md border border-line bg-sunken px-3 py-2 font-mono text-caption"
      >
        <code dir="ltr">{text}</code>
      </pre>
    </div>
  );
}
