/** Normalizes a project name by PEP 503, as PyPI compares names. */
export const normalizeName = (name: string): string => name.toLowerCase().replace(/[-_.]+/g, '-');
