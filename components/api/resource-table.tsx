import { Fragment } from 'react';

interface Resource {
  path: string;
  /** URL of the resource's browsable page; undefined if the path needs a name that only the user knows. */
  href: string | undefined;
  summary: string;
  /** Query parameters. */
  parameters: string[];
}

/** All API resources, with links to their browsable pages. */
export function ResourceTable({ resources }: { resources: Resource[] }) {
  return (
    <table className="w-full border-collapse text-table [&_td]:py-2 [&_td]:align-top [&_th]:py-2 [&_th]:pr-6 [&_th]:text-left [&_th]:align-top [&_th]:font-normal [&_tr]:border-b [&_tr]:border-line">
      <caption className="sr-only">Endpoints</caption>
      <thead className="text-caption text-quiet">
        <tr>
          <th scope="col">Endpoint</th>
          <th scope="col">Description</th>
        </tr>
      </thead>
      <tbody>
        {resources.map(({ path, href, summary, parameters }) => (
          <tr key={path}>
            <th scope="row" className="font-mono text-caption">
              {href === undefined ? (
                <Path path={path} />
              ) : (
                <a href={href}>
                  <Path path={path} />
                </a>
              )}
            </th>
            <td>
              {summary}
              {parameters.length > 0 && (
                <span className="block text-caption text-quiet">
                  Parameters: <span className="font-mono">{parameters.join(', ')}</span>
                </span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A path that may wrap after each segment. */
function Path({ path }: { path: string }) {
  return path.split('/').map((part, index) => (
    <Fragment key={index}>
      {index > 0 && (
        <>
          /<wbr />
        </>
      )}
      {part}
    </Fragment>
  ));
}
