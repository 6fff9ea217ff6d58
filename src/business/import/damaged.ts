/**
 * Letters that were lost before the file came here: what UTF-8 looks like when it was read as Windows-1252 and saved again (Ã¸
 * for ø), and what stands where letters could not be read. Or a zero, which a text in the database cannot have.
 */
export const damaged = /Ã[\u0080-\u00bf¦¸¥†˜…]|\ufffd|\0/

export const whyDamaged = 'the letters were damaged before this file was written: export it again as UTF-8 or Windows-1252'
