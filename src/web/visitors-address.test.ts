import { expect, it } from 'vitest'
import { trustedProxies, visitorsAddress } from './visitors-address.ts'

const https = 'https://ntcprofil.example'

it('believes nobody when no proxy can stand before us', () => {
  expect(visitorsAddress('127.0.0.1', '198.51.100.7', trustedProxies('http://localhost:3000', undefined))).toBe('127.0.0.1')
})

it('believes a proxy on this machine when the address is https', () => {
  const trusted = trustedProxies(https, undefined)
  expect(visitorsAddress('::ffff:127.0.0.1', '203.0.113.9, 198.51.100.7', trusted)).toBe('198.51.100.7')
  expect(visitorsAddress('192.0.2.1', '198.51.100.7', trusted)).toBe('192.0.2.1')
})

it('believes the proxies that are named, one behind the other, and no further', () => {
  const trusted = trustedProxies(https, '10.0.0.0/8, 2001:db8::1')
  expect(visitorsAddress('10.1.2.3', '198.51.100.7, 10.9.9.9, 2001:db8::1', trusted)).toBe('198.51.100.7')
  expect(visitorsAddress('10.1.2.3', 'made up, 203.0.113.9, 198.51.100.7', trusted)).toBe('198.51.100.7')
  expect(visitorsAddress('10.1.2.3', undefined, trusted)).toBe('10.1.2.3')
  expect(visitorsAddress('127.0.0.1', '198.51.100.7', trusted)).toBe('127.0.0.1')
})

it('says what cannot be read', () => {
  expect(() => trustedProxies(https, 'proxy.example')).toThrow('TRUSTED_PROXY: proxy.example')
})
