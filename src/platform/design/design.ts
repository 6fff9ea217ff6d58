/**
 * What pages are built of: Designsystemet's markup and styles in our own theme, all of it HTML that needs no script.
 * Stylesheets: `design.css` for every page, tokens made by Designsystemet's own tool from designsystemet.config.json.
 */
export { Button, ButtonLink } from './button.tsx'
export { Dates } from './dates.tsx'
export { EmptyState } from './empty-state.tsx'
export { EndCard, EndLine, type ShownEnd } from './end-card.tsx'
export { EqualButtons } from './equal-buttons.tsx'
export { Checkbox, Field, Select, TextArea } from './field.tsx'
export { Finder } from './finder.tsx'
export { Heads } from './heads.tsx'
export { Insist } from './insist.tsx'
export { LineTable, type TableLine, type TableSums } from './line-table.tsx'
export { Money } from './money.tsx'
export { Notice } from './notice.tsx'
export { PageTitle } from './page-title.tsx'
export { Pager } from './pager.tsx'
export { SearchField } from './search-field.tsx'
export { Sorted } from './sorted.tsx'
export { StatementLink } from './statement-link.tsx'
export { Tag } from './tag.tsx'
export { Views } from './views.tsx'
export { Tile, type Hue, type Shape } from './tile.tsx'
