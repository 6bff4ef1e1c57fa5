/** Names of this machine to itself, as `URL.hostname` has them. */
const loopbackNames = ['localhost', '127.0.0.1', '[::1]'];
/** Addresses that take connections to a loopback name too; `[::]` is all of them. */
const loopbackAddresses = [...loopbackNames, '[::]'];

/**
 * Origins of the hub, by where it listens and what its links begin with: `https://shop.example`, `http://127.0.0.1:4600`. Who
 * listens on loopback goes by all names of it.
 */
export function ownOrigins(listeningUrl: string, publicUrl: string): readonly string[] {
  const listening = new URL(listeningUrl);
  const names = loopbackAddresses.includes(listening.hostname) ? loopbackNames : [listening.hostname];
  const origins = names.map((name) => {
    const url = new URL(listening);
    url.hostname = name;
    return url.origin;
  });
  return [...origins, new URL(publicUrl).origin];
}

/**
 * Whether `Host` names the hub, on any port: one may be forwarded. A page whose own name was turned to this address sends that
 * name (DNS rebinding).
 */
export function namesHub(host: string | undefined, origins: readonly string[]): boolean {
  const address = `http://${host}`;
  if (host === undefined || !URL.canParse(address)) return false;
  const { hostname } = new URL(address);
  return origins.some((origin) => new URL(origin).hostname === hostname);
}
