/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <math.h>

#include "waymark-choice-row.h"
#include "waymark-choice-search.h"
#include "waymark-date-row.h"
#include "waymark-field-text.h"
#include "waymark-key-result-cell.h"
#include "waymark-objective-cell.h"
#include "waymark-progress-bar.h"
#include "waymark-progress-paint.h"
#include "waymark-status-pill.h"
#include "waymark-status-style.h"
#include "waymark-text.h"
#include "widget-drawing.h"

#define N_STATUSES (OKR_STATUS_AT_RISK + 1)

static const double extremes[] = { NAN, -INFINITY, -1e300, -3,      -0.0, 0,     1e-300,  0.01,
                                   0.5, 0.9999,    1,      1.00001, 9.99, 1e300, INFINITY };

static GtkWidget *
new_key_result_cell_of (double progress, OkrStatus status)
{
  const WaymarkKeyResultFigures figures = {
    .title = "Raise mobile conversion rate in every market in which we are at home",
    .subtitle = "1.8 → 2.3 %",
    .value = "1.90 %",
    .percent = "20 %",
    .confidence = "3/10",
    .age = "3 d",
    .progress = progress,
    .expected = 0.58,
    .status = status,
  };
  GtkWidget *cell = waymark_key_result_cell_new ();

  waymark_key_result_cell_set (WAYMARK_KEY_RESULT_CELL (cell), &figures);

  return cell;
}

static GtkWidget *
new_key_result_cell (double progress)
{
  return new_key_result_cell_of (progress, OKR_STATUS_AT_RISK);
}

static GtkWidget *
new_objective_cell (double progress)
{
  const WaymarkObjectiveFigures figures = {
    .title = "Make mobile the channel customers prefer to buy in",
    .subtitle = "Digital · Ana Reyes",
    .parent = "↑ Grow into the region’s favourite shop",
    .progress = progress,
    .expected = 0.58,
    .status = OKR_STATUS_BEHIND,
  };
  GtkWidget *cell = waymark_objective_cell_new ();

  waymark_objective_cell_set (WAYMARK_OBJECTIVE_CELL (cell), &figures);

  return cell;
}

static double
luminance (const GdkRGBA *color)
{
  const float channels[3] = { color->red, color->green, color->blue };
  static const double weights[3] = { 0.2126, 0.7152, 0.0722 };
  double sum = 0;

  for (int i = 0; i < 3; i++)
    sum += weights[i] * (channels[i] <= 0.04045f ? channels[i] / 12.92
                                                 : pow ((channels[i] + 0.055) / 1.055, 2.4));

  return sum;
}

static double
contrast (const GdkRGBA *a, const GdkRGBA *b)
{
  const double la = luminance (a);
  const double lb = luminance (b);

  return (MAX (la, lb) + 0.05) / (MIN (la, lb) + 0.05);
}

static void
test_contrast (void)
{
  static const char *const cards[OKR_N_PALETTE_THEMES] = { "#ffffff", "#363636", "#ffffff",
                                                           "#363636" };

  for (int status = 0; status < N_STATUSES; status++)
    for (int theme = 0; theme < OKR_N_PALETTE_THEMES; theme++)
      {
        const gboolean is_hc = theme >= OKR_PALETTE_LIGHT_HC;
        const WaymarkStatusStyle *style =
            waymark_status_style_lookup ((OkrStatus) status, (OkrPaletteTheme) theme);
        GdkRGBA card;

        g_assert_true (gdk_rgba_parse (&card, cards[theme]));
        g_test_message ("status %d, theme %d: %.2f on the tint, %.2f on the card", status, theme,
                        contrast (&style->text, &style->tint), contrast (&style->text, &card));
        g_assert_cmpfloat (contrast (&style->text, &style->tint), >=, is_hc ? 7 : 4.5);
        g_assert_cmpfloat (contrast (&style->text, &card), >=, 4.5);
        if (is_hc)
          g_assert_cmpfloat (contrast (&style->fill, &card), >=, 3);
      }
}

