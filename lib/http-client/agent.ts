import { promises as dns } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { Agent } from 'undici';
import { specialUseOf } from './public-address';
import { RefusedAddressError } from './refused-address-error';

/** Resolves a host name to all of its addresses. */
export type Lookup = (hostname: string) => Promise<string[]>;

/** Resolves as other programs on this computer do, which includes its hosts file. */
export const systemLookup: Lookup = async (hostname) => {
  const answers = await dns.lookup(hostname, { all: true });
  return answers.map(({ address }) => address);
};

/**
 * Refuses names with any address that is not public.
 *
 * @throws {RefusedAddressError}
 */
export const publicLookup =
  (lookup: Lookup): Lookup =>
  async (hostname) => {
    const addresses = await lookup(hostname);
    for (const address of addresses) {
      const use = specialUseOf(address);
      if (use === undefined) continue;
      throw new RefusedAddressError(`${hostname} resolves to ${address}, which is ${use}`);
    }
    return addresses;
  };

/**
 * Creates an agent whose connections go to the addresses that `lookup` returned. It is asked once per connection, and nothing else resolves
 * the name, so that a name can't change its address between check and connection (DNS rebinding). A connection that is kept alive stays
 * with its address.
 */
export function createAgent(lookup: Lookup): Agent {
  return new Agent({ connect: { lookup: forSockets(lookup) } });
}

const forSockets =
  (lookup: Lookup): LookupFunction =>
  (hostname, { all }, callback) => {
    const answer = async () => {
      const addresses = await lookup(hostname);
      const [first] = addresses;
      if (first === undefined) throw new Error(`${hostname} has no address`);
      return { first, addresses };
    };
    answer().then(
      ({ first, addresses }) => {
        if (all !== true) callback(null, first, isIP(first));
        else
          callback(
            null,
            addresses.map((address) => ({ address, family: isIP(address) })),
          );
      },
      (error: unknown) => {
        callback(error instanceof Error ? error : new Error(String(error)), []);
      },
    );
  };
