import { key, nobody, personalData } from '#personal-data'

export const importTables = [
  personalData(
    'core.import_key',
    { source: key, external_id: key, account_id: key },
    { scope: 'local', read: ['deliver'], insert: ['deliver'] },
  ),
  personalData(
    'core.import_run',
    {
      id: key,
      file_name: nobody,
      file_hash: nobody,
      format: nobody,
      written: nobody,
      rows_total: nobody,
      rows_done: nobody,
      rows_refused: nobody,
      started_at: nobody,
      finished_at: nobody,
    },
    { scope: 'local', read: ['deliver', 'administer'], insert: ['deliver'], update: ['deliver'] },
  ),
]
