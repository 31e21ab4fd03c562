/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>

#include "list-fixture.h"
#include "waymark-list-row.h"
#include "waymark-list-view.h"
#include "waymark-rename-popover.h"
#include "waymark-tooltip.h"

/* Runs what waits to be run, frames too, until @done says so. */
static void
run_until (gboolean (*done) (ListFixture *), ListFixture *self)
{
  const gint64 deadline = g_get_monotonic_time () + 60 * G_USEC_PER_SEC;

  while (!done (self))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
      g_main_context_iteration (NULL, FALSE);
    }
}

static gpointer
get_part (ListFixture *self, const char *name)
{
  return gtk_widget_get_template_child (self->view, WAYMARK_TYPE_LIST_VIEW, name);
}

static void
set_up_view (ListFixture *self, gconstpointer data)
{
  list_set_up (self, data);
  self->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), 800, 640);
  self->view = g_object_ref_sink (waymark_list_view_new ());
  g_object_set (self->view, "session", self->session, NULL);
  gtk_window_set_child (GTK_WINDOW (self->window), self->view);
  /* Rows that nobody sees are not kept up to date. */
  gtk_window_present (GTK_WINDOW (self->window));
}

static void
tear_down_view (ListFixture *self, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  /* Frames that are under way hold a reference to what they draw. */
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (self->view);
  list_tear_down (self, data);
}

static const char *
get_page (ListFixture *self)
{
  return gtk_stack_get_visible_child_name (get_part (self, "stack"));
}

static void
test_pages (ListFixture *self, gconstpointer data)
{
  g_autoptr (OkrPlan) empty = okr_plan_new ();

  g_assert_cmpstr (get_page (self), ==, "list");
  waymark_session_set_search (self->session, "nothing is called like this");
  g_assert_cmpstr (get_page (self), ==, "no-match");
  waymark_session_set_search (self->session, "");
  g_assert_cmpstr (get_page (self), ==, "list");
  waymark_session_set_plan (self->session, empty);
  g_assert_cmpstr (get_page (self), ==, "empty");
  waymark_session_set_plan (self->session, NULL);
  g_assert_cmpstr (get_page (self), ==, "nothing");
}

static void
test_selection (ListFixture *self, gconstpointer data)
{
  GtkSingleSelection *selection = get_part (self, "selection");
  OkrItem *kr = list_find_titled (self, "Cut mobile checkout time");
  const guint row = waymark_list_rows_find (self->rows, kr);

  g_assert_cmpuint (gtk_single_selection_get_selected (selection), ==, GTK_INVALID_LIST_POSITION);
  gtk_single_selection_set_selected (selection, row);
  g_assert_true (waymark_session_get_selected (self->session) == kr);

  /* What the filter hides stays selected, and is again when it comes back. */
  waymark_session_set_search (self->session, "churn");
  g_assert_cmpuint (gtk_single_selection_get_selected (selection), ==, GTK_INVALID_LIST_POSITION);
  g_assert_true (waymark_session_get_selected (self->session) == kr);
  waymark_session_set_search (self->session, "");
  g_assert_cmpuint (gtk_single_selection_get_selected (selection), ==, row);

  g_assert_true (okr_edit_move (self->plan, kr, okr_item_get_parent (kr), 1, NULL));
  g_assert_cmpuint (gtk_single_selection_get_selected (selection), ==, row + 1);
  g_assert_true (waymark_session_get_selected (self->session) == kr);

  /* An initiative stands in the row of its key result. */
  {
    g_autoptr (OkrItem) initiative = okr_item_new (OKR_TYPE_INITIATIVE, NULL);

    g_assert_true (okr_edit_insert (self->plan, kr, 0, initiative, NULL));
    waymark_session_set_selected (self->session, initiative);
    g_assert_cmpuint (gtk_single_selection_get_selected (selection), ==, row + 1);
    g_assert_true (waymark_session_get_selected (self->session) == initiative);
  }

  g_assert_true (okr_edit_delete (self->plan, kr, NULL));
  g_assert_cmpuint (gtk_single_selection_get_selected (selection), ==, GTK_INVALID_LIST_POSITION);
}