static void
test_accessible (void)
{
  static const struct
  {
    double progress, expected;
    OkrStatus status;
    const char *text;
    double min, max, now;
  } cases[] = {
    { 0.2, 0.58, OKR_STATUS_AT_RISK, "20 %, expected 58 %, At risk", 0, 100, 20 },
    { 1.25, 0.5, OKR_STATUS_ACHIEVED, "125 %, expected 50 %, Achieved", 0, 125, 125 },
    { -0.25, NAN, OKR_STATUS_AT_RISK, "−25 %, At risk", -25, 100, -25 },
    { NAN, 0.58, OKR_STATUS_NOT_COUNTED, "Not counted", 0, 100, 0 },
  };
  GtkWidget *bar = waymark_progress_bar_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = waymark_progress_dup_text (cases[i].progress, cases[i].expected,
                                                         okr_status_get_label (cases[i].status));
      g_auto (GStrv) parts = g_strsplit (text, "\u202f", -1);
      g_autofree char *plain = g_strjoinv (" ", parts);

      g_assert_cmpstr (plain, ==, cases[i].text);
      waymark_progress_bar_set (WAYMARK_PROGRESS_BAR (bar), cases[i].progress, cases[i].expected,
                                cases[i].status);
      gtk_test_accessible_assert_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                           text);
      gtk_test_accessible_assert_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_VALUE_NOW,
                                           cases[i].now);
      gtk_test_accessible_assert_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_VALUE_MIN,
                                           cases[i].min);
      gtk_test_accessible_assert_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_VALUE_MAX,
                                           cases[i].max);
    }
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_ROLE_METER);
  widget_drawing_finish (bar);
}

static void
on_notify_cb (GObject *object, GParamSpec *pspec, guint *count)
{
  (*count)++;
}

static void
test_notify (void)
{
  GtkWidget *bar = waymark_progress_bar_new ();
  guint count = 0;

  g_signal_connect (bar, "notify", G_CALLBACK (on_notify_cb), &count);
  waymark_progress_bar_set (WAYMARK_PROGRESS_BAR (bar), NAN, NAN, OKR_STATUS_NOT_COUNTED);
  g_assert_cmpuint (count, ==, 0);
  waymark_progress_bar_set (WAYMARK_PROGRESS_BAR (bar), 0.5, 0.5, OKR_STATUS_BEHIND);
  g_assert_cmpuint (count, ==, 3);
  g_object_set (bar, "progress", 0.5, "status", OKR_STATUS_BEHIND, NULL);
  g_assert_cmpuint (count, ==, 3);
  g_object_set (bar, "expected", NAN, NULL);
  g_assert_cmpuint (count, ==, 4);
  g_object_set (bar, "explanation", "Because", NULL);
  g_assert_cmpuint (count, ==, 6);
  g_assert_true (gtk_widget_get_has_tooltip (bar));
  waymark_progress_bar_set_explanation (WAYMARK_PROGRESS_BAR (bar), NULL);
  g_assert_false (gtk_widget_get_has_tooltip (bar));
  widget_drawing_finish (bar);
}

/* Where there is no status, a pill says why. */
static void
test_pill_state (void)
{
  GtkWidget *pill = g_object_ref_sink (waymark_status_pill_new (OKR_STATUS_NOT_COUNTED));
  int dash;
  int width;

  gtk_widget_measure (pill, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &dash, NULL, NULL);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (pill), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Not counted");
  waymark_status_pill_set_status (WAYMARK_STATUS_PILL (pill), OKR_STATUS_NOT_COUNTED, "Dropped");
  gtk_widget_measure (pill, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (pill), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Dropped");
  g_assert_cmpint (width, >, dash);
  waymark_status_pill_set_status (WAYMARK_STATUS_PILL (pill), OKR_STATUS_AT_RISK, NULL);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (pill), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "At risk");
  g_assert_finalize_object (pill);
}

static void
test_extremes (gconstpointer data)
{
  gtk_widget_set_default_direction ((GtkTextDirection) GPOINTER_TO_INT (data));
  for (gsize i = 0; i < G_N_ELEMENTS (extremes); i++)
    for (int status = 0; status < N_STATUSES; status++)
      {
        GtkWidget *bar = waymark_progress_bar_new ();
        GtkWidget *pill = waymark_status_pill_new ((OkrStatus) status);
        GtkWidget *key_result = new_key_result_cell (extremes[i]);
        GtkWidget *objective = new_objective_cell (extremes[i]);

        waymark_progress_bar_set (WAYMARK_PROGRESS_BAR (bar), extremes[i], extremes[i],
                                  (OkrStatus) status);
        g_assert_true (widget_drawing_draw (bar, 200, 18));
        g_assert_true (widget_drawing_draw (bar, 48, 18));
        g_assert_true (widget_drawing_draw (pill, 200, 40));
        g_assert_true (widget_drawing_draw (key_result, 800, 90));
        g_assert_true (widget_drawing_draw (key_result, 500, 90));
        g_assert_true (widget_drawing_draw (key_result, 300, 90));
        g_assert_true (widget_drawing_draw (objective, 800, 90));
        g_assert_true (widget_drawing_draw (objective, 300, 90));
        widget_drawing_finish (bar);
        widget_drawing_finish (pill);
        widget_drawing_finish (key_result);
        widget_drawing_finish (objective);
      }
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

static int
get_height (GtkWidget *widget, int width)
{
  int minimum;
  int natural;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, ==, natural);

  return natural;
}

