/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-picture-draw.h"

G_BEGIN_DECLS

gboolean okr_picture_is_visible (const OkrPictureRect *rect, const OkrPictureRect *visible);
void okr_picture_paint_links (const OkrPicture *self, OkrBrush *brush, const OkrPictureLook *look,
                              const OkrPictureRect *visible, OkrPictureDetail detail);
void okr_picture_paint_box (const OkrPicture *self, guint index, OkrBrush *brush,
                            const OkrPictureLook *look, OkrPictureDetail detail);

/* okr-picture-box.c */
double okr_picture_get_title_width (const OkrPictureBox *box);
double okr_picture_get_subtitle_width (const OkrPictureBox *box);
double okr_picture_get_row_title_width (void);

G_END_DECLS
