/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-check-in-dialog.h"

#include <glib/gi18n.h>
#include <math.h>

#include "okr-entry.h"
#include "okr-explain.h"
#include "okr-format.h"
#include "waymark-author.h"
#include "waymark-check-in-draft.h"
#include "waymark-confidence-picker.h"
#include "waymark-date-button.h"
#include "waymark-item-text.h"
#include "waymark-person-row.h"
#include "waymark-progress-bar.h"
#include "waymark-prose-row.h"

struct _WaymarkCheckInDialog
{
  AdwWindow parent_instance;

  GtkWidget *confirm;
  GtkLabel *heading;
  GtkLabel *range;
  GtkListBox *value_list;
  GtkWidget *value_row;
  GtkWidget *yes_no_row;
  GtkToggleButton *yes;
  GtkToggleButton *no;
  GtkLabel *unit;
  GtkLabel *value_hint;
  WaymarkProgressBar *bar;
  GtkLabel *outcome;
  GtkLabel *confidence_label;
  GtkWidget *clear_confidence;
  WaymarkConfidencePicker *confidence;
  WaymarkProseRow *note;
  WaymarkProseRow *obstacle;
  WaymarkDateButton *date;
  GtkEditable *author;
  GtkLabel *date_hint;
  GtkLabel *problem;

  WaymarkSession *session;
  OkrPlan *plan;
  OkrKeyResult *kr;
  OkrCheckIn *edit;
  GPtrArray *checks; /* a check button for each milestone */
};

G_DEFINE_FINAL_TYPE (WaymarkCheckInDialog, waymark_check_in_dialog, ADW_TYPE_WINDOW)

/* What belongs to the texts of a draft. */
typedef struct
{
  WaymarkCheckInDraft draft;
  char *note;
  char *obstacle;
  char **milestones;
} Reading;

static void
reading_clear (Reading *reading)
{
  g_free (reading->note);
  g_free (reading->obstacle);
  g_strfreev (reading->milestones);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

static void
set_error (GtkWidget *widget, gboolean wrong)
{
  if (wrong)
    gtk_widget_add_css_class (widget, "error");
  else
    gtk_widget_remove_css_class (widget, "error");
}

static gboolean
read_value (WaymarkCheckInDialog *self, double *value, GError **error)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->value_row));
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  *value = NAN;
  if (okr_key_result_get_kind (self->kr) == OKR_KEY_RESULT_KIND_YES_NO)
    {
      if (gtk_toggle_button_get_active (self->yes))
        *value = 1;
      else if (gtk_toggle_button_get_active (self->no))
        *value = 0;
      return TRUE;
    }

  return *stripped == '\0' ||
         okr_parse_number (text, okr_key_result_get_unit (self->kr), value, error);
}

static char **
read_milestones (WaymarkCheckInDialog *self)
{
  g_autoptr (GStrvBuilder) done = g_strv_builder_new ();

  if (self->checks->len == 0)
    return NULL;

  for (guint i = 0; i < self->checks->len; i++)
    {
      GtkCheckButton *check = self->checks->pdata[i];

      if (gtk_check_button_get_active (check))
        g_strv_builder_add (done, g_object_get_data (G_OBJECT (check), "waymark-id"));
    }

  return g_strv_builder_end (done);
}

static gboolean
read_all (WaymarkCheckInDialog *self, Reading *reading, GError **error)
{
  OkrCheckInEntry *entry = &reading->draft.entry;

  reading->draft.plan = self->plan;
  reading->draft.kr = self->kr;
  reading->draft.edit = self->edit;
  reading->note = g_strstrip (waymark_prose_row_dup_text (self->note));
  reading->obstacle = g_strstrip (waymark_prose_row_dup_text (self->obstacle));
  reading->milestones = read_milestones (self);

  entry->date = waymark_date_button_get_date (self->date);
  entry->confidence = waymark_confidence_picker_get_confidence (self->confidence);
  entry->note = reading->note;
  entry->obstacle = reading->obstacle;
  entry->author = gtk_editable_get_text (self->author);
  entry->milestones_done = (const char *const *) reading->milestones;

  return read_value (self, &entry->value, error);
}

