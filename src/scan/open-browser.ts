import type { Browser } from 'playwright-core'

/** A browser of our own, or why there is none: a merchant's machine need not have one. */
export async function openBrowser(): Promise<Browser | { readonly missing: string }> {
  try {
    const { chromium } = await import('playwright-core')
    const { browserFlags, browserProgram } = await import('./chromium.ts')
    return await chromium.launch({ executablePath: await browserProgram(), args: browserFlags, headless: true })
  } catch (error) {
    const absent = (error as NodeJS.ErrnoException).code === 'ERR_MODULE_NOT_FOUND'
    return { missing: absent ? 'no browser is installed' : `the browser did not start: ${String(error).split('\n', 1)[0]}` }
  }
}
