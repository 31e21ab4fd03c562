/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <math.h>

#include "okr-alignment.h"
#include "okr-edit.h"
#include "test-plans.h"
#include "waymark-alignment-dialog.h"
#include "waymark-check-in-log.h"
#include "waymark-check-in-row.h"
#include "waymark-child-list.h"
#include "waymark-child-row.h"
#include "waymark-field.h"
#include "waymark-inspector.h"
#include "waymark-key-result-page.h"
#include "waymark-link-list.h"
#include "waymark-objective-page.h"
#include "waymark-wrap-text.h"

typedef struct
{
  OkrPlan *plan;
  WaymarkSession *session;
  GtkWidget *inspector;
  GtkWidget *window;
  GPtrArray *items;
  GPtrArray *alive;
} Fixture;

static void
flush (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* Notes an item, and a weak pointer that tells in the end whether it is gone. */
static void
note_item (Fixture *self, OkrItem *item)
{
  gpointer *alive = g_new (gpointer, 1);

  *alive = item;
  g_object_add_weak_pointer (G_OBJECT (item), alive);
  g_ptr_array_add (self->alive, alive);
  g_ptr_array_add (self->items, item);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  GListModel *objectives;

  self->plan = test_example_plan ();
  self->session = waymark_session_new ();
  self->items = g_ptr_array_new ();
  self->alive = g_ptr_array_new_with_free_func (g_free);
  objectives = okr_plan_get_objectives (self->plan);
  for (guint i = 0; i < g_list_model_get_n_items (objectives); i++)
    {
      g_autoptr (OkrObjective) objective = g_list_model_get_item (objectives, i);
      GListModel *krs = okr_objective_get_key_results (objective);

      note_item (self, OKR_ITEM (objective));
      for (guint k = 0; k < g_list_model_get_n_items (krs); k++)
        {
          g_autoptr (OkrItem) kr = g_list_model_get_item (krs, k);

          note_item (self, kr);
        }
    }
  waymark_session_set_plan (self->session, self->plan);
  self->inspector = waymark_inspector_new ();
  g_object_set (self->inspector, "session", self->session, NULL);
  self->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), 340, 700);
  adw_window_set_content (ADW_WINDOW (self->window), self->inspector);
  gtk_window_present (GTK_WINDOW (self->window));
  g_object_ref (self->inspector);
  flush ();
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  flush ();
  g_assert_finalize_object (self->inspector);
  g_assert_finalize_object (self->session);
  g_assert_finalize_object (self->plan);
  for (guint i = 0; i < self->alive->len; i++)
    g_assert_null (*(gpointer *) g_ptr_array_index (self->alive, i));
  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->alive);
}

static OkrItem *
select_titled (Fixture *self, const char *title)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      OkrItem *item = g_ptr_array_index (self->items, i);

      if (!g_str_equal (okr_item_get_title (item), title))
        continue;
      waymark_session_set_selected (self->session, item);
      flush ();
      return item;
    }

  g_assert_not_reached ();
}

static gpointer
get_part (Fixture *self, const char *page, GType type, const char *name)
{
  GObject *parent = gtk_widget_get_template_child (self->inspector, WAYMARK_TYPE_INSPECTOR, page);
  GObject *part = gtk_widget_get_template_child (GTK_WIDGET (parent), type, name);

  g_assert_nonnull (part);

  return part;
}

static gpointer
get_kr_part (Fixture *self, const char *name)
{
  return get_part (self, "key_result", WAYMARK_TYPE_KEY_RESULT_PAGE, name);
}

static gpointer
get_objective_part (Fixture *self, const char *name)
{
  return get_part (self, "objective", WAYMARK_TYPE_OBJECTIVE_PAGE, name);
}

static GtkWidget *
find_below (GtkWidget *widget, GType type)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found =
          G_TYPE_CHECK_INSTANCE_TYPE (child, type) ? child : find_below (child, type);

      if (found != NULL && gtk_widget_get_visible (found))
        return found;
    }

  return NULL;
}

