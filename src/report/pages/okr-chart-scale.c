/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "okr-chart-scale.h"

#include <math.h>

/* Beyond this a double cannot tell neighbouring ticks apart. */
#define LARGEST 1e100
#define SMALLEST_RATIO 1e-9

static double
round_up_step (double step)
{
  const double power = pow (10, floor (log10 (step)));
  const double digit = step / power;

  g_assert (step > 0);

  if (digit <= 1 + SMALLEST_RATIO)
    return power;
  if (digit <= 2 + SMALLEST_RATIO)
    return 2 * power;
  if (digit <= 5 + SMALLEST_RATIO)
    return 5 * power;

  return 10 * power;
}

static void
fit (OkrChartScale *scale, double low, double high)
{
  g_assert (scale->step > 0);

  scale->low = floor (low / scale->step + SMALLEST_RATIO) * scale->step;
  scale->high = ceil (high / scale->step - SMALLEST_RATIO) * scale->step;
  scale->n_ticks = (guint) round ((scale->high - scale->low) / scale->step) + 1;
}

void
okr_chart_scale_init (OkrChartScale *scale, double low, double high, guint max_ticks)
{
  double magnitude;

  g_return_if_fail (scale != NULL);
  g_return_if_fail (max_ticks >= 3);

  low = isfinite (low) ? CLAMP (low, -LARGEST, LARGEST) : 0;
  high = isfinite (high) ? CLAMP (high, -LARGEST, LARGEST) : low;
  if (high < low)
    high = low;

  magnitude = MAX (fabs (low), fabs (high));
  if (high - low <= magnitude * SMALLEST_RATIO)
    {
      const double margin = magnitude > 0 ? magnitude / 10 : 1;

      low -= margin;
      high += margin;
    }

  scale->step = round_up_step ((high - low) / (max_ticks - 1));
  fit (scale, low, high);
  /* Rounding both ends outwards may have cost a tick too many. */
  while (scale->n_ticks > max_ticks)
    {
      scale->step = round_up_step (scale->step * 1.5);
      fit (scale, low, high);
    }
  scale->decimals = (guint) CLAMP (-floor (log10 (scale->step) + SMALLEST_RATIO), 0, 9);
}

double
okr_chart_scale_get_tick (const OkrChartScale *scale, guint index)
{
  double value;

  g_return_val_if_fail (scale != NULL, 0);

  value = scale->low + index * scale->step;

  return fabs (value) < scale->step / 2 ? 0 : value;
}

OkrDay
okr_chart_scale_get_months (OkrDay start, OkrDay end, guint max_labels, int *step)
{
  static const int steps[] = { 1, 2, 3, 6, 12 };
  const int n_months = (int) (okr_day_diff (start, end) / 30.44) + 1;
  int year;
  int month;
  guint i = 0;

  g_return_val_if_fail (step != NULL, OKR_DAY_NONE);
  g_return_val_if_fail (max_labels > 0, OKR_DAY_NONE);

  while (i < G_N_ELEMENTS (steps) - 1 && n_months > (int) max_labels * steps[i])
    i++;
  *step = steps[i];
  while (n_months > (int) max_labels * *step)
    *step += 12;

  okr_day_to_ymd (start, &year, &month, NULL);
  month -= (month - 1) % MIN (*step, 12);

  return okr_day_from_ymd (year, month, 1);
}
