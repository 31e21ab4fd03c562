/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "print-fixture.h"
#include "test-plans.h"
#include "waymark-page-view.h"

/* Does what a key does that a widget's class is bound to. */
static void
press (GtkWidget *widget, guint key, GdkModifierType modifiers)
{
  g_autoptr (GtkShortcutTrigger) wanted = gtk_keyval_trigger_new (key, modifiers);
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GListModel) shortcuts = g_list_model_get_item (controllers, i);

      for (guint k = 0;
           GTK_IS_SHORTCUT_CONTROLLER (shortcuts) && k < g_list_model_get_n_items (shortcuts); k++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (shortcuts, k);

          if (gtk_shortcut_trigger_equal (gtk_shortcut_get_trigger (shortcut), wanted))
            {
              gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget,
                                            gtk_shortcut_get_arguments (shortcut));
              return;
            }
        }
    }
  g_assert_not_reached ();
}

static GtkAdjustment *
get_down (WaymarkPageView *view)
{
  return gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));
}

static GtkAdjustment *
get_across (WaymarkPageView *view)
{
  return gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (view));
}

static double
find_end (GtkAdjustment *adjustment)
{
  return gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);
}

static void
assert_near (double a, double b)
{
  g_assert_cmpfloat_with_epsilon (a, b, 0.01);
}

/* Two pages or more, laid out in a window that is drawn. */
static GtkWidget *
open_pages (DialogFixture *fixture, WaymarkPageView **out_view)
{
  GtkWidget *dialog = open_dialog (fixture);

  choose (dialog, "report", "details");
  *out_view = part_of (dialog, "view");
  while (gtk_widget_get_width (GTK_WIDGET (*out_view)) == 0)
    g_main_context_iteration (NULL, TRUE);
  spin ();

  return dialog;
}

static void
close_pages (GtkWidget *dialog)
{
  choose (dialog, "report", "summary");
  finish_dialog (dialog);
}

static void
set_size (GtkWidget *dialog, const char *size)
{
  gtk_widget_activate_action (child_of (dialog, "preview"), "pages.size", "s", size);
}

/* At first a page is seen whole; buttons, keys and the menu change that, and all of them tell. */
static void
test_zoom (DialogFixture *fixture, gconstpointer data)
{
  WaymarkPageView *view;
  GtkWidget *dialog = open_pages (fixture, &view);
  const double whole = waymark_page_view_get_zoom (view);
  g_autofree char *percent = g_strdup (gtk_label_get_label (part_of (dialog, "zoom")));
  g_autofree char *digits = g_strdup_printf ("%.0f", whole * 100);

  g_assert_cmpint (waymark_page_view_get_fit (view), ==, WAYMARK_PAGE_FIT_PAGE);
  g_assert_true (g_str_has_prefix (percent, digits));
  assert_near (find_end (get_down (view)), 0);
  assert_near (find_end (get_across (view)), 0);

  g_signal_emit_by_name (part_of (dialog, "zoom_in"), "clicked");
  g_assert_cmpfloat (waymark_page_view_get_zoom (view), >, whole);
  g_assert_cmpstr (gtk_label_get_label (part_of (dialog, "zoom")), !=, percent);
  g_assert_cmpfloat (find_end (get_down (view)), >, 0);
  g_signal_emit_by_name (part_of (dialog, "zoom_out"), "clicked");
  g_assert_cmpfloat (waymark_page_view_get_zoom (view), <=, whole);

  press (dialog, GDK_KEY_plus, GDK_CONTROL_MASK);
  press (dialog, GDK_KEY_equal, GDK_CONTROL_MASK);
  press (dialog, GDK_KEY_minus, GDK_CONTROL_MASK);
  g_assert_cmpfloat (waymark_page_view_get_zoom (view), >, whole);
  press (dialog, GDK_KEY_0, GDK_CONTROL_MASK);
  assert_near (waymark_page_view_get_zoom (view), whole);
  g_assert_cmpint (waymark_page_view_get_fit (view), ==, WAYMARK_PAGE_FIT_PAGE);

  set_size (dialog, "width");
  g_assert_cmpfloat (waymark_page_view_get_zoom (view), >, whole);
  assert_near (find_end (get_across (view)), 0);
  g_assert_cmpint (waymark_page_view_get_fit (view), ==, WAYMARK_PAGE_FIT_WIDTH);
  set_size (dialog, "200");
  assert_near (waymark_page_view_get_zoom (view), 2);
  g_assert_cmpint (waymark_page_view_get_fit (view), ==, WAYMARK_PAGE_FIT_NONE);

  waymark_page_view_zoom (view, 1000);
  assert_near (waymark_page_view_get_zoom (view), WAYMARK_PAGE_MAX_ZOOM);
  g_assert_false (gtk_widget_get_sensitive (part_of (dialog, "zoom_in")));
  waymark_page_view_zoom (view, 0);
  assert_near (waymark_page_view_get_zoom (view), WAYMARK_PAGE_MIN_ZOOM);
  g_assert_false (gtk_widget_get_sensitive (part_of (dialog, "zoom_out")));
  close_pages (dialog);
}

