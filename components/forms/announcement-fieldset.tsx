import { Field } from './form';

export const announcementLabels = { text: 'Text', path: 'Link', days: 'Days' };

/** What moderators enter for an announcement. */
export function AnnouncementFieldset() {
  return (
    <>
      <Field
        name="text"
        label={announcementLabels.text}
        hint="A sentence, shown on top of every page."
        isRequired
      />
      <Field
        name="path"
        label={announcementLabels.path}
        hint="Optional: a page of this site, such as /changelog/."
      />
      <Field
        name="days"
        label={announcementLabels.days}
        hint="How long it is shown, from 1 to 90."
        isRequired
      />
    </>
  );
}