static char *
describe_previous (const WaymarkCheckInDraft *draft)
{
  OkrCheckIn *previous = waymark_check_in_draft_find_previous (draft);
  const guint decimals = waymark_check_in_draft_count_decimals (draft);
  const char *unit = okr_key_result_get_unit (draft->kr);
  g_autofree char *value = NULL;
  g_autofree char *day = NULL;
  g_autofree char *delta = NULL;

  if (previous == NULL)
    return g_strdup (_ ("There is no value yet."));

  value = okr_format_quantity (okr_check_in_get_value (previous), decimals, unit);
  day = okr_format_day_short (okr_check_in_get_date (previous));
  if (isnan (draft->entry.value))
    /* Translators: a value and a date: “Previously 78 s on 21 Feb” */
    return g_strdup_printf (_ ("Previously %s on %s"), value, day);

  delta =
      okr_format_signed (draft->entry.value - okr_check_in_get_value (previous), decimals, unit);
  /* Translators: a value, a date and a difference: “Previously 78 s on 21 Feb, now −3 s” */
  return g_strdup_printf (_ ("Previously %s on %s, now %s"), value, day, delta);
}

static void
update_value_hint (WaymarkCheckInDialog *self, const Reading *reading, const GError *error)
{
  const OkrKeyResultKind kind = okr_key_result_get_kind (self->kr);
  const gboolean has_number =
      kind != OKR_KEY_RESULT_KIND_YES_NO && kind != OKR_KEY_RESULT_KIND_MILESTONES;
  g_autofree char *hint = NULL;

  if (error != NULL)
    hint = g_strdup (error->message);
  else if (has_number)
    hint = describe_previous (&reading->draft);
  gtk_label_set_label (self->value_hint, hint != NULL ? hint : "");
  gtk_widget_set_visible (GTK_WIDGET (self->value_hint), hint != NULL);
  set_error (self->value_row, error != NULL);
  set_error (GTK_WIDGET (self->value_hint), error != NULL);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->value_row), GTK_ACCESSIBLE_STATE_INVALID,
                               error != NULL ? GTK_ACCESSIBLE_INVALID_TRUE
                                             : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

static void
update_outcome (WaymarkCheckInDialog *self, const WaymarkCheckInDraft *draft)
{
  const OkrKeyResultFigures *figures = okr_key_result_get_figures (self->kr);
  const OkrMeasure measure = waymark_check_in_draft_measure (draft);
  const double progress = okr_progress_raw (&measure);
  g_autofree char *before = okr_format_progress (figures->progress);
  g_autofree char *after = okr_format_progress (progress);
  g_autofree char *expected = okr_format_progress (figures->expected);
  g_autofree char *text = NULL;
  g_autofree char *explanation =
      okr_progress_explain (&measure, okr_key_result_get_unit (self->kr));

  if (isnan (progress))
    text = g_strdup (okr_undefined_reason_to_text (okr_progress_why_undefined (&measure)));
  else if (g_str_equal (before, after))
    /* Translators: two percentages: “34 %, expected 58 %” */
    text = g_strdup_printf (_ ("%s, expected %s"), after, expected);
  else
    /* Translators: three percentages: “34 % → 41 %, expected 58 %” */
    text = g_strdup_printf (_ ("%s → %s, expected %s"), before, after, expected);

  gtk_label_set_label (self->outcome, text);
  gtk_widget_set_visible (GTK_WIDGET (self->bar), !isnan (progress));
  waymark_progress_bar_set (self->bar, progress, figures->expected,
                            waymark_check_in_draft_judge (draft, &measure));
  waymark_progress_bar_set_explanation (self->bar, explanation);
}

static void
update_date_hint (WaymarkCheckInDialog *self, const WaymarkCheckInDraft *draft)
{
  const WaymarkCheckInTiming timing = waymark_check_in_draft_get_timing (draft);
  const char *hint = "";

  if (timing == WAYMARK_CHECK_IN_FUTURE)
    hint = _ ("This date lies in the future: the check-in will not count before then.");
  else if (timing == WAYMARK_CHECK_IN_SUPERSEDED)
    hint = _ ("There is a later value, and that keeps counting.");
  gtk_label_set_label (self->date_hint, hint);
  gtk_widget_set_visible (GTK_WIDGET (self->date_hint), *hint != '\0');
}

