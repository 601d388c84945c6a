import { formatCount } from '@/lib/text/wording';
import { ListTable } from './list-table';

interface DumpTableProps {
  files: { name: string; holds: string; bytes: number; records: number | null }[];
}

const KIB = 1024;

/** Formats a download size: `870 KiB`, `1.2 MiB`. */
function sizeText(bytes: number): string {
  if (bytes < KIB) return `${bytes} bytes`;
  if (bytes < KIB * KIB) return `${formatCount(Math.round(bytes / KIB))} KiB`;
  return `${(bytes / KIB / KIB).toFixed(1)} MiB`;
}

/** The downloadable files, with their content and size. */
export function DumpTable({ files }: DumpTableProps) {
  return (
    <ListTable caption="Files">
      <thead className="text-caption text-quiet">
        <tr>
          <th scope="col">File</th>
          <th scope="col">Records</th>
          <th scope="col">Size</th>
        </tr>
      </thead>
      <tbody>
        {files.map(({ name, holds, bytes, records }) => (
          <tr key={name}>
            <th scope="row">
              <a className="text-accent underline" href={`/dumps/${name}`} download>
                {name}
              </a>
              <span className="block text-caption text-quiet">{holds}</span>
            </th>
            <td>{records === null ? '–' : formatCount(records)}</td>
            <td>{sizeText(bytes)}</td>
          </tr>
        ))}
      </tbody>
    </ListTable>
  );
}
