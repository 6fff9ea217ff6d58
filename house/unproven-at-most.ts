/** How many promises rest on a sentence that no search, probe or test controls. It may only shrink. */
export const unprovenAtMost = 0
