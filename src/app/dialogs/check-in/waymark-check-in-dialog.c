/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-check-in-dialog.h"

#include <glib/gi18n.h>
#include <math.h>

#include "okr-entry.h"
#include "okr-explain.h"
#include "okr-format.h"
#include "waymark-ask.h"
#include "waymark-author.h"
#include "waymark-check-in-draft.h"
#include "waymark-check-in-typed.h"
#include "waymark-confidence-picker.h"
#include "waymark-date-button.h"
#include "waymark-field-text.h"
#include "waymark-item-text.h"
#include "waymark-milestone-checks.h"
#include "waymark-person-row.h"
#include "waymark-progress-bar.h"
#include "waymark-prose-row.h"
#include "waymark-show-dialog.h"

struct _WaymarkCheckInDialog
{
  AdwWindow parent_instance;

  GtkWidget *confirm;
  GtkWidget *notice;
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
  char *untouched;   /* what stands in it before somebody types; NULL while it is filled */
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
      else if (self->edit != NULL) /* nobody answered: what it says stays */
        *value = okr_check_in_get_value (self->edit);
      return TRUE;
    }

  return *stripped == '\0' ||
         okr_parse_number (text, okr_key_result_get_unit (self->kr), value, error);
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
  reading->milestones = waymark_milestone_checks_read (self->checks);

  entry->date = waymark_date_button_get_date (self->date);
  entry->confidence = waymark_confidence_picker_get_confidence (self->confidence);
  entry->note = reading->note;
  entry->obstacle = reading->obstacle;
  entry->author = gtk_editable_get_text (self->author);
  entry->milestones_done = (const char *const *) reading->milestones;

  return read_value (self, &entry->value, error);
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
    hint = waymark_check_in_draft_describe_previous (&reading->draft);
  gtk_label_set_label (self->value_hint, hint != NULL ? hint : "");
  gtk_widget_set_visible (GTK_WIDGET (self->value_hint), hint != NULL);
  waymark_field_mark_error (self->value_row, self->value_row,
                            error != NULL ? error->message : NULL);
  if (error != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->value_hint), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->value_hint), "error");
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
      okr_progress_explain (&measure, okr_key_result_get_unit (self->kr), 0);

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

static char *
dup_typed (WaymarkCheckInDialog *self, const Reading *reading)
{
  const gboolean is_answered =
      gtk_toggle_button_get_active (self->yes) || gtk_toggle_button_get_active (self->no);
  g_autofree char *note = waymark_prose_row_dup_text (self->note);
  g_autofree char *obstacle = waymark_prose_row_dup_text (self->obstacle);
  const WaymarkCheckInTyped typed = {
    .kr = (char *) okr_item_get_id (OKR_ITEM (self->kr)),
    .edit = self->edit != NULL ? (char *) okr_item_get_id (OKR_ITEM (self->edit)) : NULL,
    .value = (char *) gtk_editable_get_text (GTK_EDITABLE (self->value_row)),
    .answer = is_answered ? gtk_toggle_button_get_active (self->yes) : -1,
    .confidence = reading->draft.entry.confidence,
    .date = reading->draft.entry.date,
    .note = note,
    .obstacle = obstacle,
    .author = (char *) gtk_editable_get_text (self->author),
    .milestones = reading->milestones,
  };

  return waymark_check_in_typed_to_text (&typed);
}

/* A crash must not take what nobody has confirmed yet. */
static void
update_typed (WaymarkCheckInDialog *self, const Reading *reading)
{
  g_autofree char *typed = NULL;

  if (self->untouched == NULL)
    return;

  typed = dup_typed (self, reading);
  waymark_session_set_typed (self->session, g_str_equal (typed, self->untouched) ? NULL : typed);
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
  update_typed (self, &reading);
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

  /* Not before: it is in the plan or here. */
  waymark_session_set_typed (session, NULL);
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
  g_ptr_array_unref (self->checks);
  self->checks = waymark_milestone_checks_append (self->value_list, self->kr);
  for (guint i = 0; i < self->checks->len; i++)
    g_signal_connect_swapped (self->checks->pdata[i], "toggled", G_CALLBACK (update), self);
}

