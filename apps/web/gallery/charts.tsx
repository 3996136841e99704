import { addDays, type Day, type Month } from '@kinwise/core/days';
import { Bus, Coffee, ShoppingBasket } from 'lucide-react';
import { Card, CardHeader } from '../src/ui/card.tsx';
import { AreaChart } from '../src/ui/charts/area-chart.tsx';
import { CategoryBars } from '../src/ui/charts/category-bars.tsx';
import { MonthBars } from '../src/ui/charts/month-bars.tsx';
import { Ring } from '../src/ui/charts/ring.tsx';
import { Sparkline } from '../src/ui/charts/sparkline.tsx';
import { HeroMoney } from '../src/ui/money.tsx';

const TODAY = '2026-11-22' as Day;

/** Every kind of chart. */
export function Charts() {
  const points = Array.from({ length: 60 }, (_, index) => ({
    on: addDays(TODAY, index - 59),
    amount: String(41000 + index * 120 + ((index * 7919) % 900)),
  }));
  const months = ['06', '07', '08', '09', '10', '11'].map((month, index) => ({
    month: `2026-${month}` as Month,
    amounts: [String(5200 + index * 90), String(4300 + ((index * 641) % 900))],
  }));
  return (
    <>
      <Card>
        <CardHeader
          title="Net worth"
          aside={<Sparkline values={[3, 5, 4, 7, 8, 6, 9]} summary="Rising over the week." />}
        />
        <AreaChart
          points={points}
          currency="NZD"
          summary="Net worth rose from $41,000 to $48,800 in two months."
          heads={['Day', 'Net worth']}
          tight
        />
      </Card>
      <Card>
        <CardHeader title="Cash flow" />
        <MonthBars
          series={[
            { name: 'In', colour: 'var(--good)' },
            { name: 'Out', colour: 'var(--ink-3)' },
          ]}
          months={months}
          currency="NZD"
          summary="Each month more came in than went out."
          monthHead="Month"
        />
      </Card>
      <Card>
        <CardHeader title="November by category" aside="$1,180.40" />
        <CategoryBars
          currency="NZD"
          rows={[
            { id: '1', name: 'Groceries', icon: ShoppingBasket, amount: '620.10', share: 0.52 },
            { id: '2', name: 'Transport', icon: Bus, amount: '340.30', share: 0.29 },
            { id: '3', name: 'Eating out', icon: Coffee, amount: '220.00', share: 0.19 },
          ]}
        />
      </Card>
      <Card>
        <Ring
          summary="Groceries half, transport a third, the rest eating out."
          parts={[
            { name: 'Groceries', share: 0.5, colour: 'var(--good)' },
            { name: 'Transport', share: 0.3, colour: 'var(--sky)' },
            { name: 'Eating out', share: 0.2, colour: 'var(--kowhai)' },
          ]}
        >
          <HeroMoney amount="1180.40" currency="NZD" size="medium" />
        </Ring>
      </Card>
    </>
  );
}
