import { z } from 'zod';
import { isTimeZone } from './time';

const DEFAULT_TIME_ZONE = 'America/New_York';

const schema = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'must be a whole number')
    .transform(Number)
    .refine((port) => port >= 1 && port <= 65_535, 'must be from 1 to 65535')
    .default(3000),
  DATABASE_PATH: z
    .string()
    .refine((path) => !path.includes('\0') && path !== ':memory:', 'must be the path of a file')
    .default('data/packgrid.sqlite'),
  SITE_URL: z
    .string()
    .refine(isOrigin, 'must be an address such as https://example.org, without a path')
    .transform((url) => new URL(url).origin)
    .optional(),
  SITE_TIME_ZONE: z
    .string()
    .refine(isTimeZone, `must be a time zone such as ${DEFAULT_TIME_ZONE}`)
    .default(DEFAULT_TIME_ZONE),
});

export type Settings = z.infer<typeof schema>;

/** A setting that can't be used; the message has a line for each, with its name and the rule. */
export class SettingsError extends Error {
  override name = 'SettingsError';
}

/** Reads the settings from environment variables; an empty one counts as absent. Throws SettingsError. */
export function parseSettings(environment: Record<string, string | undefined>): Settings {
  const given = Object.entries(environment).filter(
    ([, value]) => value !== undefined && value !== '',
  );
  const parsed = schema.safeParse(Object.fromEntries(given));
  if (parsed.success) return parsed.data;

  const lines = parsed.error.issues.map(({ path, message }) => {
    const name = String(path[0]);
    return `${name} ${message}; it is ${JSON.stringify(environment[name])}.`;
  });
  throw new SettingsError(lines.join('\n'));
}

let current: Settings | undefined;

/** The settings of this process, read once at first use. Throws SettingsError. */
export function settings(): Settings {
  return (current ??= parseSettings(process.env));
}

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  const isWeb = url.protocol === 'http:' || url.protocol === 'https:';
  return isWeb && `${url.origin}/` === url.href;
}
