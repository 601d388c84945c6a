import { CopyButton } from '@/components/layout/copy-button';

/** The commands of common tools that install a PyPI project. */
const commands = [
  { tool: 'pip', command: 'pip install' },
  { tool: 'uv', command: 'uv add' },
  { tool: 'Poetry', command: 'poetry add' },
];

/** How to install a package, by tool; long names wrap. */
export function Install({ pypiName }: { pypiName: string }) {
  return (
    <section aria-labelledby="install">
      <h2 id="install" className="mb-1 text-caption font-normal tracking-normal text-quiet">
        Install
      </h2>
      <ul className="rounded-md border border-line bg-sunken">
        {commands.map(({ tool, command }) => {
          const text = `${command} ${pypiName}`;
          return (
            <li
              key={tool}
              className="flex items-center justify-between gap-3 border-line py-1.5 pr-1.5 pl-3 not-first:border-t"
            >
              <code dir="ltr" className="min-w-0 font-mono text-caption wrap-anywhere">
                {text}
              </code>
              <CopyButton label="Copy" name={`Copy ${tool} command`} text={text} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
