/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-check-in-log.h"

#include <glib/gi18n.h>
#include <math.h>

#include "okr-edit.h"
#include "waymark-check-in-row.h"
#include "waymark-empty-row.h"

#define SHORT_LOG 5

struct _WaymarkCheckInLog
{
  AdwPreferencesGroup parent_instance;

  GtkWidget *empty;
  GtkWidget *more;
  GPtrArray *rows;

  WaymarkSession *session;
  OkrKeyResult *kr;
  gboolean all;
};

G_DEFINE_FINAL_TYPE (WaymarkCheckInLog, waymark_check_in_log, ADW_TYPE_PREFERENCES_GROUP)

static int
compare_latest_first (gconstpointer a, gconstpointer b)
{
  return okr_check_in_compare (*(OkrCheckIn *const *) b, *(OkrCheckIn *const *) a);
}

static GPtrArray *
list_check_ins (OkrKeyResult *kr)
{
  GListModel *check_ins = okr_key_result_get_check_ins (kr);
  GPtrArray *sorted = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (check_ins); i++)
    g_ptr_array_add (sorted, g_list_model_get_item (check_ins, i));
  g_ptr_array_sort (sorted, compare_latest_first);

  return sorted;
}

/* The value that the check-in at @i followed on. */
static double
find_previous (GPtrArray *sorted, guint i)
{
  for (guint k = i + 1; k < sorted->len; k++)
    {
      OkrCheckIn *check_in = g_ptr_array_index (sorted, k);

      if (!okr_check_in_get_retracted (check_in) && !isnan (okr_check_in_get_value (check_in)))
        return okr_check_in_get_value (check_in);
    }

  return NAN;
}

static WaymarkCheckInRow *
get_row (WaymarkCheckInLog *self, guint i)
{
  while (self->rows->len <= i)
    {
      GtkWidget *row = waymark_check_in_row_new ();

      /* The row that asks for more stays the last. */
      adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->more);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->more);
      g_ptr_array_add (self->rows, row);
    }

  return g_ptr_array_index (self->rows, i);
}

static void
update (WaymarkCheckInLog *self)
{
  g_autoptr (GPtrArray) sorted = list_check_ins (self->kr);
  const guint n_shown = self->all || sorted->len <= SHORT_LOG + 1 ? sorted->len : SHORT_LOG;
  g_autofree char *more = NULL;

  for (guint i = 0; i < n_shown; i++)
    {
      WaymarkCheckInRow *row = get_row (self, i);

      waymark_check_in_row_bind (row, self->kr, g_ptr_array_index (sorted, i),
                                 find_previous (sorted, i));
      gtk_widget_set_visible (GTK_WIDGET (row), TRUE);
    }
  for (guint i = n_shown; i < self->rows->len; i++)
    gtk_widget_set_visible (g_ptr_array_index (self->rows, i), FALSE);

  more = g_strdup_printf (ngettext ("Show %u Older", "Show %u Older", sorted->len - n_shown),
                          sorted->len - n_shown);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->more), more);
  gtk_widget_set_visible (self->more, n_shown < sorted->len);
  gtk_widget_set_visible (self->empty, sorted->len == 0);
}

static void
on_more_cb (WaymarkCheckInLog *self)
{
  self->all = TRUE;
  update (self);
}

static void
on_retract (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  WaymarkCheckInLog *self = WAYMARK_CHECK_IN_LOG (widget);
  OkrPlan *plan = waymark_session_get_plan (self->session);
  OkrCheckIn *check_in =
      okr_plan_find_typed (plan, g_variant_get_string (parameter, NULL), OKR_TYPE_CHECK_IN);
  g_autoptr (GError) error = NULL;

  if (check_in != NULL &&
      !okr_edit_retract (plan, check_in, !okr_check_in_get_retracted (check_in), &error))
    waymark_session_report (self->session, error);
}

static void
waymark_check_in_log_dispose (GObject *object)
{
  WaymarkCheckInLog *self = WAYMARK_CHECK_IN_LOG (object);

  g_clear_object (&self->more);
  g_clear_object (&self->session);
  g_clear_object (&self->kr);

  G_OBJECT_CLASS (waymark_check_in_log_parent_class)->dispose (object);
}

static void
waymark_check_in_log_finalize (GObject *object)
{
  g_clear_pointer (&WAYMARK_CHECK_IN_LOG (object)->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (waymark_check_in_log_parent_class)->finalize (object);
}

static void
waymark_check_in_log_class_init (WaymarkCheckInLogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = waymark_check_in_log_dispose;
  G_OBJECT_CLASS (klass)->finalize = waymark_check_in_log_finalize;
  gtk_widget_class_install_action (widget_class, "log.retract", "s", on_retract);
}

static void
waymark_check_in_log_init (WaymarkCheckInLog *self)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (self);

  self->rows = g_ptr_array_new ();
  self->empty =
      waymark_empty_row_new (_ ("No check-in yet. The first one says where you stand today."));
  self->more = g_object_ref_sink (adw_action_row_new ());
  adw_preferences_group_set_title (group, _ ("Check-ins"));
  adw_preferences_group_add (group, self->empty);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self->more), TRUE);
  gtk_widget_add_css_class (self->more, "waymark-more-row");
  g_signal_connect_object (self->more, "activated", G_CALLBACK (on_more_cb), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, self->more);
}

void
waymark_check_in_log_show (WaymarkCheckInLog *self, WaymarkSession *session, OkrKeyResult *kr)
{
  g_return_if_fail (WAYMARK_IS_CHECK_IN_LOG (self));
  g_return_if_fail (WAYMARK_IS_SESSION (session) && OKR_IS_KEY_RESULT (kr));

  g_set_object (&self->session, session);
  if (g_set_object (&self->kr, kr))
    self->all = FALSE;
  update (self);
}
