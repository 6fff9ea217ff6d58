import { BlockList, isIP } from 'node:net'

/**
 * Whose word about the visitor's address is taken: TRUSTED_PROXY, addresses or networks with commas between them. Not set, and with an
 * https address, it is a proxy on this machine, because we speak plain http ourselves; else nobody's.
 */
export function trustedProxies(publicUrl: string, setting: string | undefined): BlockList {
  const trusted = new BlockList()
  const named = setting?.trim() ? setting : publicUrl.startsWith('https:') ? '127.0.0.0/8, ::1' : ''
  for (const each of named
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)) {
    const [address = '', bits] = each.split('/')
    if (isIP(address) === 0 || (bits !== undefined && !/^\d{1,3}$/.test(bits))) {
      throw new Error(`TRUSTED_PROXY: ${each} is neither an address nor a network such as 10.0.0.0/8`)
    }
    if (bits === undefined) trusted.addAddress(address, family(address))
    else trusted.addSubnet(address, Number(bits), family(address))
  }
  return trusted
}

/** The last address in X-Forwarded-For that a trusted proxy wrote down and that is no trusted proxy itself; else the connection's own. */
export function visitorsAddress(
  connection: string | undefined,
  forwarded: string | undefined,
  trusted: BlockList,
): string | undefined {
  const written = (forwarded ?? '').split(',').map((part) => part.trim())
  let address = connection?.replace(/^::ffff:(?=\d+\.)/, '')
  while (address !== undefined && isIP(address) !== 0 && trusted.check(address, family(address)) && written.length > 0) {
    const before = written.pop()!
    if (isIP(before) === 0) break
    address = before
  }
  return address
}

function family(address: string): 'ipv4' | 'ipv6' {
  return isIP(address) === 6 ? 'ipv6' : 'ipv4'
}