static gboolean
is_laid_out (ListFixture *self)
{
  GtkWidget *first = gtk_widget_get_first_child (get_part (self, "list"));

  return first != NULL && gtk_widget_get_height (first) > 0;
}

static OkrItem *
get_focused (ListFixture *self)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self->window));
  GtkWidget *row = focus != NULL ? gtk_widget_get_first_child (focus) : NULL;

  return WAYMARK_IS_LIST_ROW (row) ? waymark_list_row_get_item (WAYMARK_LIST_ROW (row)) : NULL;
}

static gboolean
is_selected_focused (ListFixture *self)
{
  return get_focused (self) == waymark_session_get_selected (self->session);
}

/* Who deletes with the keyboard goes on with the keyboard. */
static void
test_focus (ListFixture *self, gconstpointer data)
{
  OkrItem *kr = list_find_titled (self, "Shops within 10 km that order every week");
  OkrItem *before = list_find_titled (self, "Revenue from repeat customers");
  GtkWidget *row;

  run_until (is_laid_out, self);
  row = GTK_WIDGET (waymark_list_row_find (get_part (self, "list"), kr));
  gtk_widget_grab_focus (gtk_widget_get_parent (row));
  waymark_session_set_selected (self->session, kr);
  g_assert_true (get_focused (self) == kr);

  g_assert_true (okr_edit_delete (self->plan, kr, NULL));
  waymark_session_set_selected (self->session, before);
  run_until (is_selected_focused, self);
}

static void
test_heights (ListFixture *self, gconstpointer data)
{
  GtkWidget *list = get_part (self, "list");
  guint n_rows = 0;
  int height;

  run_until (is_laid_out, self);
  height = gtk_widget_get_allocated_height (gtk_widget_get_first_child (list));
  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      int minimum;
      int natural;

      gtk_widget_measure (row, GTK_ORIENTATION_VERTICAL, 600, &minimum, &natural, NULL, NULL);
      g_assert_cmpint (minimum, ==, height);
      g_assert_cmpint (natural, ==, height);
      n_rows++;
    }
  g_assert_cmpuint (n_rows, ==, list_count (self) + 1);
}

static GtkAdjustment *
get_adjustment (ListFixture *self)
{
  return gtk_scrolled_window_get_vadjustment (get_part (self, "scroller"));
}

static double
get_end (GtkAdjustment *adjustment)
{
  return gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);
}

