/**
 * Says once, when the page is left, which of four lengths it was open: a figure from 0 to 3, and nothing else. The page carries it only
 * after a yes to statistics. It stores nothing, reads nothing that is stored, and knows neither page nor reader (promise 2.3-b).
 */
let told = false

function tell(): void {
  if (told || document.visibilityState !== 'hidden') return
  told = true
  const seconds = performance.now() / 1000
  const length = String([10, 60, 300].filter((limit) => seconds >= limit).length)
  const taken = navigator.sendBeacon?.('/telling', length)
  if (!taken) fetch('/telling', { method: 'POST', body: length, keepalive: true }).catch(() => undefined)
}

addEventListener('visibilitychange', tell)
// A browser that does not say that the page is hidden says at least that it is left.
addEventListener('pagehide', tell)
// Whoever takes the yes back on this page has not been measured on it (promise 2.4-g).
addEventListener('submit', ({ target }) => {
  told ||= 'answer' in (target as HTMLFormElement).elements
})
