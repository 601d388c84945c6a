interface ParameterListProps {
  parameters: { name: string; description: string }[];
}

/** Query parameters with their descriptions. */
export function ParameterList({ parameters }: ParameterListProps) {
  return (
    <dl className="text-table">
      {parameters.map(({ name, description }) => (
        <div key={name} className="border-b border-line py-2 sm:flex sm:gap-4">
          <dt className="shrink-0 basis-40 font-mono text-caption leading-normal">{name}</dt>
          <dd>
            <WithCode text={description} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** A text with the parts between backticks as code. */
function WithCode({ text }: { text: string }) {
  return text
    .split('`')
    .map((part, index) => (index % 2 === 1 ? <code key={index}>{part}</code> : part));
}
