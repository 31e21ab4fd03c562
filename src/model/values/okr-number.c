/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "okr-number.h"

#include <math.h>

gboolean
okr_number_equal (double a, double b)
{
  return (isnan (a) && isnan (b)) || (!(a < b) && !(a > b) && !isnan (a) && !isnan (b));
}