static void
show_key_result (WaymarkCheckInDialog *self)
{
  const OkrKeyResultKind kind = okr_key_result_get_kind (self->kr);
  const char *unit = okr_key_result_get_unit (self->kr);
  const char *title = okr_item_text_get_title (OKR_ITEM (self->kr));
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
  gboolean yes;

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
    {
      if (okr_progress_read_yes_no (value, &yes))
        gtk_toggle_button_set_active (yes ? self->yes : self->no, TRUE);
    }
  else
    {
      g_autofree char *text = okr_format_number (value, okr_format_count_decimals (value));

      gtk_editable_set_text (GTK_EDITABLE (self->value_row), text);
    }
}

static void
show_typed (WaymarkCheckInDialog *self, const WaymarkCheckInTyped *typed)
{
  gtk_editable_set_text (GTK_EDITABLE (self->value_row), typed->value);
  if (typed->answer >= 0)
    gtk_toggle_button_set_active (typed->answer > 0 ? self->yes : self->no, TRUE);
  waymark_confidence_picker_set_confidence (self->confidence, typed->confidence);
  waymark_prose_row_set_text (self->note, typed->note);
  waymark_prose_row_set_text (self->obstacle, typed->obstacle);
  show_author (self, typed->author);
  if (typed->date != OKR_DAY_NONE && typed->date <= OKR_DAY_MAX)
    waymark_date_button_set_date (self->date, typed->date);
  if (typed->milestones != NULL)
    waymark_milestone_checks_show (self->checks, (const char *const *) typed->milestones);
  gtk_widget_set_visible (self->notice, TRUE);
  update (self);
}

static void
on_discard_answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (WaymarkCheckInDialog) self = user_data;

  if (!waymark_ask_discard_finish (result) || self->session == NULL)
    return;

  waymark_session_set_typed (self->session, NULL);
  gtk_window_close (GTK_WINDOW (self));
}

/* Only when a person closes it: when the program ends, what is typed is kept. */
static gboolean
waymark_check_in_dialog_close_request (GtkWindow *window)
{
  WaymarkCheckInDialog *self = WAYMARK_CHECK_IN_DIALOG (window);

  if (waymark_session_get_typed (self->session) != NULL)
    {
      if (!waymark_ask_is_open (window))
        waymark_check_in_typed_ask_discard_async (window, on_discard_answered_cb,
                                                  g_object_ref (self));
      return TRUE;
    }

  return GTK_WINDOW_CLASS (waymark_check_in_dialog_parent_class)->close_request (window);
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
  g_free (WAYMARK_CHECK_IN_DIALOG (object)->untouched);

  G_OBJECT_CLASS (waymark_check_in_dialog_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/waymark/Waymark/ui/waymark-check-in-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, WaymarkCheckInDialog, confirm);
  gtk_widget_class_bind_template_child (widget_class, WaymarkCheckInDialog, notice);
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
  GTK_WINDOW_CLASS (klass)->close_request = waymark_check_in_dialog_close_request;

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
  g_auto (Reading) reading = { 0 };
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
  read_all (self, &reading, NULL);
  self->untouched = dup_typed (self, &reading);
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

  waymark_show_dialog (GTK_WINDOW (dialog), parent);
}

gboolean
waymark_check_in_dialog_present_typed (GtkWindow *parent, WaymarkSession *session, const char *text)
{
  g_autoptr (WaymarkCheckInTyped) typed = NULL;
  OkrKeyResult *kr = NULL;
  OkrCheckIn *edit = NULL;
  GtkWidget *dialog;

  g_return_val_if_fail (WAYMARK_IS_SESSION (session) && text != NULL, FALSE);

  typed = waymark_check_in_typed_new_from_text (text);
  if (typed == NULL ||
      !waymark_check_in_typed_find (typed, waymark_session_get_plan (session), &kr, &edit))
    return FALSE;

  waymark_session_set_selected (session, OKR_ITEM (kr));
  dialog = waymark_check_in_dialog_new (session, kr, edit);
  show_typed (WAYMARK_CHECK_IN_DIALOG (dialog), typed);
  waymark_show_dialog (GTK_WINDOW (dialog), parent);

  return TRUE;
}