static void
update_confidence (WaymarkCheckInDialog *self, int confidence)
{
  g_autofree char *label = NULL;

  if (confidence == WAYMARK_CONFIDENCE_UNSET)
    label = g_strdup (_ ("Con_fidence: not set"));
  else
    /* Translators: a number from 0 to 10 */
    label = g_strdup_printf (_ ("Con_fidence: %d of 10"), confidence);
  gtk_label_set_label (self->confidence_label, label);
  gtk_widget_set_sensitive (self->clear_confidence, confidence != WAYMARK_CONFIDENCE_UNSET);
}

static void
update (WaymarkCheckInDialog *self)
{
  g_auto (Reading) reading = { 0 };
  g_autoptr (GError) error = NULL;

  if (self->kr == NULL)
    return;

  read_all (self, &reading, &error);
  update_value_hint (self, &reading, error);
  update_outcome (self, &reading.draft);
  update_date_hint (self, &reading.draft);
  update_confidence (self, reading.draft.entry.confidence);
  gtk_widget_set_sensitive (self->confirm, error == NULL && (self->edit != NULL ||
                                                             waymark_check_in_draft_says_something (
                                                                 &reading.draft)));
}

static void
on_clear_confidence_cb (WaymarkCheckInDialog *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->confidence));
  waymark_confidence_picker_set_confidence (self->confidence, WAYMARK_CONFIDENCE_UNSET);
}

static void
confirm (WaymarkCheckInDialog *self)
{
  g_auto (Reading) reading = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (WaymarkSession) session = g_object_ref (self->session);

  if (!read_all (self, &reading, NULL))
    return;

  if (!waymark_check_in_draft_apply (&reading.draft, &error))
    {
      gtk_label_set_label (self->problem, error->message);
      gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
      return;
    }

  if (self->edit == NULL)
    waymark_author_remember (reading.draft.entry.author);
  waymark_session_announce (session, self->edit == NULL ? _ ("Checked in") : _ ("Check-in changed"),
                            TRUE);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
on_confirm_cb (WaymarkCheckInDialog *self)
{
  if (gtk_widget_get_sensitive (self->confirm))
    confirm (self);
}

static gboolean
on_confirm_key_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  on_confirm_cb (WAYMARK_CHECK_IN_DIALOG (widget));

  return GDK_EVENT_STOP;
}

static void
add_milestones (WaymarkCheckInDialog *self)
{
  GListModel *milestones = okr_key_result_get_milestones (self->kr);

  for (guint i = 0; i < g_list_model_get_n_items (milestones); i++)
    {
      g_autoptr (OkrMilestone) milestone = g_list_model_get_item (milestones, i);
      GtkWidget *row = adw_action_row_new ();
      GtkWidget *check = gtk_check_button_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                     okr_item_get_title (OKR_ITEM (milestone)));
      gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                                   okr_milestone_get_done (milestone) != OKR_DAY_NONE);
      gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
      gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      okr_item_get_title (OKR_ITEM (milestone)), -1);
      g_object_set_data_full (G_OBJECT (check), "waymark-id",
                              g_strdup (okr_item_get_id (OKR_ITEM (milestone))), g_free);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
      gtk_list_box_append (self->value_list, row);
      g_ptr_array_add (self->checks, check);
      g_signal_connect_swapped (check, "toggled", G_CALLBACK (update), self);
    }
}

static void
show_key_result (WaymarkCheckInDialog *self)
{
  const OkrKeyResultKind kind = okr_key_result_get_kind (self->kr);
  const char *unit = okr_key_result_get_unit (self->kr);
  g_autofree char *title = waymark_item_text_dup_title (OKR_ITEM (self->kr));
  g_autofree char *range = waymark_item_text_dup_range (self->kr);

  gtk_label_set_label (self->heading, title);
  gtk_label_set_label (self->range, range);
  gtk_label_set_label (self->unit, unit);
  gtk_widget_set_visible (GTK_WIDGET (self->unit), *unit != '\0');
  gtk_widget_set_visible (self->yes_no_row, kind == OKR_KEY_RESULT_KIND_YES_NO);
  gtk_widget_set_visible (self->value_row, kind != OKR_KEY_RESULT_KIND_YES_NO &&
                                               kind != OKR_KEY_RESULT_KIND_MILESTONES);
  /* A milestone has a date of its own: an old check-in does not say which were done then. */
  if (kind == OKR_KEY_RESULT_KIND_MILESTONES && self->edit == NULL)
    add_milestones (self);
  gtk_widget_set_visible (GTK_WIDGET (self->value_list),
                          kind != OKR_KEY_RESULT_KIND_MILESTONES || self->checks->len > 0);
}

