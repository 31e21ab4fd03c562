/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shows every drawn widget in every state, for looking at them; not installed and not run by the
 * tests. Usage: gallery [--dark] [--rtl] [--charts] [--scale=PERCENT]
 * [--width=N] [--height=N] */
#include "config.h"

#include <adwaita.h>
#include <math.h>

#include "waymark-history-chart.h"
#include "waymark-key-result-cell.h"
#include "waymark-objective-cell.h"
#include "waymark-progress-bar.h"
#include "waymark-status-pill.h"

static gboolean dark;
static gboolean rtl;
static gboolean charts;
static int scale = 100;
static int width = 760;
static int height = 840;

static GOptionEntry entries[] = {
  { "dark", 0, 0, G_OPTION_ARG_NONE, &dark, "Dark style", NULL },
  { "rtl", 0, 0, G_OPTION_ARG_NONE, &rtl, "Right to left", NULL },
  { "charts", 0, 0, G_OPTION_ARG_NONE, &charts, "History charts", NULL },
  { "scale", 0, 0, G_OPTION_ARG_INT, &scale, "Size of text", "PERCENT" },
  { "width", 0, 0, G_OPTION_ARG_INT, &width, "Width of the window", "PIXELS" },
  { "height", 0, 0, G_OPTION_ARG_INT, &height, "Height of the window", "PIXELS" },
  { NULL }
};

static const WaymarkKeyResultFigures key_results[] = {
  { "Cut mobile checkout time", "90 → 55 s", "78 s", "34 %", "6/10", "3 d", FALSE, 0.34, 0.58,
    OKR_STATUS_BEHIND },
  { "Raise mobile conversion rate", "1.8 → 2.3 %", "1.90 %", "20 %", "3/10", "3 d", FALSE, 0.2,
    0.58, OKR_STATUS_AT_RISK },
  { "Product pages usable within 1.5 s on 4G, in every one of the shops that we run",
    "at most 1.5 s", "1.9 s", "56 %", "5/10", "10 d", TRUE, 0.56, 0.58, OKR_STATUS_BEHIND },
  { "Activation rate of new accounts", "60 → 80 %", "74.5 %", "73 %", "8/10", "1 d", FALSE, 0.73,
    0.58, OKR_STATUS_ON_TRACK },
  { "Refunds settled within a day", "80 → 95 %", "98.8 %", "125 %", "10/10", "today", FALSE, 1.25,
    0.58, OKR_STATUS_ACHIEVED },
  { "Complaints per 1,000 orders", "12 → 8", "13", "−25 %", "2/10", "4 d", FALSE, -0.25, 0.58,
    OKR_STATUS_AT_RISK },
  { "Customers who would tell a friend", "0 → 40 points", "—", "0 %", NULL, "—", FALSE, 0, 0.58,
    OKR_STATUS_NO_DATA },
  { "Find out how long a return takes", "baseline", "—", "—", NULL, "—", FALSE, NAN, 0.58,
    OKR_STATUS_NOT_COUNTED },
  { "Barely begun", "0 → 1,000,000.00 €", "21,500.00 €", "2 %", "7/10", "2 d", FALSE, 0.02, NAN,
    OKR_STATUS_ON_TRACK },
};

static const WaymarkObjectiveFigures objectives[] = {
  { "Make mobile the channel customers prefer to buy in", "Digital · Ana Reyes",
    "↑ Grow into the region’s favourite shop", 0.37, 0.58, OKR_STATUS_BEHIND },
  { "New customers get value in their first week, whatever it is that they came for",
    "Product · Mei Lin", NULL, 1.25, NAN, OKR_STATUS_ACHIEVED },
};

static GtkWidget *
new_box (GtkOrientation orientation,
         int            spacing)
{
  GtkWidget *box = gtk_box_new (orientation, spacing);

  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 8);
  gtk_widget_set_margin_bottom (box, 8);

  return box;
}

static GtkWidget *
new_states (void)
{
  static const double progress[] = { NAN, -0.4, 0, 0.02, 0.2, 0.5, 0.999, 1, 1.3 };
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 4);
  for (guint i = 0; i < G_N_ELEMENTS (progress); i++)
    {
      const OkrStatus status = (OkrStatus) (i % 6);
      GtkWidget *bar = waymark_progress_bar_new ();

      waymark_progress_bar_set (WAYMARK_PROGRESS_BAR (bar), progress[i], 0.5, status);
      gtk_grid_attach (GTK_GRID (grid), waymark_status_pill_new (status), (int) (i / 5) * 2,
                       (int) (i % 5), 1, 1);
      gtk_grid_attach (GTK_GRID (grid), bar, (int) (i / 5) * 2 + 1, (int) (i % 5), 1, 1);
    }

  return grid;
}

