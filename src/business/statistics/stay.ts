/** How long a page was open, in the four lengths of promise 2.3-b. The script sends the number of the length, and nothing else. */
export const stays = ['0–10 s', '10–60 s', '1–5 min', '> 5 min'] as const

export type Stay = (typeof stays)[number]