static GtkEditable *
get_text (GtkWidget *row)
{
  GtkWidget *text = find_below (row, GTK_TYPE_TEXT);

  g_assert_nonnull (text);

  return GTK_EDITABLE (text);
}

static void
append_letters (GtkEditable *text, const char *typed, int length)
{
  int position = (int) g_utf8_strlen (gtk_editable_get_text (text), -1);

  gtk_editable_insert_text (text, typed, length, &position);
}

/* Types as a person does: letter by letter at the end. */
static void
type (GtkEditable *text, const char *typed)
{
  gtk_editable_set_text (text, "");
  for (const char *p = typed; *p != '\0'; p = g_utf8_next_char (p))
    append_letters (text, p, (int) (g_utf8_next_char (p) - p));
}

/* Adds to what is there, so that nothing is edited in between. */
static void
append (GtkEditable *text, const char *typed)
{
  append_letters (text, typed, -1);
}

static guint
get_depth (Fixture *self)
{
  return okr_history_get_depth (okr_plan_get_history (self->plan));
}

static void
test_typing (Fixture *self, gconstpointer data)
{
  OkrKeyResult *kr = OKR_KEY_RESULT (select_titled (self, "Raise mobile conversion rate"));
  GtkWidget *row = get_kr_part (self, "target");
  GtkEditable *text = get_text (row);

  g_assert_cmpstr (gtk_editable_get_text (text), ==, "2.3\u202f%");
  gtk_widget_grab_focus (GTK_WIDGET (text));
  type (text, "2.75");
  g_assert_cmpfloat_with_epsilon (okr_key_result_get_target (kr), 2.75, 1e-12);
  g_assert_cmpstr (gtk_editable_get_text (text), ==, "2.75");
  g_assert_cmpuint (get_depth (self), ==, 1);

  waymark_field_emit_done (WAYMARK_FIELD (row));
  type (text, "3");
  g_assert_cmpuint (get_depth (self), ==, 2);

  okr_plan_undo (self->plan, NULL);
  g_assert_cmpfloat_with_epsilon (okr_key_result_get_target (kr), 2.75, 1e-12);
  g_assert_cmpstr (gtk_editable_get_text (text), ==, "2.75\u202f%");
  okr_plan_undo (self->plan, NULL);
  g_assert_cmpfloat_with_epsilon (okr_key_result_get_target (kr), 2.3, 1e-12);
  g_assert_cmpstr (gtk_editable_get_text (text), ==, "2.3\u202f%");
  g_assert_cmpuint (get_depth (self), ==, 0);
}

static void
test_title (Fixture *self, gconstpointer data)
{
  OkrItem *kr = select_titled (self, "Raise mobile conversion rate");
  WaymarkWrapText *title = get_kr_part (self, "title");
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (title));
  g_autofree char *pasted = NULL;
  g_autofree char *shown = NULL;

  gtk_text_buffer_insert_at_cursor (buffer, "!", -1);
  gtk_text_buffer_insert_at_cursor (buffer, "?", -1);
  g_assert_nonnull (strchr (okr_item_get_title (kr), '!'));
  g_assert_nonnull (strchr (okr_item_get_title (kr), '?'));
  g_assert_cmpuint (get_depth (self), ==, 1);
  gtk_text_buffer_set_text (buffer, "two\nlines", -1);
  pasted = waymark_wrap_text_dup_text (title);
  g_assert_cmpstr (pasted, ==, "two lines");
  g_assert_cmpstr (okr_item_get_title (kr), ==, "two lines");
  g_assert_cmpuint (get_depth (self), ==, 1);
  okr_plan_undo (self->plan, NULL);
  shown = waymark_wrap_text_dup_text (title);
  g_assert_cmpstr (shown, ==, "Raise mobile conversion rate");
}

