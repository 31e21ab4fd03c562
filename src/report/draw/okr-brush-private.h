/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-brush.h"

G_BEGIN_DECLS

/* The arguments are those of the public functions. */
typedef struct
{
  void (*move) (OkrBrush *self, double x, double y);
  void (*line) (OkrBrush *self, double x, double y);
  void (*curve) (OkrBrush *self, double x1, double y1, double x2, double y2, double x, double y);
  void (*arc) (OkrBrush *self, double x, double y, double radius, double from, double to);
  void (*close) (OkrBrush *self);
  void (*fill) (OkrBrush *self, const OkrColor *color);
  void (*stroke) (OkrBrush *self, const OkrColor *color, const OkrStroke *stroke);
  void (*text) (OkrBrush *self, OkrTextRole role, const char *text, double x, double middle,
                double width, OkrTextAlign align, const OkrColor *color);
  void (*open) (OkrBrush *self, const char *id, const char *kind, const char *title);
  void (*end) (OkrBrush *self);
  void (*translate) (OkrBrush *self, double x, double y);
  void (*free) (OkrBrush *self);
} OkrBrushMethods;

struct _OkrBrush
{
  const OkrBrushMethods *methods;
  OkrFonts *fonts;
  gboolean has_groups;
};

G_END_DECLS
