/** Formats times of the catalogue file as each version of the API must, without the site's own code. */

const HOUR = 3_600_000;

const newYork = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'America/New_York',
  dateStyle: 'short',
  timeStyle: 'medium',
});

const wallAt = (millis: number) => newYork.format(millis).replace(' ', 'T');

/** Whole seconds as milliseconds, and the fraction's digits. Times without an offset are in New York; a day means its midnight. */
function instantOf(text: string) {
  const [, day = '', time = '00:00:00', fraction = '', zone] =
    /^([\d-]{10})(?:T([\d:]{8}))?(?:\.(\d+))?([+-]\d\d:\d\d)?$/.exec(text) ?? [];
  const wall = `${day}T${time}`;
  const zones = zone === undefined ? ['-04:00', '-05:00'] : [zone];
  const millis = zones
    .map((it) => Date.parse(wall + it))
    .find((it) => zone !== undefined || wallAt(it) === wall);
  if (millis === undefined) throw new Error(`${text} is no time.`);
  return { millis, micros: fraction.padEnd(6, '0') };
}

/** `2024-09-04T09:56:25.014731-04:00` */
export function newYorkText(text: string): string {
  const { millis, micros } = instantOf(text);
  const wall = wallAt(millis);
  const hours = (millis - Date.parse(`${wall}Z`)) / HOUR;
  return `${wall}${micros === '000000' ? '' : `.${micros}`}-0${hours}:00`;
}

/** `2024-09-04T13:56:25.014Z` */
export function utcText(text: string): string {
  const { millis, micros } = instantOf(text);
  const second = new Date(millis).toISOString().slice(0, 19);
  return `${second}${micros === '000000' ? '' : `.${micros.slice(0, 3)}`}Z`;
}