static void
test_bad_number (Fixture *self, gconstpointer data)
{
  OkrKeyResult *kr = OKR_KEY_RESULT (select_titled (self, "Raise mobile conversion rate"));
  GtkWidget *row = get_kr_part (self, "target");
  GtkEditable *text = get_text (row);

  append (text, " or so");
  g_assert_cmpfloat_with_epsilon (okr_key_result_get_target (kr), 2.3, 1e-12);
  g_assert_cmpuint (get_depth (self), ==, 0);
  g_assert_true (gtk_widget_has_css_class (row, "error"));
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), !=, "");
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (text), GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_TRUE);

  /* An edit elsewhere does not take away what was typed. */
  okr_edit_set_text (self->plan, OKR_ITEM (kr), "owner", "Somebody Else", NULL);
  waymark_field_emit_done (WAYMARK_FIELD (row));
  flush ();
  g_assert_cmpstr (gtk_editable_get_text (text), ==, "2.3\u202f% or so");
  g_assert_true (gtk_widget_has_css_class (row, "error"));

  /* An edit of the field itself does. */
  okr_edit_set_number (self->plan, OKR_ITEM (kr), "target", 4, NULL);
  g_assert_cmpstr (gtk_editable_get_text (text), ==, "4\u202f%");
  g_assert_false (gtk_widget_has_css_class (row, "error"));

  /* So does Escape, and so does another selection. */
  append (text, "x");
  g_assert_true (gtk_widget_has_css_class (row, "error"));
  waymark_field_restore (WAYMARK_FIELD (row));
  g_assert_cmpstr (gtk_editable_get_text (text), ==, "4\u202f%");
  append (text, "!");
  select_titled (self, "Cut mobile checkout time");
  g_assert_cmpstr (gtk_editable_get_text (text), ==, "55\u202fs");
  g_assert_false (gtk_widget_has_css_class (row, "error"));
  g_assert_cmpfloat_with_epsilon (okr_key_result_get_target (kr), 4, 1e-12);
}

static void
test_optional (Fixture *self, gconstpointer data)
{
  OkrKeyResult *kr = OKR_KEY_RESULT (select_titled (self, "Raise mobile conversion rate"));
  GtkWidget *weight = get_kr_part (self, "weight");

  gtk_editable_set_text (get_text (get_kr_part (self, "start")), "");
  g_assert_true (isnan (okr_key_result_get_start (kr)));
  gtk_editable_set_text (get_text (weight), "");
  g_assert_cmpfloat_with_epsilon (okr_key_result_get_weight (kr), 1, 1e-12);
  g_assert_true (gtk_widget_has_css_class (weight, "error"));
  /* The plan refuses this one, not the field. */
  type (get_text (weight), "-1");
  g_assert_cmpfloat_with_epsilon (okr_key_result_get_weight (kr), 1, 1e-12);
  g_assert_true (gtk_widget_has_css_class (weight, "error"));
  gtk_editable_set_text (get_text (weight), "0");
  g_assert_cmpfloat_with_epsilon (okr_key_result_get_weight (kr), 0, 1e-12);
  g_assert_false (gtk_widget_has_css_class (weight, "error"));
}

/* Emptying a field to write something else is not yet an edit. */
static void
test_replaced (Fixture *self, gconstpointer data)
{
  OkrKeyResult *kr = OKR_KEY_RESULT (select_titled (self, "Raise mobile conversion rate"));
  GtkWidget *row = get_kr_part (self, "start");
  const double start = okr_key_result_get_start (kr);

  gtk_widget_grab_focus (GTK_WIDGET (get_text (row)));
  type (get_text (row), "abc");
  g_assert_true (gtk_widget_has_css_class (row, "error"));
  g_assert_cmpfloat_with_epsilon (okr_key_result_get_start (kr), start, 1e-12);

  gtk_editable_set_text (get_text (row), "");
  g_assert_cmpfloat_with_epsilon (okr_key_result_get_start (kr), start, 1e-12);
  g_signal_emit_by_name (get_text (row), "activate");
  g_assert_true (isnan (okr_key_result_get_start (kr)));
}

