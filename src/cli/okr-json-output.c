/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "okr-json-output.h"

#include <math.h>

#include "okr-json-number.h"
#include "okr-terminal.h"

struct _OkrJsonOutput
{
  GString *text;
  GString *brackets; /* the closing ones that are still due */
  gboolean first;
};

OkrJsonOutput *
okr_json_output_new (void)
{
  OkrJsonOutput *self = g_new0 (OkrJsonOutput, 1);

  self->text = g_string_new (NULL);
  self->brackets = g_string_new (NULL);
  self->first = TRUE;

  return self;
}

void
okr_json_output_free (OkrJsonOutput *self)
{
  g_string_free (self->text, TRUE);
  g_string_free (self->brackets, TRUE);
  g_free (self);
}

static void
start_line (OkrJsonOutput *self)
{
  if (self->brackets->len == 0)
    return;
  g_string_append (self->text, self->first ? "\n" : ",\n");
  for (gsize i = 0; i < self->brackets->len; i++)
    g_string_append (self->text, "  ");
  self->first = FALSE;
}

static void
start_member (OkrJsonOutput *self, const char *name)
{
  start_line (self);
  if (name == NULL)
    return;
  okr_json_append_string (self->text, name);
  g_string_append (self->text, ": ");
}

void
okr_json_output_open (OkrJsonOutput *self, const char *name, char bracket)
{
  start_member (self, name);
  g_string_append_c (self->text, bracket);
  g_string_append_c (self->brackets, bracket == '{' ? '}' : ']');
  self->first = TRUE;
}

void
okr_json_output_close (OkrJsonOutput *self)
{
  const char bracket = self->brackets->str[self->brackets->len - 1];

  g_string_truncate (self->brackets, self->brackets->len - 1);
  if (!self->first)
    {
      g_string_append_c (self->text, '\n');
      for (gsize i = 0; i < self->brackets->len; i++)
        g_string_append (self->text, "  ");
    }
  g_string_append_c (self->text, bracket);
  self->first = FALSE;
}

void
okr_json_output_add_string (OkrJsonOutput *self, const char *name, const char *text)
{
  start_member (self, name);
  okr_json_append_string (self->text, text);
}

/* What is not a number is null. */
void
okr_json_output_add_number (OkrJsonOutput *self, const char *name, double number)
{
  start_member (self, name);
  if (isfinite (number))
    okr_json_append_number (self->text, number);
  else
    g_string_append (self->text, "null");
}

void
okr_json_output_add_boolean (OkrJsonOutput *self, const char *name, gboolean value)
{
  start_member (self, name);
  g_string_append (self->text, value ? "true" : "false");
}

/* What is absent is null. */
void
okr_json_output_add_node (OkrJsonOutput *self, const char *name, JsonNode *node)
{
  if (node == NULL)
    {
      okr_json_output_add_null (self, name);
      return;
    }
  start_member (self, name);
  okr_json_append_node (self->text, node, (guint) self->brackets->len);
}

void
okr_json_output_add_null (OkrJsonOutput *self, const char *name)
{
  okr_json_output_add_number (self, name, NAN);
}

void
okr_json_output_print (OkrJsonOutput *self)
{
  okr_terminal_put_bytes (self->text->str, self->text->len);
  okr_terminal_put_bytes ("\n", 1);
}