/* How far down its page, from 0 to 1, something is that is seen at @y; the margin is 24 pixels. */
static double
find_point (WaymarkPageView *view, GtkAdjustment *adjustment, double place)
{
  return (gtk_adjustment_get_value (adjustment) + place - 24) /
         (gtk_adjustment_get_upper (adjustment) - 48);
}

/* What is under the pointer stays there, as far as the edges of the page let it. */
static void
test_place (DialogFixture *fixture, gconstpointer data)
{
  WaymarkPageView *view;
  GtkWidget *dialog = open_pages (fixture, &view);
  const double x = gtk_widget_get_width (GTK_WIDGET (view)) * 0.4;
  const double y = gtk_widget_get_height (GTK_WIDGET (view)) * 0.6;
  double across;
  double down;

  waymark_page_view_zoom_at (view, 2, x, y);
  across = find_point (view, get_across (view), x);
  down = find_point (view, get_down (view), y);
  for (double zoom = 2; zoom < 4; zoom += 0.25)
    {
      waymark_page_view_zoom_at (view, zoom, x, y);
      g_assert_cmpfloat_with_epsilon (find_point (view, get_across (view), x), across, 0.005);
      g_assert_cmpfloat_with_epsilon (find_point (view, get_down (view), y), down, 0.005);
    }
  close_pages (dialog);
}

/* The picture of the page among what a widget draws; NULL as long as there is none. */
static GskRenderNode *
find_picture (GskRenderNode *node)
{
  if (gsk_render_node_get_node_type (node) == GSK_TEXTURE_NODE)
    return node;
  if (gsk_render_node_get_node_type (node) == GSK_CLIP_NODE)
    return find_picture (gsk_clip_node_get_child (node));
  for (guint i = 0; gsk_render_node_get_node_type (node) == GSK_CONTAINER_NODE &&
                    i < gsk_container_node_get_n_children (node);
       i++)
    {
      GskRenderNode *found = find_picture (gsk_container_node_get_child (node, i));

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* Draws, and says how many pixels there are for one of the screen, and which part that is. */
static double
draw (WaymarkPageView *view, graphene_rect_t *part)
{
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  GskRenderNode *node;
  GskRenderNode *picture;
  double density = 0;

  GTK_WIDGET_GET_CLASS (view)->snapshot (GTK_WIDGET (view), snapshot);
  node = gtk_snapshot_to_node (snapshot);
  g_assert_nonnull (node);
  picture = find_picture (node);
  if (picture != NULL)
    {
      gsk_render_node_get_bounds (picture, part);
      density = gdk_texture_get_width (gsk_texture_node_get_texture (picture)) /
                (double) part->size.width / gtk_widget_get_scale_factor (GTK_WIDGET (view));
    }
  gsk_render_node_unref (node);

  return density;
}

/* Pages are drawn by somebody else, and a blurred picture does until the sharp one is there: of
 * what is in sight, and not of the whole page. */
static void
test_sharp (DialogFixture *fixture, gconstpointer data)
{
  WaymarkPageView *view;
  GtkWidget *dialog = open_pages (fixture, &view);
  const float width = (float) gtk_widget_get_width (GTK_WIDGET (view));
  const float height = (float) gtk_widget_get_height (GTK_WIDGET (view));
  graphene_rect_t part;

  while (draw (view, &part) < 0.99)
    g_main_context_iteration (NULL, TRUE);

  waymark_page_view_zoom (view, WAYMARK_PAGE_MAX_ZOOM);
  g_assert_cmpfloat (draw (view, &part), <, 0.9);
  while (draw (view, &part) < 0.99)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpfloat_with_epsilon (draw (view, &part), 1, 0.01);
  g_assert_cmpfloat (part.origin.x, <=, 0);
  g_assert_cmpfloat (part.origin.y, <=, 0);
  g_assert_cmpfloat (part.origin.x + part.size.width, >=, width);
  g_assert_cmpfloat (part.origin.y + part.size.height, >=, height);
  g_assert_cmpfloat (part.size.width * part.size.height, <, width * height * 2.5f);
  g_assert_cmpfloat (part.size.height, <, gtk_adjustment_get_upper (get_down (view)) / 2);

  gtk_adjustment_set_value (get_down (view), find_end (get_down (view)));
  while (draw (view, &part) > 0 && part.origin.y + part.size.height < height - 25)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpfloat_with_epsilon (draw (view, &part), 1, 0.01);
  close_pages (dialog);
}

/* Reading on comes to the end of a page before it turns; who goes back comes from below. */
static void
test_reading (DialogFixture *fixture, gconstpointer data)
{
  WaymarkPageView *view;
  GtkWidget *dialog = open_pages (fixture, &view);
  GtkWidget *widget = GTK_WIDGET (view);
  guint n_steps = 0;

  /* Where a page is seen whole, each key turns. */
  press (widget, GDK_KEY_space, 0);
  g_assert_cmpuint (waymark_page_view_get_page (view), ==, 1);
  press (widget, GDK_KEY_Up, 0);
  g_assert_cmpuint (waymark_page_view_get_page (view), ==, 0);

  set_size (dialog, "200");
  gtk_adjustment_set_value (get_down (view), 0);
  for (; waymark_page_view_get_page (view) == 0; n_steps++)
    press (widget, GDK_KEY_space, 0);
  g_assert_cmpuint (n_steps, >, 2);
  assert_near (gtk_adjustment_get_value (get_down (view)), 0);
  assert_near (waymark_page_view_get_zoom (view), 2);
  press (widget, GDK_KEY_Up, 0);
  g_assert_cmpuint (waymark_page_view_get_page (view), ==, 0);
  assert_near (gtk_adjustment_get_value (get_down (view)), find_end (get_down (view)));

  gtk_adjustment_set_value (get_across (view), 0);
  press (widget, GDK_KEY_Right, 0);
  g_assert_cmpfloat (gtk_adjustment_get_value (get_across (view)), >, 0);

  press (dialog, GDK_KEY_Page_Down, 0);
  g_assert_cmpuint (waymark_page_view_get_page (view), ==, 1);
  press (widget, GDK_KEY_Page_Up, 0);
  g_assert_cmpuint (waymark_page_view_get_page (view), ==, 0);
  assert_near (gtk_adjustment_get_value (get_down (view)), 0);
  close_pages (dialog);
}

/* By notches; says whether somebody has handled it. */
static gboolean
turn_wheel (WaymarkPageView *view, double notches)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (view));
  gboolean is_handled = FALSE;

  for (guint i = 0; !is_handled && i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller))
        g_signal_emit_by_name (controller, "scroll", 0.0, notches, &is_handled);
    }

  return is_handled;
}