static void
show_author (WaymarkCheckInDialog *self, const char *author)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_STRING);
  g_value_set_string (&value, author);
  waymark_field_keep (WAYMARK_FIELD (self->author), &value);
}

static void
show_check_in (WaymarkCheckInDialog *self)
{
  const double value = okr_check_in_get_value (self->edit);

  gtk_window_set_title (GTK_WINDOW (self), _ ("Edit Check-in"));
  gtk_button_set_label (GTK_BUTTON (self->confirm), _ ("_Apply"));
  waymark_date_button_set_date (self->date, okr_check_in_get_date (self->edit));
  waymark_confidence_picker_set_confidence (self->confidence,
                                            okr_check_in_get_confidence (self->edit));
  waymark_prose_row_set_text (self->note, okr_check_in_get_note (self->edit));
  waymark_prose_row_set_text (self->obstacle, okr_check_in_get_obstacle (self->edit));
  show_author (self, okr_check_in_get_author (self->edit));

  if (isnan (value))
    return;
  if (okr_key_result_get_kind (self->kr) == OKR_KEY_RESULT_KIND_YES_NO)
    gtk_toggle_button_set_active (value > 0 ? self->yes : self->no, TRUE);
  else
    {
      g_autofree char *text = okr_format_number (value, okr_format_count_decimals (value));

      gtk_editable_set_text (GTK_EDITABLE (self->value_row), text);
    }
}

static void
waymark_check_in_dialog_dispose (GObject *object)
{
  WaymarkCheckInDialog *self = WAYMARK_CHECK_IN_DIALOG (object);

  g_clear_object (&self->kr);
  g_clear_object (&self->edit);
  g_clear_object (&self->plan);
  g_clear_object (&self->session);
  g_ptr_array_set_size (self->checks, 0);

  G_OBJECT_CLASS (waymark_check_in_dialog_parent_class)->dispose (object);
}

static void
waymark_check_in_dialog_finalize (GObject *object)
{
  g_ptr_array_unref (WAYMARK_CHECK_IN_DIALOG (object)->checks);

  G_OBJECT_CLASS (waymark_check_in_dialog_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/waymark/Waymark/ui/waymark-check-in-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, WaymarkCheckInDialog, confirm);
  gtk_widget_class_bind_template_child (widget_class, WaymarkCheckInDialog, heading);
  gtk_widget_class_bind_template_child (widget_class, WaymarkCheckInDialog, range);
  gtk_widget_class_bind_template_child (widget_class, WaymarkCheckInDialog, value_list);
  gtk_widget_class_bind_template_child (widget_class, WaymarkCheckInDialog, value_row);
  gtk_widget_class_bind_template_child (widget_class, WaymarkCheckInDialog, yes_no_row);
  gtk_widget_class_bind_template_child (widget_class, WaymarkCheckInDialog, yes);
  gtk_widget_class_bind_template_child (widget_class, WaymarkCheckInDialog, no);
  gtk_widget_class_bind_template_child (widget_class, WaymarkCheckInDialog, unit);
  gtk_widget_class_bind_template_child (widget_class, WaymarkCheckInDialog, value_hint);
  gtk_widget_class_bind_template_child (widget_class, WaymarkCheckInDialog, bar);
  gtk_widget_class_bind_template_child (widget_class, WaymarkCheckInDialog, outcome);
  gtk_widget_class_bind_template_child (widget_class, WaymarkCheckInDialog, confidence_label);
  gtk_widget_class_bind_template_child (widget_class, WaymarkCheckInDialog, clear_confidence);
  gtk_widget_class_bind_template_child (widget_class, WaymarkCheckInDialog, confidence);
  gtk_widget_class_bind_template_child (widget_class, WaymarkCheckInDialog, note);
  gtk_widget_class_bind_template_child (widget_class, WaymarkCheckInDialog, obstacle);
  gtk_widget_class_bind_template_child (widget_class, WaymarkCheckInDialog, date);
  gtk_widget_class_bind_template_child (widget_class, WaymarkCheckInDialog, author);
  gtk_widget_class_bind_template_child (widget_class, WaymarkCheckInDialog, date_hint);
  gtk_widget_class_bind_template_child (widget_class, WaymarkCheckInDialog, problem);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_bind_template_callback (widget_class, on_confirm_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_clear_confidence_cb);
}