static void
test_kinds (Fixture *self, gconstpointer data)
{
  static const struct
  {
    OkrKeyResultKind kind;
    gboolean range;
    gboolean bounds;
    gboolean unit;
    gboolean milestones;
  } rows[] = {
    { OKR_KEY_RESULT_KIND_CHANGE, TRUE, FALSE, TRUE, FALSE },
    { OKR_KEY_RESULT_KIND_AT_LEAST, TRUE, FALSE, TRUE, FALSE },
    { OKR_KEY_RESULT_KIND_AT_MOST, TRUE, FALSE, TRUE, FALSE },
    { OKR_KEY_RESULT_KIND_BETWEEN, FALSE, TRUE, TRUE, FALSE },
    { OKR_KEY_RESULT_KIND_MILESTONES, FALSE, FALSE, FALSE, TRUE },
    { OKR_KEY_RESULT_KIND_YES_NO, FALSE, FALSE, FALSE, FALSE },
    { OKR_KEY_RESULT_KIND_BASELINE, FALSE, FALSE, TRUE, FALSE },
  };
  OkrKeyResult *kr = OKR_KEY_RESULT (select_titled (self, "Raise mobile conversion rate"));
  AdwComboRow *kind = get_kr_part (self, "kind");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      adw_combo_row_set_selected (kind, (guint) rows[i].kind);
      flush ();
      g_assert_cmpint (okr_key_result_get_kind (kr), ==, rows[i].kind);
      g_assert_cmpint (gtk_widget_get_visible (get_kr_part (self, "start")), ==, rows[i].range);
      g_assert_cmpint (gtk_widget_get_visible (get_kr_part (self, "target")), ==, rows[i].range);
      g_assert_cmpint (gtk_widget_get_visible (get_kr_part (self, "low")), ==, rows[i].bounds);
      g_assert_cmpint (gtk_widget_get_visible (get_kr_part (self, "high")), ==, rows[i].bounds);
      g_assert_cmpint (gtk_widget_get_visible (get_kr_part (self, "unit")), ==, rows[i].unit);
      g_assert_cmpint (gtk_widget_get_visible (get_kr_part (self, "milestones")), ==,
                       rows[i].milestones);
    }
  while (get_depth (self) > 0)
    okr_plan_undo (self->plan, NULL);
  g_assert_cmpuint (adw_combo_row_get_selected (kind), ==, OKR_KEY_RESULT_KIND_CHANGE);
}

static void
test_goalposts (Fixture *self, gconstpointer data)
{
  GtkWidget *row;

  select_titled (self, "Raise mobile conversion rate");
  row = get_kr_part (self, "target");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, "");
  gtk_editable_set_text (get_text (row), "2.1");
  g_assert_nonnull (strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), "2.3\u202f%"));
}

static void
test_children (Fixture *self, gconstpointer data)
{
  OkrKeyResult *kr = OKR_KEY_RESULT (select_titled (self, "Raise mobile conversion rate"));
  GListModel *initiatives = okr_key_result_get_initiatives (kr);
  WaymarkChildList *list = get_kr_part (self, "initiatives");
  GtkWidget *row;
  GtkWidget *focus;
  g_autoptr (OkrItem) added = NULL;

  g_assert_cmpuint (g_list_model_get_n_items (initiatives), ==, 2);
  waymark_child_list_add (list);
  flush ();
  g_assert_cmpuint (g_list_model_get_n_items (initiatives), ==, 3);
  added = g_list_model_get_item (initiatives, 2);
  row = find_below (GTK_WIDGET (list), WAYMARK_TYPE_CHILD_ROW);
  while (waymark_child_row_get_item (WAYMARK_CHILD_ROW (row)) != added)
    row = gtk_widget_get_next_sibling (row);
  g_assert_true (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (row)));
  gtk_editable_set_text (get_text (find_below (row, ADW_TYPE_ENTRY_ROW)), "Ask ten customers");
  g_assert_cmpstr (okr_item_get_title (added), ==, "Ask ten customers");
  flush ();
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==,
                   "Ask ten customers");

  okr_edit_move (self->plan, added, OKR_ITEM (kr), 0, NULL);
  flush ();
  row = find_below (GTK_WIDGET (list), WAYMARK_TYPE_CHILD_ROW);
  g_assert_true (waymark_child_row_get_item (WAYMARK_CHILD_ROW (row)) == added);
  g_assert_true (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (row)));
  focus = gtk_window_get_focus (GTK_WINDOW (self->window));
  g_assert_true (gtk_widget_is_ancestor (focus, row));
  while (get_depth (self) > 0)
    okr_plan_undo (self->plan, NULL);
  flush ();
  g_assert_cmpuint (g_list_model_get_n_items (initiatives), ==, 2);
}

