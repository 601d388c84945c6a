import { readRoutes, routesOf, type Half } from './routes';

/** The half of the page that an address leads to; undefined for what is no page, such as the API, feeds, pictures and files. */
export type FindHalf = (url: string) => Half | undefined;

/** Reads from a build which pages there are. */
export function readHalves(buildFolder: string): FindHalf {
  const find = readRoutes(buildFolder);
  return (url) => find(url)?.half;
}

/** Of routes as Next names them, such as `/(read)/packages/p/[slug]/page`. */
export function halvesOf(names: string[]): FindHalf {
  const find = routesOf(names);
  return (url) => find(url)?.half;
}
