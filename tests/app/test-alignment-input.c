/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <glib/gstdio.h>

#include "alignment-fixture.h"
#include "test-plans.h"

static gboolean
shows_card (AlignmentFixture *self)
{
  g_autoptr (GtkTooltip) tooltip = g_object_new (GTK_TYPE_TOOLTIP, NULL);
  gboolean result = FALSE;

  g_signal_emit_by_name (self->view->canvas, "query-tooltip", 0, 0, TRUE, tooltip, &result);

  return result;
}

/* The card does not cover a menu. */
static void
test_card (AlignmentFixture *self, gconstpointer data)
{
  waymark_session_set_selected (self->session, alignment_find (self, "Grow into"));
  alignment_settle (self);
  g_assert_true (shows_card (self));
  waymark_alignment_view_popup_graph_menu (self->view, &(GdkRectangle){ 9, 9, 1, 1 }, TRUE);
  g_assert_false (shows_card (self));
}

static void
on_message_cb (WaymarkSession *session, const char *message, gboolean can_undo, guint *n)
{
  *n += 1;
}

/* As Poppler counts them: newer versions of cairo pack what a PDF is made of. */
static guint
count_pages (const char *path)
{
  const char *argv[] = { "pdfinfo", path, NULL };
  g_autofree char *info = NULL;
  const char *pages;

  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &info,
                               NULL, NULL, NULL));
  pages = strstr (info, "Pages:");
  g_assert_nonnull (pages);

  return (guint) g_ascii_strtoull (pages + strlen ("Pages:"), NULL, 10);
}

static void
test_export (AlignmentFixture *self, gconstpointer data)
{
  static const struct
  {
    const char *name;
    OkrPaper paper;
    guint least_pages;
    guint most_pages;
  } cases[] = {
    { "graph.svg", OKR_PAPER_POSTER, 0, 0 },
    { "graph.png", OKR_PAPER_A4, 0, 0 },
    { "graph.pdf", OKR_PAPER_POSTER, 1, 1 },
    { "sheets.pdf", OKR_PAPER_A4, 2, 100 },
  };
  g_autofree char *folder = g_dir_make_tmp ("waymark-export-XXXXXX", NULL);
  guint n_messages = 0;

  g_signal_connect (self->session, "message", G_CALLBACK (on_message_cb), &n_messages);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_build_filename (folder, cases[i].name, NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_autofree char *contents = NULL;
      gsize length = 0;
      guint n_pages;

      waymark_alignment_view_export_to (self->view, file, cases[i].paper);
      while (n_messages == i && self->problem == NULL)
        g_main_context_iteration (NULL, TRUE);
      g_assert_cmpstr (self->problem, ==, NULL);
      g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
      g_assert_cmpuint (length, >, 1000);
      n_pages = cases[i].most_pages > 0 ? count_pages (path) : 0;
      g_assert_cmpuint (n_pages, >=, cases[i].least_pages);
      g_assert_cmpuint (n_pages, <=, cases[i].most_pages);
      g_remove (path);
    }
  g_rmdir (folder);
}

/* Everything in sight, and a box below it: the map gives way. Nearer, it is there again. */
static void
test_map_gives_way (AlignmentFixture *self, gconstpointer data)
{
  WaymarkGraphViewport viewport = *waymark_graph_canvas_get_viewport (self->view->canvas);

  waymark_graph_viewport_fit (
      &viewport, &(WaymarkGraphRect){ 0, 0, viewport.scene_width, viewport.scene_height }, 1);
  waymark_graph_canvas_go_to (self->view->canvas, &viewport, FALSE);
  alignment_settle (self);
  g_assert_cmpfloat (gtk_widget_get_opacity (self->view->minimap_frame), <, 0.5);
  g_assert_false (gtk_widget_get_can_target (self->view->minimap_frame));

  waymark_graph_viewport_zoom (&viewport, 2, 500, 350);
  waymark_graph_canvas_go_to (self->view->canvas, &viewport, FALSE);
  alignment_settle (self);
  g_assert_cmpfloat (gtk_widget_get_opacity (self->view->minimap_frame), >, 0.5);
  g_assert_true (gtk_widget_get_can_target (self->view->minimap_frame));
}

/* Who asks for less motion sees the new place at once. */
static void
test_less_motion (AlignmentFixture *self, gconstpointer data)
{
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (self->view));
  const WaymarkGraphViewport *viewport = waymark_graph_canvas_get_viewport (self->view->canvas);
  WaymarkGraphViewport next = *viewport;
  gboolean animates;

  g_object_get (settings, "gtk-enable-animations", &animates, NULL);
  g_object_set (settings, "gtk-enable-animations", FALSE, NULL);
  waymark_graph_viewport_zoom (&next, viewport->scale * 2, 0, 0);
  waymark_graph_canvas_go_to (self->view->canvas, &next, TRUE);
  g_assert_false (waymark_graph_canvas_is_moving (self->view->canvas));
  g_assert_cmpfloat_with_epsilon (viewport->scale, next.scale, 1e-6);
  g_assert_true (waymark_graph_drag_drop (self->view->drag, alignment_find (self, "Make mobile"),
                                          alignment_spot_of (self, "Orders without")));
  g_assert_false (waymark_graph_canvas_is_moving (self->view->canvas));
  g_object_set (settings, "gtk-enable-animations", animates, NULL);
}

#define ADD(path, function) \
  g_test_add (path, AlignmentFixture, NULL, alignment_set_up, function, alignment_tear_down)

int
main (int argc, char **argv)
{
  test_init (&argc, &argv);
  adw_init ();

  ADD ("/alignment-input/card", test_card);
  ADD ("/alignment-input/map-gives-way", test_map_gives_way);
  ADD ("/alignment-input/less-motion", test_less_motion);
  g_test_add ("/alignment-input/export", AlignmentFixture, GUINT_TO_POINTER (60),
              alignment_set_up_large, test_export, alignment_tear_down);

  return g_test_run ();
}
