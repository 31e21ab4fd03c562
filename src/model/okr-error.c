/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "okr-error.h"

G_DEFINE_QUARK (okr-model-error-quark, okr_model_error)
