import { Field, Select } from './form';

export const postLabels = {
  title: 'Title',
  body: 'Text',
  state: 'State',
  publishedAt: 'Publication time',
};

const states = [
  { value: 'draft', label: 'draft' },
  { value: 'published', label: 'published' },
];

/** What moderators enter for a post of the changelog. */
export function PostFieldset() {
  return (
    <>
      <Field name="title" label={postLabels.title} isRequired />
      <Field
        name="body"
        label={postLabels.body}
        hint="Markdown, without HTML, images and tables. Lists and feeds show the first paragraph."
        isLong
        rows={16}
        isRequired
      />
      <Select name="state" label={postLabels.state} options={states} />
      <Field
        name="publishedAt"
        label={postLabels.publishedAt}
        hint="In UTC, such as 2026-12-24 09:00; empty for the time when you save it. Drafts have none."
      />
    </>
  );
}
