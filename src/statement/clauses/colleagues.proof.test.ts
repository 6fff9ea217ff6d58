import { describe } from 'vitest'
import { sameCompanyWall } from './disclosure.ts'
import { ids, letter, proving } from './proving.ts'

const { mutation, spares } = proving()
const lise = '01890000-0000-7000-8000-0000000000e1'
const twin = '01890000-0000-7000-8000-0000000000e2'
const joins = (
  id: string,
  email: string,
) => `insert into core.person (account_id, id, first_name, email, language, created_at, last_active_at)
  values ('${ids.account}', '${id}', 'Lise', '${email}', 'nb', '2026-11-20T10:00:00Z', '2026-11-20T10:00:00Z')`
/** Lise at Fjord AS, and Kari recorded twice. */
const survivors = [
  joins(lise, 'lise@fjord.example'),
  joins(twin, 'Kari@fjord.example'),
  letter({ body: `'Vi skriver til kari@fjord.example.'` }),
  letter({ person_id: `'${lise}'`, to_address: `'lise@fjord.example'` }),
  letter({ person_id: 'null', to_address: `'lise@fjord.example'` }),
].join(';')
const wall = `account_id = nullif(current_setting('ordholden.account', true), '')::uuid`

describe('section 6, the same company', () => {
  mutation(
    sameCompanyWall,
    'each view is locked to one person',
    'my page shows the whole company’s inquiries',
    `create or replace view rights_handling.inquiry_item as select * from core.inquiry_item where ${wall}`,
  )
  mutation(
    sameCompanyWall,
    'each view is locked to one person',
    'the company’s orders say who ordered',
    `drop view rights_handling.company_sales_order;
      create view rights_handling.company_sales_order as select id, number, person_id from core.sales_order where ${wall}`,
  )
  mutation(
    sameCompanyWall,
    'each view is locked to one person',
    'the company’s orders are everybody’s',
    `drop view rights_handling.company_sales_order; create view rights_handling.company_sales_order as select id, number from core.sales_order`,
  )
  spares(
    sameCompanyWall,
    'no letter bears a colleague’s address',
    'Kari’s own address in her letter, Lise’s in hers, and in one that is to nobody in particular',
    survivors,
  )
  mutation(
    sameCompanyWall,
    'no letter bears a colleague’s address',
    'Kari is answered with Lise’s address',
    `${survivors}; ${letter({ body: `'Spør heller LISE@fjord.example.'` })}`,
  )
  mutation(
    sameCompanyWall,
    'no letter bears a colleague’s address',
    'Kari’s letter goes to Lise',
    `${survivors}; ${letter({ to_address: `'lise@fjord.example'` })}`,
  )
})
