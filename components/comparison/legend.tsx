import { markup } from '@/lib/text/markup';

const signs = markup`
<div><dt data-mark="yes"></dt><dd>yes (more marks = more support)</dd></div>
<div><dt data-mark="no"></dt><dd>no</dd></div>
<div><dt data-unknown></dt><dd>unknown</dd></div>
<div><dt data-best></dt><dd>best in row</dd></div>
<div><dt><small>in 2022</small></dt><dd>date shown when a figure is over a year old</dd></div>`;

/** The symbols of the table, styled as in the table. */
export function Legend() {
  return (
    <dl
      aria-label="Legend"
      className="comparison-legend mt-4 text-caption text-quiet"
      dangerouslySetInnerHTML={{ __html: signs.__html }}
    />
  );
}