/* The wheel is left to the scrolled window where there is more of the page, and turns at its end.
 */
static void
test_wheel (DialogFixture *fixture, gconstpointer data)
{
  WaymarkPageView *view;
  GtkWidget *dialog = open_pages (fixture, &view);

  g_assert_true (turn_wheel (view, 1));
  g_assert_cmpuint (waymark_page_view_get_page (view), ==, 1);
  g_assert_true (turn_wheel (view, -1));
  g_assert_cmpuint (waymark_page_view_get_page (view), ==, 0);

  set_size (dialog, "200");
  gtk_adjustment_set_value (get_down (view), 0);
  g_assert_false (turn_wheel (view, 1));
  g_assert_cmpuint (waymark_page_view_get_page (view), ==, 0);
  gtk_adjustment_set_value (get_down (view), find_end (get_down (view)));
  g_assert_true (turn_wheel (view, 1));
  g_assert_cmpuint (waymark_page_view_get_page (view), ==, 1);
  assert_near (gtk_adjustment_get_value (get_down (view)), 0);
  g_assert_true (turn_wheel (view, -1));
  g_assert_cmpuint (waymark_page_view_get_page (view), ==, 0);
  assert_near (gtk_adjustment_get_value (get_down (view)), find_end (get_down (view)));
  close_pages (dialog);
}

/* Many pages, with text twice as large and in a font that is wider than most, still fit into a
 * window that is 400 pixels wide inside of its frame of five. */
static void
test_narrow (DialogFixture *fixture, gconstpointer data)
{
  WaymarkPageView *view;
  GtkWidget *dialog;
  int width;

  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 2 * 96 * 1024, "gtk-font-name",
                "DejaVu Sans 10", NULL);
  dialog = open_pages (fixture, &view);
  gtk_label_set_label (part_of (dialog, "number"), "199 of 199");
  gtk_widget_measure (dialog, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  gtk_settings_reset_property (gtk_settings_get_default (), "gtk-xft-dpi");
  gtk_settings_reset_property (gtk_settings_get_default (), "gtk-font-name");
  g_assert_cmpint (width, <=, 410);
  close_pages (dialog);
}

/* What a screen reader says. */
static void
test_names (DialogFixture *fixture, gconstpointer data)
{
  WaymarkPageView *view;
  GtkWidget *dialog = open_pages (fixture, &view);
  const char *number = gtk_label_get_label (part_of (dialog, "number"));
  g_autofree char *name = g_strdup_printf ("Page %s", number);
  g_autofree char *zoom = NULL;

  set_size (dialog, "150");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, name);
  zoom = g_strdup_printf ("Zoom: %s", gtk_label_get_label (part_of (dialog, "zoom")));
  g_assert_true (g_str_has_prefix (zoom, "Zoom: 150"));
  gtk_test_accessible_assert_property (part_of (dialog, "zoom_menu"), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       zoom);
  close_pages (dialog);
}

int
main (int argc, char **argv)
{
  /* Without this GTK keeps no accessible attributes that could be looked at. */
  g_setenv ("GTK_A11Y", "test", TRUE);
  test_init (&argc, &argv);
  adw_init ();

#define add(name, function)                                                             \
  g_test_add ("/page-view/" name, DialogFixture, NULL, dialog_fixture_set_up, function, \
              dialog_fixture_tear_down)

  add ("zoom", test_zoom);
  add ("place", test_place);
  add ("sharp", test_sharp);
  add ("reading", test_reading);
  add ("wheel", test_wheel);
  add ("narrow", test_narrow);
  add ("names", test_names);

#undef add

  return g_test_run ();
}