/* A virtual list jumps when its rows differ in height. */
static void
test_one_height (void)
{
  GtkWidget *empty = waymark_key_result_cell_new ();
  GtkWidget *full = new_key_result_cell (0.5);
  GtkWidget *head = waymark_objective_cell_new ();
  GtkWidget *full_head = new_objective_cell (0.5);

  g_assert_cmpint (get_height (empty, -1), ==, get_height (full, -1));
  g_assert_cmpint (get_height (full, -1), ==, get_height (full, 300));
  g_assert_cmpint (get_height (full, 500), ==, get_height (full, 2000));
  g_assert_cmpint (get_height (head, -1), ==, get_height (full_head, 300));
  widget_drawing_finish (empty);
  widget_drawing_finish (full);
  widget_drawing_finish (head);
  widget_drawing_finish (full_head);
}

static gboolean
on_deadline_cb (gpointer data)
{
  *(gboolean *) data = TRUE;

  return G_SOURCE_REMOVE;
}

static void
test_text_scale (void)
{
  GtkSettings *settings = gtk_settings_get_default ();
  GtkWidget *window = gtk_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *cell = new_key_result_cell (0.5);
  gboolean is_late = FALSE;
  const guint deadline = g_timeout_add_seconds (60, on_deadline_cb, &is_late);
  int height;

  gtk_box_append (GTK_BOX (box), cell);
  gtk_window_set_child (GTK_WINDOW (window), box);
  gtk_window_present (GTK_WINDOW (window));
  g_object_set (settings, "gtk-xft-dpi", 96 * 1024, NULL);
  height = get_height (cell, -1);
  g_assert_cmpint (height, >, 40);

  g_object_set (settings, "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  while (get_height (cell, -1) < 2 * height - 4 && !is_late)
    g_main_context_iteration (NULL, TRUE);
  g_test_message ("cell %d → %d", height, get_height (cell, -1));
  g_assert_false (is_late);

  g_source_remove (deadline);
  g_object_set (settings, "gtk-xft-dpi", 96 * 1024, NULL);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_parts (void)
{
  GtkWidget *widget = new_key_result_cell (0.5);
  WaymarkKeyResultCell *cell = WAYMARK_KEY_RESULT_CELL (widget);

  g_assert_true (widget_drawing_draw (widget, 730, 55));
  g_assert_cmpint (waymark_key_result_cell_get_part_at (cell, 30, 20), ==,
                   WAYMARK_KEY_RESULT_PART_TITLE);
  g_assert_cmpint (waymark_key_result_cell_get_part_at (cell, 480, 27), ==,
                   WAYMARK_KEY_RESULT_PART_BAR);
  g_assert_cmpint (waymark_key_result_cell_get_part_at (cell, 710, 27), ==,
                   WAYMARK_KEY_RESULT_PART_AGE);
  g_assert_true (waymark_key_result_cell_is_title_cut (cell));
  g_assert_true (widget_drawing_draw (widget, 1600, 55));
  g_assert_false (waymark_key_result_cell_is_title_cut (cell));

  gtk_widget_set_direction (widget, GTK_TEXT_DIR_RTL);
  g_assert_true (widget_drawing_draw (widget, 730, 55));
  g_assert_cmpint (waymark_key_result_cell_get_part_at (cell, 700, 20), ==,
                   WAYMARK_KEY_RESULT_PART_TITLE);
  g_assert_cmpint (waymark_key_result_cell_get_part_at (cell, 20, 27), ==,
                   WAYMARK_KEY_RESULT_PART_AGE);
  widget_drawing_finish (widget);
}

/* The shape stands in one column behind the percent, whatever the status and the progress. */
static void
check_mark (OkrStatus status, int width)
{
  const GdkRGBA *color = &waymark_status_style_get (status)->text;
  const gboolean is_counted = status != OKR_STATUS_NOT_COUNTED;
  GtkWidget *cell = new_key_result_cell_of (0.2, status);
  GdkRectangle mark;
  GdkRectangle mirrored;

  g_assert_true (widget_drawing_find_color (cell, width, 55, color, &mark) == is_counted);
  gtk_widget_set_direction (cell, GTK_TEXT_DIR_RTL);
  g_assert_true (widget_drawing_find_color (cell, width, 55, color, &mirrored) == is_counted);
  widget_drawing_finish (cell);
  if (!is_counted)
    return;

  g_test_message ("%d: %d at %d px, %d × %d", status, width, mark.x, mark.width, mark.height);
  g_assert_cmpint (mark.width, >=, 5);
  g_assert_cmpint (mark.width, <=, 14);
  g_assert_cmpint (mark.height, <=, 14);
  g_assert_cmpint (mark.x, >, width / 2);
  g_assert_cmpint (mark.x + mark.width, <=, width - 14);
  g_assert_cmpint (ABS (width - mirrored.x - mirrored.width - mark.x), <=, 1);
}

static void
test_mark (void)
{
  static const int widths[] = { 300, 372, 500, 730, 1360 };

  for (int status = 0; status < N_STATUSES; status++)
    for (gsize i = 0; i < G_N_ELEMENTS (widths); i++)
      check_mark ((OkrStatus) status, widths[i]);
}

static void
test_cost (void)
{
  GtkWidget *cells[200];
  double first;
  double again;

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    cells[i] = new_key_result_cell (i / 200.0);
  /* Loading fonts is paid for once by whatever comes first. */
  g_assert_true (widget_drawing_draw (cells[0], 730, 55));

  g_test_timer_start ();
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    g_assert_true (widget_drawing_draw (cells[i], 730, 55));
  first = g_test_timer_elapsed ();
  g_test_timer_start ();
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    g_assert_true (widget_drawing_draw (cells[i], 730, 55));
  again = g_test_timer_elapsed ();

  g_test_minimized_result (first * 1e6 / 200, "first snapshot of a cell: %.1f µs",
                           first * 1e6 / 200);
  g_test_minimized_result (again * 1e6 / 200, "snapshot of a cell: %.1f µs", again * 1e6 / 200);
  /* Far above what is measured, far below what a person would notice. */
  g_assert_cmpfloat (again, <, 2);
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    widget_drawing_finish (cells[i]);
}

static void
on_edited_cb (WaymarkField *field, const GValue *value, OkrDay *day)
{
  *day = g_value_get_uint (value);
  waymark_field_show (field, value);
}

static GtkWidget *
find_kind (GtkWidget *widget, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_kind (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* A date is written in words, as everywhere, and can be edited as it is written. */
static void
test_date_row (void)
{
  GtkWidget *row = g_object_ref_sink (waymark_date_row_new ());
  GtkEditable *text = GTK_EDITABLE (find_kind (row, GTK_TYPE_TEXT));
  g_auto (GValue) value = G_VALUE_INIT;
  OkrDay day = OKR_DAY_NONE;
  int position;

  g_signal_connect (row, "edited", G_CALLBACK (on_edited_cb), &day);
  g_value_init (&value, G_TYPE_UINT);
  waymark_field_show (WAYMARK_FIELD (row), &value);
  g_assert_cmpstr (gtk_editable_get_text (text), ==, "");
  g_value_set_uint (&value, okr_day_from_ymd (2027, 4, 4));
  waymark_field_show (WAYMARK_FIELD (row), &value);
  g_assert_cmpstr (gtk_editable_get_text (text), ==, "4 April 2027");

  gtk_editable_set_text (text, "14 may 2027");
  g_assert_cmpuint (day, ==, okr_day_from_ymd (2027, 5, 14));
  gtk_editable_set_text (text, "2027-06-30");
  g_assert_cmpuint (day, ==, okr_day_from_ymd (2027, 6, 30));
  g_assert_cmpstr (gtk_editable_get_text (text), ==, "30 June 2027");
  position = (int) strlen ("30 June 2027");
  gtk_editable_insert_text (text, "x", 1, &position);
  g_assert_true (gtk_widget_has_css_class (row, "error"));
  g_assert_cmpuint (day, ==, okr_day_from_ymd (2027, 6, 30));
  g_assert_finalize_object (row);
}

/* A row's subtitle wraps before its text is cut, and the text is there for screen readers. */
static void
test_suffix (void)
{
  g_autoptr (GtkWidget) widget = g_object_ref_sink (waymark_field_text_new_suffix ());
  GtkEditable *text = GTK_EDITABLE (widget);
  const int least = gtk_editable_get_width_chars (text);

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_ROLE_TEXT_BOX);
  gtk_editable_set_text (text, "1\u202f234\u202f567.25");
  g_assert_cmpint (gtk_editable_get_width_chars (text), ==, 12);
  gtk_editable_set_text (text, "12");
  g_assert_cmpint (gtk_editable_get_width_chars (text), ==, least);
  gtk_editable_set_text (text, "more than there is room for in a row");
  g_assert_cmpint (gtk_editable_get_width_chars (text), ==,
                   gtk_editable_get_max_width_chars (text));
  gtk_text_set_placeholder_text (GTK_TEXT (widget), "4 April 2027");
  gtk_editable_set_text (text, "");
  g_assert_cmpint (gtk_editable_get_width_chars (text), ==, 12);
  gtk_text_set_placeholder_text (GTK_TEXT (widget), "—");
  g_assert_cmpint (gtk_editable_get_width_chars (text), ==, least);
}

/* A long list is narrowed by what is typed, wherever in a name that is. */
static void
test_long_choice (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *row = waymark_choice_row_new ();
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  WaymarkChoice choices[20];
  GtkWidget *search;
  GtkWidget *entry;

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      g_ptr_array_add (names, g_strdup_printf ("Name %02u", i));
      choices[i] = (WaymarkChoice){ names->pdata[i], names->pdata[i], 0 };
    }
  waymark_choice_row_set_choices (WAYMARK_CHOICE_ROW (row), choices, G_N_ELEMENTS (choices));
  waymark_choice_row_choose (WAYMARK_CHOICE_ROW (row), "Name 03");
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  gtk_window_set_child (GTK_WINDOW (window), list);
  gtk_window_present (GTK_WINDOW (window));
  adw_action_row_activate (ADW_ACTION_ROW (row));
  search = find_kind (row, WAYMARK_TYPE_CHOICE_SEARCH);
  g_assert_nonnull (search);
  g_assert_true (gtk_widget_get_visible (search));

  entry = find_kind (search, GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "e 17");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpstr (waymark_choice_row_get_chosen (WAYMARK_CHOICE_ROW (row)), ==, "Name 17");
  g_assert_false (gtk_widget_get_visible (search));

  adw_action_row_activate (ADW_ACTION_ROW (row));
  gtk_editable_set_text (GTK_EDITABLE (entry), "nobody");
  g_signal_emit_by_name (entry, "activate");
  g_assert_true (gtk_widget_get_visible (search));
  g_assert_cmpstr (waymark_choice_row_get_chosen (WAYMARK_CHOICE_ROW (row)), ==, "Name 17");
  g_object_add_weak_pointer (G_OBJECT (row), (gpointer *) &row);
  gtk_window_destroy (GTK_WINDOW (window));
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_null (row);
}

/* A row has one line, and no sign for where somebody broke a title. */
static void
test_broken_title (void)
{
  GtkWidget *label = g_object_ref_sink (gtk_label_new (NULL));

  g_assert_cmpint (waymark_text_measure (label, WAYMARK_TEXT_BODY, "Grow our\nrevenue\n"), ==,
                   waymark_text_measure (label, WAYMARK_TEXT_BODY, "Grow our revenue"));
  g_object_unref (label);
}

int
main (int argc, char **argv)
{
  /* Without this GTK keeps no accessible attributes that could be looked at. */
  g_setenv ("GTK_A11Y", "test", TRUE);
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/widgets/status/contrast", test_contrast);
  g_test_add_func ("/widgets/broken-title", test_broken_title);
  g_test_add_func ("/widgets/status/pill-state", test_pill_state);
  g_test_add_func ("/widgets/progress/accessible", test_accessible);
  g_test_add_func ("/widgets/progress/notify", test_notify);
  g_test_add_data_func ("/widgets/extremes/ltr", GINT_TO_POINTER (GTK_TEXT_DIR_LTR), test_extremes);
  g_test_add_data_func ("/widgets/extremes/rtl", GINT_TO_POINTER (GTK_TEXT_DIR_RTL), test_extremes);
  g_test_add_func ("/widgets/cells/one-height", test_one_height);
  g_test_add_func ("/widgets/cells/text-scale", test_text_scale);
  g_test_add_func ("/widgets/cells/parts", test_parts);
  g_test_add_func ("/widgets/cells/mark", test_mark);
  g_test_add_func ("/widgets/cells/cost", test_cost);
  g_test_add_func ("/widgets/date-row", test_date_row);
  g_test_add_func ("/widgets/suffix", test_suffix);
  g_test_add_func ("/widgets/long-choice", test_long_choice);

  return g_test_run ();
}
