/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Every type of item that a plan may hold. */
#include "okr-check-in.h"
#include "okr-conflict.h"
#include "okr-cycle.h"
#include "okr-initiative.h"
#include "okr-key-result.h"
#include "okr-kpi.h"
#include "okr-milestone.h"
#include "okr-objective.h"
#include "okr-reading.h"
#include "okr-review.h"
#include "okr-team.h"