static void
test_log (Fixture *self, gconstpointer data)
{
  OkrKeyResult *kr = OKR_KEY_RESULT (select_titled (self, "Raise mobile conversion rate"));
  GtkWidget *log = get_kr_part (self, "log");
  WaymarkCheckInRow *row = WAYMARK_CHECK_IN_ROW (find_below (log, WAYMARK_TYPE_CHECK_IN_ROW));
  OkrCheckIn *check_in = waymark_check_in_row_get_check_in (row);

  g_assert_true (check_in == okr_key_result_get_figures (kr)->latest);
  gtk_widget_activate_action (log, "log.retract", "s", okr_item_get_id (OKR_ITEM (check_in)));
  g_assert_true (okr_check_in_get_retracted (check_in));
  g_assert_cmpuint (get_depth (self), ==, 1);
  flush ();
  g_assert_true (waymark_check_in_row_get_check_in (row) == check_in);
  gtk_widget_activate_action (log, "log.retract", "s", okr_item_get_id (OKR_ITEM (check_in)));
  g_assert_false (okr_check_in_get_retracted (check_in));
}

static void
test_objective (Fixture *self, gconstpointer data)
{
  OkrObjective *objective =
      OKR_OBJECTIVE (select_titled (self, "Make mobile the channel customers prefer to buy in"));
  WaymarkLinkList *krs = get_objective_part (self, "key_results");
  WaymarkLinkList *parents = get_objective_part (self, "parents");
  GtkWidget *row;

  g_assert_cmpuint (waymark_link_list_get_n_links (krs), ==, 3);
  g_assert_cmpuint (waymark_link_list_get_n_links (parents), ==, 1);
  gtk_editable_set_text (GTK_EDITABLE (get_objective_part (self, "tags")), "one,, two ,one");
  g_assert_cmpuint (g_strv_length ((GStrv) okr_objective_get_tags (objective)), ==, 2);
  gtk_editable_set_text (GTK_EDITABLE (get_objective_part (self, "owner")), "Mei Lin");
  g_assert_cmpstr (okr_objective_get_owner (objective), ==, "Mei Lin");
  adw_combo_row_set_selected (get_objective_part (self, "ambition"), OKR_AMBITION_COMMITTED);
  g_assert_cmpint (okr_objective_get_ambition (objective), ==, OKR_AMBITION_COMMITTED);
  adw_combo_row_set_selected (get_objective_part (self, "team"), 0);
  g_assert_cmpstr (okr_objective_get_team_id (objective), ==, "");

  row = find_below (GTK_WIDGET (krs), ADW_TYPE_ACTION_ROW);
  while (!gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (row)))
    row = gtk_widget_get_next_sibling (row);
  adw_action_row_activate (ADW_ACTION_ROW (row));
  g_assert_true (OKR_IS_KEY_RESULT (waymark_session_get_selected (self->session)));
}

static void
test_alignment (Fixture *self, gconstpointer data)
{
  OkrObjective *top = OKR_OBJECTIVE (select_titled (self, "Grow into the region’s favourite shop"));
  OkrItem *below = select_titled (self, "Cut mobile checkout time");
  OkrItem *other = select_titled (self, "Activation rate of new accounts");
  OkrObjective *objective =
      OKR_OBJECTIVE (select_titled (self, "Make mobile the channel customers prefer to buy in"));
  GtkWidget *dialog = GTK_WIDGET (waymark_alignment_dialog_new (self->session, objective));
  WaymarkAlignmentDialog *self_dialog = WAYMARK_ALIGNMENT_DIALOG (dialog);
  const char *const *ids;

  gtk_window_present (GTK_WINDOW (dialog));
  flush ();
  waymark_alignment_dialog_choose (self_dialog, okr_item_get_id (below), TRUE);
  waymark_alignment_dialog_choose (self_dialog, okr_item_get_id (OKR_ITEM (top)), TRUE);
  waymark_alignment_dialog_set_main (self_dialog, okr_item_get_id (other));
  gtk_widget_activate_action (dialog, "align.apply", NULL);
  flush ();
  ids = okr_objective_get_contributes_to (objective);
  g_assert_cmpuint (g_strv_length ((GStrv) ids), ==, 3);
  g_assert_cmpstr (ids[0], ==, okr_item_get_id (other));
  g_assert_cmpuint (get_depth (self), ==, 1);
  g_assert_cmpuint (waymark_link_list_get_n_links (get_objective_part (self, "parents")), ==, 3);
  okr_plan_undo (self->plan, NULL);
  flush ();
  g_assert_cmpuint (waymark_link_list_get_n_links (get_objective_part (self, "parents")), ==, 1);
}

