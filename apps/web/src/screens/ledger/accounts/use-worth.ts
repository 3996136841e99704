import { addDays, addMonths, type Day } from '@kinwise/core/days';
import { useQuery } from '@tanstack/react-query';
import { api, got } from '../../../api/client.ts';
import { useHousehold } from '../../../shell/household.ts';
import { keptWithin, useServerState } from '../parts/use-server-state.ts';
import type { DayPoint } from '../../../ui/charts/area-chart.tsx';

export type Span = '3m' | '1y' | '5y';

/** Net worth at the end of days, weeks or months, as the server reckons it by each day's rates. */
export function useWorth(span: Span) {
  const { id, today } = useHousehold();
  const state = useServerState();
  return useQuery({
    queryKey: ['net-worth', id, today, span, state],
    enabled: state !== undefined,
    placeholderData: keptWithin(['net-worth', id]),
    queryFn: async (): Promise<readonly DayPoint[]> => {
      const answer = await got(api.GET('/analytics/net-worth/', { params: { query: rangeOf(span, today) } }));
      return pointsOf(answer.points.map((point) => ({ on: point.on, amount: point.amount })));
    },
  });
}

/** The balance of one account over the same spans. */
export function useBalanceHistory(account: string, span: Span) {
  const { id, today } = useHousehold();
  const state = useServerState();
  return useQuery({
    queryKey: ['balance-history', id, account, today, span, state],
    enabled: state !== undefined,
    placeholderData: keptWithin(['balance-history', id, account]),
    queryFn: async (): Promise<readonly DayPoint[]> => {
      const params = { path: { id: account }, query: rangeOf(span, today) };
      const answer = await got(api.GET('/accounts/{id}/balance-history/', { params }));
      return pointsOf(answer.points.map((point) => ({ on: point.on, amount: point.balance })));
    },
  });
}

const STEPS = { '3m': 'day', '1y': 'week', '5y': 'month' } as const;
const MONTHS = { '3m': 3, '1y': 12, '5y': 60 } as const;

function rangeOf(span: Span, today: Day) {
  return { from: addDays(addMonths(today, -MONTHS[span]), 1), to: today, step: STEPS[span] };
}

/** Days before there was anything are left out, so that a young household does not begin with a long flat line. */
function pointsOf(points: readonly { on: string; amount: string }[]): readonly DayPoint[] {
  const first = points.findIndex((point) => /[1-9]/.test(point.amount));
  const kept = first < 0 ? [] : points.slice(Math.max(0, first - 1));
  return kept.map((point) => ({ on: point.on as Day, amount: point.amount }));
}
