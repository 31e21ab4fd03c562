/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-key-result-entry.h"

#include <glib/gi18n.h>
#include <math.h>

#include "okr-entry.h"

struct _WaymarkKeyResultEntry
{
  GtkBox parent_instance;

  GtkEditable *title;
  GtkEditable *start;
  GtkEditable *target;
  GtkEditable *unit;
  GtkLabel *arrow;
  GtkLabel *problem;
};

enum
{
  CHANGED,
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WaymarkKeyResultEntry, waymark_key_result_entry, GTK_TYPE_BOX)

static gboolean
read_number (WaymarkKeyResultEntry *self, GtkEditable *entry, double *number, GError **error)
{
  const char *text = gtk_editable_get_text (entry);

  *number = NAN;

  return *text == '\0' ||
         okr_parse_number (text, gtk_editable_get_text (self->unit), number, error);
}

static void
mark (GtkEditable *entry, gboolean wrong)
{
  if (wrong)
    gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
                               wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

static const char *
find_gap (WaymarkKeyResultEntry *self, const WaymarkKeyResultDraft *draft)
{
  if (isnan (draft->start) != isnan (draft->target))
    return _ ("Say from which number to which, or leave both for later.");
  if (!isnan (draft->start) && *draft->title == '\0')
    return _ ("Say what these numbers measure.");
  if (!isnan (draft->start) && fabs (draft->start - draft->target) < 1e-12)
    return _ ("There is no way to go from a number to the same number.");

  return NULL;
}

static void
on_changed_cb (WaymarkKeyResultEntry *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Return goes on to the next field, and from the last one to what comes after all of them. */
static void
on_activated_cb (WaymarkKeyResultEntry *self, GtkEditable *field)
{
  GtkEditable *const fields[] = { self->title, self->start, self->target, self->unit };

  for (guint i = 0; i + 1 < G_N_ELEMENTS (fields); i++)
    {
      if (fields[i] == field)
        {
          gtk_widget_grab_focus (GTK_WIDGET (fields[i + 1]));
          return;
        }
    }
  g_signal_emit (self, signals[ACTIVATED], 0);
}

static gboolean
waymark_key_result_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (WAYMARK_KEY_RESULT_ENTRY (widget)->title));
}

static void
waymark_key_result_entry_class_init (WaymarkKeyResultEntryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->grab_focus = waymark_key_result_entry_grab_focus;

  signals[CHANGED] = g_signal_new ("changed", WAYMARK_TYPE_KEY_RESULT_ENTRY, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ACTIVATED] = g_signal_new ("activated", WAYMARK_TYPE_KEY_RESULT_ENTRY, G_SIGNAL_RUN_LAST,
                                     0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/waymark/Waymark/ui/waymark-key-result-entry.ui");
  gtk_widget_class_bind_template_child (widget_class, WaymarkKeyResultEntry, title);
  gtk_widget_class_bind_template_child (widget_class, WaymarkKeyResultEntry, start);
  gtk_widget_class_bind_template_child (widget_class, WaymarkKeyResultEntry, target);
  gtk_widget_class_bind_template_child (widget_class, WaymarkKeyResultEntry, unit);
  gtk_widget_class_bind_template_child (widget_class, WaymarkKeyResultEntry, arrow);
  gtk_widget_class_bind_template_child (widget_class, WaymarkKeyResultEntry, problem);
  gtk_widget_class_bind_template_callback (widget_class, on_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_activated_cb);
}

static void
waymark_key_result_entry_init (WaymarkKeyResultEntry *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    gtk_label_set_label (self->arrow, "←");
}

gboolean
waymark_key_result_entry_read (WaymarkKeyResultEntry *self, WaymarkKeyResultDraft *draft)
{
  g_autoptr (GError) start_error = NULL;
  g_autoptr (GError) target_error = NULL;
  const char *problem = NULL;

  g_return_val_if_fail (WAYMARK_IS_KEY_RESULT_ENTRY (self) && draft != NULL, FALSE);

  draft->title = gtk_editable_get_text (self->title);
  draft->unit = gtk_editable_get_text (self->unit);
  read_number (self, self->start, &draft->start, &start_error);
  read_number (self, self->target, &draft->target, &target_error);
  if (start_error != NULL)
    problem = start_error->message;
  else if (target_error != NULL)
    problem = target_error->message;
  else
    problem = find_gap (self, draft);

  mark (self->start, start_error != NULL);
  mark (self->target, target_error != NULL);
  gtk_label_set_label (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL);

  return problem == NULL;
}

gboolean
waymark_key_result_entry_is_empty (WaymarkKeyResultEntry *self)
{
  g_return_val_if_fail (WAYMARK_IS_KEY_RESULT_ENTRY (self), TRUE);

  return *gtk_editable_get_text (self->title) == '\0' &&
         *gtk_editable_get_text (self->start) == '\0' &&
         *gtk_editable_get_text (self->target) == '\0' &&
         *gtk_editable_get_text (self->unit) == '\0';
}
