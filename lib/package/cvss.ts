/** Qualitative severity ratings of CVSS, most serious first. */
const cvssLevels = ['critical', 'high', 'medium', 'low', 'none'] as const;

export type CvssLevel = (typeof cvssLevels)[number];

/** The lowest base score of each level (CVSS v3.1 specification, table 14). */
const lowestScores: Record<CvssLevel, number> = {
  critical: 9,
  high: 7,
  medium: 4,
  low: 0.1,
  none: 0,
};

/** The level of a CVSS v3.0 or v3.1 vector by its base score; undefined for other versions and for texts that are no vectors. */
export function cvssLevel(vector: string): CvssLevel | undefined {
  const score = cvssScore(vector);
  return score === undefined ? undefined : cvssLevels.find((level) => score >= lowestScores[level]);
}

/** Weights of the values of each base metric (CVSS v3.1 specification, section 7.4); privileges depend on the scope. */
const weights = {
  AV: { N: 0.85, A: 0.62, L: 0.55, P: 0.2 },
  AC: { L: 0.77, H: 0.44 },
  UI: { N: 0.85, R: 0.62 },
  C: { H: 0.56, L: 0.22, N: 0 },
  I: { H: 0.56, L: 0.22, N: 0 },
  A: { H: 0.56, L: 0.22, N: 0 },
} satisfies Record<string, Record<string, number>>;

const privilegeWeights: Record<string, Record<string, number>> = {
  U: { N: 0.85, L: 0.62, H: 0.27 },
  C: { N: 0.85, L: 0.68, H: 0.5 },
};

/**
 * The base score, from 0 to 10, of a CVSS v3.0 or v3.1 vector; undefined for anything else. Temporal and environmental metrics are ignored.
 * The formula is that of section 7.1 of https://www.first.org/cvss/v3.1/specification-document.
 */
export function cvssScore(vector: string): number | undefined {
  const metrics = readMetrics(vector);
  const scope = metrics?.get('S') ?? '';
  const privileges = privilegeWeights[scope]?.[metrics?.get('PR') ?? ''];
  const weight = (metric: keyof typeof weights) => weightOf(metric, metrics?.get(metric));
  const [vectorWeight, complexity, interaction] = [weight('AV'), weight('AC'), weight('UI')];
  const [confidentiality, integrity, availability] = [weight('C'), weight('I'), weight('A')];

  // Any unknown value makes the result NaN.
  const lost = 1 - (1 - confidentiality) * (1 - integrity) * (1 - availability);
  const isChanged = scope === 'C';
  const impact = isChanged ? 7.52 * (lost - 0.029) - 3.25 * (lost - 0.02) ** 15 : 6.42 * lost;
  const exploitability = 8.22 * vectorWeight * complexity * (privileges ?? NaN) * interaction;
  const score = (isChanged ? 1.08 : 1) * (impact + exploitability);
  if (Number.isNaN(score)) return undefined;
  return impact <= 0 ? 0 : roundUp(Math.min(score, 10));
}

/** The metrics of a v3 vector; undefined for anything else, or if one is given twice. */
function readMetrics(vector: string): Map<string, string> | undefined {
  const [version = '', ...parts] = vector.trim().split('/');
  if (!/^CVSS:3\.[01]$/.test(version)) return undefined;
  const metrics = new Map(
    parts.map((part) => [part.split(':')[0] ?? '', part.split(':')[1] ?? '']),
  );
  return metrics.size === parts.length ? metrics : undefined;
}

function weightOf(metric: keyof typeof weights, value = ''): number {
  const values: Record<string, number> = weights[metric];
  return Object.hasOwn(values, value) ? (values[value] ?? NaN) : NaN;
}

/** The smallest number with one decimal that is not lower, without errors of floating point (CVSS v3.1 specification, appendix A). */
function roundUp(score: number): number {
  const whole = Math.round(score * 100_000);
  return whole % 10_000 === 0 ? whole / 100_000 : (Math.floor(whole / 10_000) + 1) / 10;
}
