/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waymark-field.h"

G_BEGIN_DECLS

/**
 * WaymarkFieldTextFuncs:
 * @parse: reads a text into @value, which is initialized; or says why it cannot
 * @format: writes a value as people see it
 * @tell: (nullable): shows the message of an error, or that there is none (%NULL), beside the text
 *
 * How the text of a field and its value relate.
 */
typedef struct
{
  gboolean (*parse) (WaymarkField *field, const char *text, GValue *value, GError **error);
  char *(*format) (WaymarkField *field, const GValue *value);
  void (*tell) (WaymarkField *field, const char *message);
} WaymarkFieldTextFuncs;

/* For a text that is its own value. */
extern const WaymarkFieldTextFuncs waymark_field_text_strings;

/**
 * WaymarkFieldText:
 * @field: whose part it is
 * @editable: where one types
 * @funcs: how text and value relate
 * @value: the value that is stored
 *
 * The editing of one line of text as a part of a field. For implementations of #WaymarkField.
 */
struct _WaymarkFieldText
{
  WaymarkField *field;
  GtkEditable *editable;
  const WaymarkFieldTextFuncs *funcs;
  GValue value;

  /*< private >*/
  gboolean showing;
  gboolean failed;
  gboolean waits;
};

void waymark_field_text_init (WaymarkFieldText *self, WaymarkField *field, GtkEditable *editable,
                              GType type, const WaymarkFieldTextFuncs *funcs);
void waymark_field_text_clear (WaymarkFieldText *self);
GtkWidget *waymark_field_text_new_suffix (void);
void waymark_field_text_show (WaymarkFieldText *self, const GValue *value);
void waymark_field_text_finish (WaymarkFieldText *self);
void waymark_field_text_restore (WaymarkFieldText *self);
void waymark_field_text_set_error (WaymarkFieldText *self, const char *message);
void waymark_field_text_reformat (WaymarkFieldText *self);
gboolean waymark_field_text_has_focus (WaymarkFieldText *self);
void waymark_field_mark_error (GtkWidget *row, GtkWidget *text, const char *message);

G_END_DECLS
