import { addDays, addMonths } from '@kinwise/core/days';
import type { Day } from '@kinwise/core/days';
import { newId } from '@kinwise/core/ids';
import type { Id } from '@kinwise/core/ids';
import { createHousehold } from '../home/households/households.ts';
import { acceptAll } from '../identity/documents/documents.ts';
import { addAccount } from '../ledger/accounts/accounts.ts';
import type { NewAccount } from '../ledger/accounts/accounts.schema.ts';
import { addRate } from '../ledger/currencies/currencies.ts';
import { todayIn } from '../platform/clock.ts';
import type { HouseholdContext } from '../platform/context.ts';
import type { Program } from '../program.ts';
import { flatDay, whanauDay } from './days.ts';
import type { DemoAccount, DemoEntry, DemoPerson } from './demo-entry.ts';
import { PAY_ANCHOR } from './regular.ts';
import { writeDays } from './entries.ts';

const PEOPLE: readonly (readonly [DemoPerson, first: string, last: string])[] = [
  ['mere', 'Mere', 'Ngata'],
  ['tama', 'Tama', 'Ngata'],
  ['aroha', 'Aroha', 'Ngata'],
  ['sam', 'Sam', 'Fisher'],
  ['lena', 'Lena', 'Okafor'],
];

const MONTHS_BACK = 14;

type Home = {
  readonly name: string;
  readonly type: 'family' | 'student';
  readonly founder: DemoPerson;
  readonly members: readonly (readonly [DemoPerson, role: string])[];
  readonly accounts: readonly (readonly [DemoAccount, owner: DemoPerson, NewAccount])[];
  readonly day: (on: Day, today: Day) => DemoEntry[];
};

const account = (name: string, kind: NewAccount['kind'], more: Partial<NewAccount> = {}): NewAccount => ({
  name,
  kind,
  visibility: 'shared',
  ...more,
});

const HOMES: readonly Home[] = [
  {
    name: 'Ngata whānau',
    type: 'family',
    founder: 'mere',
    members: [
      ['tama', 'parent'],
      ['aroha', 'teen'],
    ],
    accounts: [
      [
        'everyday',
        'mere',
        account('Everyday', 'checking', {
          opening_balance: '2840.15',
          allow_overdraft: true,
          overdraft_limit: '500.00',
          institution: 'Kiwibank',
          order: 1,
        }),
      ],
      [
        'rainy',
        'mere',
        account('Rainy day', 'savings', { opening_balance: '6200.00', institution: 'Kiwibank', order: 2 }),
      ],
      [
        'visa',
        'tama',
        account('Visa', 'credit', {
          credit_limit: '6000.00',
          opening_balance: '-412.60',
          institution: 'ANZ',
          order: 3,
        }),
      ],
      [
        'travel',
        'mere',
        account('Travel card', 'cash', {
          currency: 'AUD',
          opening_balance: '2600.00',
          institution: 'Wise',
          order: 4,
        }),
      ],
      [
        'kiwisaver',
        'mere',
        account('KiwiSaver', 'kiwisaver', {
          opening_balance: '31480.00',
          institution: 'Simplicity',
          order: 5,
        }),
      ],
      [
        'pocket',
        'aroha',
        account('Aroha’s pocket money', 'cash', {
          opening_balance: '42.00',
          allow_overdraft: true,
          order: 6,
        }),
      ],
      [
        'gifts',
        'mere',
        account('Gifts', 'savings', {
          opening_balance: '380.00',
          allow_overdraft: true,
          visibility: 'private',
          order: 7,
        }),
      ],
    ],
    day: whanauDay,
  },
  {
    name: 'Aro Street flat',
    type: 'student',
    founder: 'sam',
    members: [
      ['lena', 'flatmate'],
      ['mere', 'observer'],
    ],
    accounts: [
      [
        'flat',
        'sam',
        account('Flat account', 'checking', {
          opening_balance: '640.00',
          allow_overdraft: true,
          institution: 'ASB',
        }),
      ],
    ],
    day: flatDay,
  },
];

/**
 * Makes the demonstration where it is not there yet, and brings it up to today where it is: two households, fourteen
 * months, pay, bills, a flat-share and a holiday. Its people sign in by one click and have no password.
 */
export async function makeDemo(program: Program): Promise<void> {
  const people = await makePeople(program);
  for (const home of HOMES) {
    const founder = people.get(home.founder) ?? '';
    const household = (await householdOf(program, founder, home)) ?? (await foundHome(program, home, people));
    await bringUpToDate(program, { home, household, people });
  }
}