static gboolean
count_frame_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer n_frames)
{
  return --*(guint *) n_frames > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static void
wait_for_frames (ListFixture *self, guint n_frames)
{
  if (n_frames == 0)
    return;

  gtk_widget_add_tick_callback (self->view, count_frame_cb, &n_frames, NULL);
  while (n_frames > 0)
    g_main_context_iteration (NULL, TRUE);
}

/* However the changes and the frames fall together. */
static void
test_filter_from_top (ListFixture *self, gconstpointer data)
{
  static const char *const searches[] = { "co", "conversion", "mobile", "churn", "days" };
  GtkAdjustment *adjustment = get_adjustment (self);

  run_until (is_laid_out, self);
  for (guint round = 0; round < 15; round++)
    {
      if (g_test_rand_bit ())
        gtk_adjustment_set_value (adjustment, get_end (adjustment) * g_test_rand_double ());
      for (guint n = (guint) g_test_rand_int_range (1, 4); n > 0; n--)
        {
          const int which = g_test_rand_int_range (0, G_N_ELEMENTS (searches));

          wait_for_frames (self, (guint) g_test_rand_int_range (0, 4));
          waymark_session_set_search (self->session, searches[which]);
        }
      wait_for_frames (self, (guint) g_test_rand_int_range (0, 4));
      waymark_session_set_search (self->session, "");
      wait_for_frames (self, 5);
      g_assert_cmpfloat_with_epsilon (gtk_adjustment_get_value (adjustment), 0, 0.5);
      g_assert_cmpfloat (get_end (adjustment), >, 0);
    }
}

static guint
count_shown (ListFixture *self)
{
  return g_list_model_get_n_items (get_part (self, "selection"));
}

static void
count_objective_cb (GSimpleAction *action, GVariant *parameter, gpointer n)
{
  ++*(guint *) n;
}

/* The row that adds an objective is none of the plan's, and never selected. */
static void
test_foot (ListFixture *self, gconstpointer data)
{
  const GActionEntry entries[] = { { .name = "add-objective", .activate = count_objective_cb } };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  OkrItem *first = waymark_list_rows_peek (self->rows, 0);
  const guint n_all = list_count (self);
  guint n_added = 0;

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), &n_added);
  gtk_widget_insert_action_group (self->window, "win", G_ACTION_GROUP (group));
  g_assert_cmpuint (count_shown (self), ==, n_all + 1);

  waymark_session_set_selected (self->session, first);
  gtk_single_selection_set_selected (get_part (self, "selection"), n_all);
  g_assert_cmpuint (gtk_single_selection_get_selected (get_part (self, "selection")), ==, 0);
  g_assert_true (waymark_session_get_selected (self->session) == first);

  g_signal_emit_by_name (get_part (self, "list"), "activate", n_all);
  g_assert_cmpuint (n_added, ==, 1);
  g_assert_true (waymark_session_get_selected (self->session) ==
                 waymark_list_rows_peek (self->rows, n_all - 1));

  waymark_session_set_search (self->session, "churn");
  g_assert_cmpuint (count_shown (self), ==, list_count (self));
  waymark_session_set_search (self->session, "");
  g_assert_cmpuint (count_shown (self), ==, n_all + 1);
}

static gboolean
is_selected_row_in_view (ListFixture *self)
{
  GtkWidget *scroller = get_part (self, "scroller");
  OkrItem *item = waymark_session_get_selected (self->session);
  WaymarkListRow *row = waymark_list_row_find (get_part (self, "list"), item);
  graphene_rect_t bounds;

  return row != NULL && gtk_widget_compute_bounds (GTK_WIDGET (row), scroller, &bounds) &&
         bounds.size.height > 0 && bounds.origin.y >= 0 &&
         bounds.origin.y + bounds.size.height <= (float) gtk_widget_get_height (scroller) + 1;
}

static WaymarkRenamePopover *
find_popover (ListFixture *self)
{
  GtkWidget *last = gtk_widget_get_last_child (self->view);

  return WAYMARK_IS_RENAME_POPOVER (last) ? WAYMARK_RENAME_POPOVER (last) : NULL;
}

static gboolean
has_popover (ListFixture *self)
{
  return find_popover (self) != NULL;
}

static gboolean
has_no_popover (ListFixture *self)
{
  return find_popover (self) == NULL;
}

static void
test_rename (ListFixture *self, gconstpointer data)
{
  OkrItem *kr = waymark_list_rows_peek (self->rows, list_count (self) - 1);
  g_autofree char *old = g_strdup (okr_item_get_title (kr));
  WaymarkRenamePopover *popover;
  GtkEditable *entry;

  run_until (is_laid_out, self);
  waymark_session_set_selected (self->session, kr);
  g_assert_false (is_selected_row_in_view (self));
  waymark_list_view_rename (WAYMARK_LIST_VIEW (self->view));
  run_until (has_popover, self);
  g_assert_true (is_selected_row_in_view (self));

  popover = g_object_ref (find_popover (self));
  entry = waymark_rename_popover_get_entry (popover);
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, old);
  gtk_editable_set_text (entry, " A new title ");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpstr (okr_item_get_title (kr), ==, "A new title");
  run_until (has_no_popover, self);
  g_assert_finalize_object (popover);

  g_assert_true (okr_plan_undo (self->plan, NULL));
  g_assert_cmpstr (okr_item_get_title (kr), ==, old);
}