static void
test_read_only (Fixture *self, gconstpointer data)
{
  OkrKeyResult *kr = OKR_KEY_RESULT (select_titled (self, "Raise mobile conversion rate"));
  GtkWidget *row = get_kr_part (self, "target");
  int position = 3;

  okr_plan_set_read_only_reason (self->plan, "Only to be looked at.");
  gtk_editable_insert_text (get_text (row), "1", -1, &position);
  g_assert_cmpfloat_with_epsilon (okr_key_result_get_target (kr), 2.3, 1e-12);
  g_assert_cmpstr (gtk_editable_get_text (get_text (row)), ==, "2.31\u202f%");
  g_assert_true (gtk_widget_has_css_class (row, "error"));
}

/* Deleting what is shown shows the scope; undo lets it be selected again. */
static void
test_delete (Fixture *self, gconstpointer data)
{
  OkrItem *kr = select_titled (self, "Raise mobile conversion rate");

  g_assert_true (okr_edit_delete (self->plan, kr, NULL));
  flush ();
  g_assert_null (waymark_session_get_selected (self->session));
  okr_plan_undo (self->plan, NULL);
  flush ();
  select_titled (self, "Raise mobile conversion rate");
}

static void
test_switching (Fixture *self, gconstpointer data)
{
  double worst = 0;
  double sum = 0;

  for (guint i = 0; i < self->items->len; i++)
    {
      waymark_session_set_selected (self->session, g_ptr_array_index (self->items, i));
      flush ();
    }
  for (guint i = 0; i < 100; i++)
    {
      OkrItem *item = g_ptr_array_index (self->items, (i * 7) % self->items->len);
      double seconds;

      g_test_timer_start ();
      waymark_session_set_selected (self->session, item);
      seconds = g_test_timer_elapsed ();
      worst = MAX (worst, seconds);
      sum += seconds;
      if (i % 3 == 0)
        flush ();
    }
  g_test_minimized_result (sum * 10, "selecting: %.2f ms on average", sum * 10);
  g_test_minimized_result (worst * 1000, "selecting: %.2f ms at worst", worst * 1000);
  /* Far above what is measured on an idle machine. */
  g_assert_cmpfloat (sum / 100, <, 0.1);
  waymark_session_set_selected (self->session, NULL);
  flush ();
}

int
main (int argc, char **argv)
{
  /* Without this GTK keeps no accessible attributes that could be looked at. */
  g_setenv ("GTK_A11Y", "test", TRUE);
  g_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/inspector/typing", test_typing);
  ADD ("/inspector/title", test_title);
  ADD ("/inspector/bad-number", test_bad_number);
  ADD ("/inspector/optional", test_optional);
  ADD ("/inspector/replaced", test_replaced);
  ADD ("/inspector/kinds", test_kinds);
  ADD ("/inspector/goalposts", test_goalposts);
  ADD ("/inspector/children", test_children);
  ADD ("/inspector/log", test_log);
  ADD ("/inspector/objective", test_objective);
  ADD ("/inspector/alignment", test_alignment);
  ADD ("/inspector/read-only", test_read_only);
  ADD ("/inspector/delete", test_delete);
  ADD ("/inspector/switching", test_switching);

  return g_test_run ();
}