type People = ReadonlyMap<DemoPerson, Id>;

async function makePeople({ ground, opener }: Program): Promise<People> {
  const people = new Map<DemoPerson, Id>();
  for (const [username, first, last] of PEOPLE) {
    const { rows } = await ground.database.owner.query<{ id: Id }>(
      `insert into users (id, email, email_key, username, username_key, first_name, last_name, email_verified_at, is_demo,
         created_at, updated_at) values ($1, $2, $2, $3, $3, $4, $5, now(), true, now(), now())
       on conflict (username_key) do update set is_demo = users.is_demo returning id`,
      [newId(), `${username}@demo.kinwise.invalid`, username, first, last],
    );
    people.set(username, rows[0]?.id ?? '');
  }
  for (const id of people.values())
    await opener.outside({ origin: { requestId: 'demo' } }, async (ctx) => {
      await acceptAll(ctx, id);
    });
  return people;
}

async function householdOf({ ground }: Program, founder: Id, home: Home): Promise<Id | undefined> {
  const { rows } = await ground.database.owner.query<{ id: Id }>(
    'select id from households where created_by = $1 and name = $2 and deleted_at is null limit 1',
    [founder, home.name],
  );
  return rows[0]?.id;
}

async function foundHome(program: Program, home: Home, people: People): Promise<Id> {
  const founder = people.get(home.founder) ?? '';
  const origin = { requestId: 'demo' };
  const made = await program.opener.outside(
    { user: founder, origin },
    async (ctx) =>
      await createHousehold(
        { ...ctx, actor: { kind: 'user', userId: founder } },
        {
          name: home.name,
          type: home.type,
          currency: 'NZD',
          time_zone: 'Pacific/Auckland',
          pay_cycle: { kind: 'fortnightly', anchor_on: PAY_ANCHOR },
        },
      ),
  );
  for (const [person, role] of home.members) {
    await program.ground.database.owner.query(
      `insert into memberships (household_id, id, user_id, role, is_primary, joined_at, created_at, updated_at)
       values ($1, $2, $3, $4, not exists (select from memberships where user_id = $3 and is_primary), now(), now(), now())`,
      [made.id, newId(), people.get(person), role],
    );
  }
  for (const [, owner, body] of home.accounts) {
    const start = addMonths(todayIn(program.ground.clock.nowMs(), 'Pacific/Auckland'), -MONTHS_BACK);
    await inHome(
      program,
      { household: made.id, user: people.get(owner) ?? '' },
      async (ctx) => await addAccount(ctx, { ...body, opened_on: start }),
    );
  }
  await inHome(program, { household: made.id, user: founder }, async (ctx) => {
    for (let month = MONTHS_BACK; month >= 0; month -= 1) {
      const on = `${addMonths(ctx.today, -month).slice(0, 7)}-01` as Day;
      await addRate(ctx, { base: 'AUD', quote: 'NZD', on, rate: `1.0${String(70 + ((month * 7) % 25))}` });
    }
  });
  return made.id;
}

/** Writes the days that are missing until today, a month in each transaction. */
async function bringUpToDate(
  program: Program,
  of: { home: Home; household: Id; people: People },
): Promise<void> {
  const { home, household, people } = of;
  const today = todayIn(program.ground.clock.nowMs(), 'Pacific/Auckland');
  const { rows } = await program.ground.database.owner.query<{ last: Day | null }>(
    "select max(occurred_on)::text as last from transactions where household_id = $1 and bank_id like 'demo-%'",
    [household],
  );
  let from = rows[0]?.last ? addDays(rows[0].last, 1) : addMonths(today, -MONTHS_BACK);
  while (from <= today) {
    const next = addDays(from, 31);
    const to = next > today ? today : next;
    await inHome(program, { household, user: people.get(home.founder) ?? '' }, async (ctx) => {
      await writeDays(ctx, {
        from,
        to,
        people,
        names: new Map(home.accounts.map(([key, , body]) => [key, body.name])),
        day: (on) => home.day(on, today),
      });
    });
    from = addDays(to, 1);
  }
}

async function inHome<T>(
  { opener }: Program,
  at: { household: Id; user: Id },
  work: (ctx: HouseholdContext) => Promise<T>,
): Promise<T> {
  return await opener.inHousehold(
    { household: at.household, actor: { kind: 'user', userId: at.user }, origin: { requestId: 'demo' } },
    work,
  );
}