static void
test_tooltips (ListFixture *self, gconstpointer data)
{
  OkrItem *kr = list_find_titled (self, "Revenue from repeat customers");
  guint n_texts = 0;
  WaymarkListRow *row;

  run_until (is_laid_out, self);
  row = waymark_list_row_find (get_part (self, "list"), kr);
  g_assert_nonnull (row);
  for (int x = 0; x < gtk_widget_get_width (GTK_WIDGET (row)); x += 4)
    {
      g_autofree char *text =
          waymark_list_row_dup_tooltip (row, x, gtk_widget_get_height (GTK_WIDGET (row)) / 2.0);

      n_texts += text != NULL;
    }
  g_assert_cmpuint (n_texts, >, 40);
}

/* Where the row explains its progress, in the middle of its height. */
static int
find_explanation (WaymarkListRow *row)
{
  const double y = gtk_widget_get_height (GTK_WIDGET (row)) / 2.0;

  for (int x = 0; x < gtk_widget_get_width (GTK_WIDGET (row)); x += 4)
    {
      g_autofree char *text = waymark_list_row_dup_tooltip (row, x, y);

      if (text != NULL && strstr (text, "Expected today") != NULL)
        return x;
    }
  g_assert_not_reached ();
}

/* Long lines are broken, so that the formulas do not cover the whole list. */
static void
test_tooltip_width (ListFixture *self, gconstpointer data)
{
  WaymarkListRow *row;
  g_autoptr (GtkTooltip) tooltip = g_object_new (GTK_TYPE_TOOLTIP, NULL);
  g_autoptr (PangoLayout) line = NULL;
  gboolean is_shown = FALSE;
  GtkLabel *label;
  int line_width;
  int width;
  int x;
  double list_x;
  double list_y;

  run_until (is_laid_out, self);
  row = waymark_list_row_find (get_part (self, "list"),
                               list_find_titled (self, "Revenue from repeat customers"));
  x = find_explanation (row);
  gtk_widget_translate_coordinates (GTK_WIDGET (row), get_part (self, "list"), x,
                                    gtk_widget_get_height (GTK_WIDGET (row)) / 2.0, &list_x,
                                    &list_y);
  g_signal_emit_by_name (get_part (self, "list"), "query-tooltip", (int) list_x, (int) list_y,
                         FALSE, tooltip, &is_shown);
  g_assert_true (is_shown);

  label = waymark_tooltip_get_label (tooltip);
  g_assert_nonnull (strstr (gtk_label_get_text (label), "Expected today"));
  line = gtk_widget_create_pango_layout (GTK_WIDGET (label), gtk_label_get_text (label));
  pango_layout_get_pixel_size (line, &line_width, NULL);
  gtk_widget_measure (GTK_WIDGET (label), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  g_assert_cmpint (width, <, line_width * 3 / 4);

  /* In a narrow window there is less room. */
  gtk_widget_size_allocate (self->window, &(GtkAllocation){ 0, 0, 360, 640 }, -1);
  waymark_tooltip_set_text (tooltip, self->view, gtk_label_get_text (label));
  gtk_widget_measure (GTK_WIDGET (label), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  g_assert_cmpint (width, <=, 360);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (ListFixture *, gconstpointer);
  } tests[] = {
    { "/list-view/pages", test_pages },
    { "/list-view/selection", test_selection },
    { "/list-view/focus", test_focus },
    { "/list-view/heights", test_heights },
    { "/list-view/filter-from-top", test_filter_from_top },
    { "/list-view/foot", test_foot },
    { "/list-view/rename", test_rename },
    { "/list-view/tooltips", test_tooltips },
    { "/list-view/tooltip-width", test_tooltip_width },
  };

  test_init (&argc, &argv);
  adw_init ();

  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, ListFixture, NULL, set_up_view, tests[i].test, tear_down_view);

  return g_test_run ();
}