static void
waymark_check_in_dialog_class_init (WaymarkCheckInDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = waymark_check_in_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = waymark_check_in_dialog_finalize;

  g_type_ensure (WAYMARK_TYPE_CONFIDENCE_PICKER);
  g_type_ensure (WAYMARK_TYPE_DATE_BUTTON);
  g_type_ensure (WAYMARK_TYPE_PERSON_ROW);
  g_type_ensure (WAYMARK_TYPE_PROGRESS_BAR);
  g_type_ensure (WAYMARK_TYPE_PROSE_ROW);
  bind_template (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, on_confirm_key_cb,
                                NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK, on_confirm_key_cb,
                                NULL);
}

static void
waymark_check_in_dialog_init (WaymarkCheckInDialog *self)
{
  self->checks = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  waymark_date_button_set_name (self->date, _ ("Date"));
}

/* The first thing to say: the value, yes or no, or the first milestone that is still to be done. */
static void
focus_value (WaymarkCheckInDialog *self)
{
  GtkWidget *widget = gtk_widget_get_visible (self->value_row) ? self->value_row : NULL;

  if (okr_key_result_get_kind (self->kr) == OKR_KEY_RESULT_KIND_YES_NO)
    widget =
        gtk_toggle_button_get_active (self->no) ? GTK_WIDGET (self->no) : GTK_WIDGET (self->yes);
  for (guint i = 0; widget == NULL && i < self->checks->len; i++)
    if (!gtk_check_button_get_active (self->checks->pdata[i]))
      widget = self->checks->pdata[i];

  gtk_widget_grab_focus (widget != NULL ? widget : GTK_WIDGET (self->confidence));
}

GtkWidget *
waymark_check_in_dialog_new (WaymarkSession *session, OkrKeyResult *kr, OkrCheckIn *edit)
{
  WaymarkCheckInDialog *self;
  g_auto (GStrv) people = NULL;
  g_autofree char *author = NULL;

  g_return_val_if_fail (WAYMARK_IS_SESSION (session) && OKR_IS_KEY_RESULT (kr), NULL);
  g_return_val_if_fail (edit == NULL || OKR_IS_CHECK_IN (edit), NULL);

  self = g_object_new (WAYMARK_TYPE_CHECK_IN_DIALOG, NULL);
  self->session = g_object_ref (session);
  self->plan = g_object_ref (waymark_session_get_plan (session));
  self->kr = g_object_ref (kr);
  g_set_object (&self->edit, edit);

  author = waymark_author_dup ();
  people = okr_plan_list_people (self->plan);
  waymark_person_row_set_names (WAYMARK_PERSON_ROW (self->author), (const char *const *) people);
  show_author (self, author);
  waymark_date_button_set_date (self->date, okr_plan_get_today (self->plan));
  show_key_result (self);
  if (edit != NULL)
    show_check_in (self);
  update (self);
  /* Not before it shows: GTK 4.8 would tell a screen reader that the window is a filler. */
  g_signal_connect (self, "map", G_CALLBACK (focus_value), NULL);

  return GTK_WIDGET (self);
}

void
waymark_check_in_dialog_present (GtkWindow *parent, WaymarkSession *session, OkrKeyResult *kr,
                                 OkrCheckIn *edit)
{
  GtkWidget *dialog = waymark_check_in_dialog_new (session, kr, edit);

  g_return_if_fail (dialog != NULL);

  gtk_window_set_transient_for (GTK_WINDOW (dialog), parent);
  gtk_window_present (GTK_WINDOW (dialog));
}