static GtkWidget *
new_card (void)
{
  GtkWidget *card = gtk_list_box_new ();

  gtk_widget_add_css_class (card, "boxed-list");
  for (guint i = 0; i < G_N_ELEMENTS (objectives); i++)
    {
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
      GtkWidget *cell = waymark_objective_cell_new ();
      GtkWidget *button = gtk_menu_button_new ();

      waymark_objective_cell_set (WAYMARK_OBJECTIVE_CELL (cell), &objectives[i]);
      gtk_widget_set_hexpand (cell, TRUE);
      gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
      gtk_widget_add_css_class (button, "flat");
      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_widget_set_margin_end (button, 14);
      gtk_box_append (GTK_BOX (box), cell);
      gtk_box_append (GTK_BOX (box), button);
      gtk_list_box_append (GTK_LIST_BOX (card), box);
    }
  for (guint i = 0; i < G_N_ELEMENTS (key_results); i++)
    {
      GtkWidget *cell = waymark_key_result_cell_new ();

      waymark_key_result_cell_set (WAYMARK_KEY_RESULT_CELL (cell), &key_results[i]);
      gtk_list_box_append (GTK_LIST_BOX (card), cell);
    }

  return card;
}

static GtkWidget *
new_chart (guint      n_points,
           double     start,
           double     target,
           double     step,
           gboolean   has_band)
{
  const OkrDay first = okr_day_from_ymd (2027, 1, 4);
  const OkrChartMark marks[] = { { first + 40, "One-page checkout test" } };
  OkrChartPoint points[200];
  OkrChartSeries series = OKR_CHART_SERIES_INIT;
  GtkWidget *chart = waymark_history_chart_new ();

  for (guint i = 0; i < n_points; i++)
    points[i] = (OkrChartPoint) { first + i * 50 / MAX (n_points, 5),
                                      start + step * i + sin (i) * step };
  series.points = points;
  series.n_points = n_points;
  series.marks = marks;
  series.n_marks = n_points > 4 ? 1 : 0;
  series.start = first;
  series.end = first + 87;
  series.today = first + 51;
  series.start_value = start;
  series.target = target;
  series.agreed_target = n_points == 5 ? target * 1.1 : NAN;
  series.low = has_band ? target * 0.9 : NAN;
  series.high = has_band ? target * 1.1 : NAN;
  series.decimals = 2;
  series.unit = n_points == 8 ? "leads" : "%";
  waymark_history_chart_set_series (WAYMARK_HISTORY_CHART (chart), &series);
  gtk_widget_set_hexpand (chart, TRUE);

  return chart;
}

static GtkWidget *
new_charts (void)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_spacing (GTK_GRID (grid), 24);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 24);
  gtk_grid_attach (GTK_GRID (grid), new_chart (5, 1.8, 2.3, 0.02, FALSE), 0, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), new_chart (0, 90, 55, 1, FALSE), 1, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), new_chart (1, 90, 55, 1, FALSE), 0, 1, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), new_chart (8, 400000, 520000, 9000, FALSE), 1, 1, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), new_chart (100, 0, 3, 0.02, TRUE), 0, 2, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), new_chart (6, 5, 5, 0, FALSE), 1, 2, 1, 1);

  return grid;
}

static void
on_activate_cb (GtkApplication *app)
{
  GtkWidget *window = adw_application_window_new (app);
  GtkWidget *box = new_box (GTK_ORIENTATION_VERTICAL, 8);

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      dark ? ADW_COLOR_SCHEME_FORCE_DARK
                                           : ADW_COLOR_SCHEME_FORCE_LIGHT);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 96 * 1024 * scale / 100, NULL);
  gtk_widget_set_default_direction (rtl ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  if (charts)
    gtk_box_append (GTK_BOX (box), new_charts ());
  else
    {
      if (width > 600)
        gtk_box_append (GTK_BOX (box), new_states ());
      gtk_box_append (GTK_BOX (box), new_card ());
    }
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), box);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (AdwApplication) app = adw_application_new ("io.github.waymark.Gallery",
                                                        G_APPLICATION_NON_UNIQUE);

  g_application_add_main_option_entries (G_APPLICATION (app), entries);
  g_application_set_resource_base_path (G_APPLICATION (app), "/io/github/waymark/Waymark");
  g_signal_connect (app, "activate", G_CALLBACK (on_activate_cb), NULL);

  return g_application_run (G_APPLICATION (app), argc, argv);
}
