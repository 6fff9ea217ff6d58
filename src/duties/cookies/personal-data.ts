import { key, nobody, personalData, type PersonalColumn } from '#personal-data'

// Somebody made the choice, so it is declared and ends; whose it was nobody can say.
const choice: PersonalColumn = {
  holds: 'choices',
  for: ['web_function', 'legal_obligation'],
  from: 'person',
  ends: 'R-20',
  says: 'cookies.no-is-as-easy-as-yes',
}

export const cookiesTables = [
  personalData(
    'core.choice_text',
    { text_hash: key, language: nobody, text: nobody, first_shown_at: nobody },
    { scope: 'local', read: 'all', insert: ['web_function'] },
  ),
  personalData(
    'core.choice_receipt',
    { id: key, answer: choice, place: nobody, text_hash: key, at: nobody },
    {
      scope: 'local',
      read: ['web_function', 'legal_obligation'],
      insert: ['web_function'],
      delete: ['legal_obligation'],
      // Replaced when a later text in the same language was first shown; while it is in force nothing ends.
      since: `(select min(later.first_shown_at) from choice_text shown join choice_text later
        on later.language = shown.language and later.first_shown_at > shown.first_shown_at where shown.text_hash = t.text_hash)`,
    },
  ),
]
