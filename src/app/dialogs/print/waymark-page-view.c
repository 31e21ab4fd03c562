/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-page-view.h"

#include <glib/gi18n.h>
#include <math.h>

#define MARGIN 24.f
#define SHADOW_BLUR 8.f
/* Letters that are drawn small stand on whole pixels: half pixels look better. */
#define SAMPLES 2

struct _WaymarkPageView
{
  GtkWidget parent_instance;

  WaymarkPages *pages;
  guint page;

  GdkTexture *drawn; /* the page, */
  guint drawn_page;  /* which one it is, */
  float drawn_scale; /* and how large */
};

enum
{
  PROP_PAGE = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (WaymarkPageView, waymark_page_view, GTK_TYPE_WIDGET)

/* The page in the middle, whole and as large as there is room. */
static graphene_rect_t
place_page (WaymarkPageView *self, double width, double height, float *scale)
{
  const float room_x = MAX ((float) gtk_widget_get_width (GTK_WIDGET (self)) - 2 * MARGIN, 1.f);
  const float room_y = MAX ((float) gtk_widget_get_height (GTK_WIDGET (self)) - 2 * MARGIN, 1.f);
  graphene_rect_t rect;

  *scale = MIN (room_x / (float) width, room_y / (float) height);
  graphene_rect_init (&rect, MARGIN + floorf ((room_x - (float) width * *scale) / 2),
                      MARGIN + floorf ((room_y - (float) height * *scale) / 2),
                      (float) width * *scale, (float) height * *scale);

  return rect;
}

/* Paper is white whatever the colours around it. */
static void
snapshot_paper (GtkSnapshot *snapshot, const graphene_rect_t *rect)
{
  const GdkRGBA shade = { 0, 0, 0, 0.3f };
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, rect, 0);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &shade, 0, 2, 0, SHADOW_BLUR);
  gtk_snapshot_append_color (snapshot, &(GdkRGBA){ 1, 1, 1, 1 }, rect);
}

static GdkTexture *
draw_page (WaymarkPageView *self, const graphene_rect_t *rect, float scale)
{
  const int pixels = SAMPLES * gtk_widget_get_scale_factor (GTK_WIDGET (self));
  const int width = (int) ceilf (rect->size.width * (float) pixels);
  const int height = (int) ceilf (rect->size.height * (float) pixels);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GBytes) bytes = NULL;

  cairo_scale (cr, scale * (float) pixels, scale * (float) pixels);
  waymark_pages_draw (self->pages, self->page, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface),
                                      (gsize) (cairo_image_surface_get_stride (surface) * height),
                                      (GDestroyNotify) cairo_surface_destroy, surface);

  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes,
                                 (gsize) cairo_image_surface_get_stride (surface));
}

static void
update_drawn (WaymarkPageView *self, const graphene_rect_t *rect, float scale)
{
  const float real_scale = scale * (float) gtk_widget_get_scale_factor (GTK_WIDGET (self));

  if (self->drawn != NULL && self->drawn_page == self->page &&
      fabsf (self->drawn_scale - real_scale) < 1e-4f)
    return;

  g_clear_object (&self->drawn);
  self->drawn = draw_page (self, rect, scale);
  self->drawn_page = self->page;
  self->drawn_scale = real_scale;
}

static void
waymark_page_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  WaymarkPageView *self = WAYMARK_PAGE_VIEW (widget);
  graphene_rect_t rect;
  double width;
  double height;
  float scale;

  if (self->pages == NULL)
    return;

  waymark_pages_get_size (self->pages, &width, &height);
  rect = place_page (self, width, height, &scale);
  snapshot_paper (snapshot, &rect);
  update_drawn (self, &rect, scale);
  gtk_snapshot_append_texture (snapshot, self->drawn, &rect);
}

static void
waymark_page_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                           int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = 200;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 560 : 700;
}

static void
update_name (WaymarkPageView *self)
{
  const guint n_pages = self->pages != NULL ? waymark_pages_get_n_pages (self->pages) : 0;
  /* Translators: the number of a page, and how many there are */
  g_autofree char *name = g_strdup_printf (_ ("Page %1$u of %2$u"), self->page + 1, n_pages);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  n_pages > 0 ? name : _ ("No pages yet"), -1);
}

static gboolean
turn (GtkWidget *widget, GVariant *parameter, gpointer user_data)
{
  WaymarkPageView *self = WAYMARK_PAGE_VIEW (widget);
  const int step = g_variant_get_int32 (parameter);

  if (step == G_MININT)
    waymark_page_view_set_page (self, 0);
  else if (step > 0)
    waymark_page_view_set_page (self, step == G_MAXINT ? G_MAXUINT : self->page + (guint) step);
  else if (self->page > 0)
    waymark_page_view_set_page (self, self->page - 1);

  return GDK_EVENT_STOP;
}

static gboolean
on_scroll_cb (WaymarkPageView *self, double dx, double dy)
{
  if (dy > 0)
    waymark_page_view_set_page (self, self->page + 1);
  else if (dy < 0 && self->page > 0)
    waymark_page_view_set_page (self, self->page - 1);

  return GDK_EVENT_STOP;
}

static void
on_pressed_cb (WaymarkPageView *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
waymark_page_view_get_property (GObject *object, guint property_id, GValue *value,
                                GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_PAGE:
      g_value_set_uint (value, WAYMARK_PAGE_VIEW (object)->page);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
waymark_page_view_set_property (GObject *object, guint property_id, const GValue *value,
                                GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_PAGE:
      waymark_page_view_set_page (WAYMARK_PAGE_VIEW (object), g_value_get_uint (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
waymark_page_view_dispose (GObject *object)
{
  WaymarkPageView *self = WAYMARK_PAGE_VIEW (object);

  g_clear_object (&self->pages);
  g_clear_object (&self->drawn);

  G_OBJECT_CLASS (waymark_page_view_parent_class)->dispose (object);
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    int step;
  } keys[] = {
    { GDK_KEY_Page_Down, 1 },  { GDK_KEY_Page_Up, -1 },    { GDK_KEY_Down, 1 },
    { GDK_KEY_Up, -1 },        { GDK_KEY_space, 1 },       { GDK_KEY_BackSpace, -1 },
    { GDK_KEY_End, G_MAXINT }, { GDK_KEY_Home, G_MININT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding (widget_class, keys[i].key, 0, turn, "i", keys[i].step);
}

static void
waymark_page_view_class_init (WaymarkPageViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = waymark_page_view_get_property;
  object_class->set_property = waymark_page_view_set_property;
  object_class->dispose = waymark_page_view_dispose;
  widget_class->snapshot = waymark_page_view_snapshot;
  widget_class->measure = waymark_page_view_measure;

  properties[PROP_PAGE] =
      g_param_spec_uint ("page", NULL, NULL, 0, G_MAXUINT, 0,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  add_keys (widget_class);
  gtk_widget_class_set_css_name (widget_class, "waymark-page-view");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
waymark_page_view_init (WaymarkPageView *self)
{
  GtkEventController *scroll = gtk_event_controller_scroll_new (
      GTK_EVENT_CONTROLLER_SCROLL_VERTICAL | GTK_EVENT_CONTROLLER_SCROLL_DISCRETE);
  GtkGesture *press = gtk_gesture_click_new ();

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (on_scroll_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  g_signal_connect_swapped (press, "pressed", G_CALLBACK (on_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (press));
  update_name (self);
}

void
waymark_page_view_set_pages (WaymarkPageView *self, WaymarkPages *pages)
{
  g_return_if_fail (WAYMARK_IS_PAGE_VIEW (self));
  g_return_if_fail (pages == NULL || WAYMARK_IS_PAGES (pages));

  if (!g_set_object (&self->pages, pages))
    return;

  g_clear_object (&self->drawn);
  waymark_page_view_set_page (self, self->page);
  update_name (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

guint
waymark_page_view_get_page (WaymarkPageView *self)
{
  g_return_val_if_fail (WAYMARK_IS_PAGE_VIEW (self), 0);

  return self->page;
}

void
waymark_page_view_set_page (WaymarkPageView *self, guint page)
{
  guint n_pages;

  g_return_if_fail (WAYMARK_IS_PAGE_VIEW (self));

  n_pages = self->pages != NULL ? waymark_pages_get_n_pages (self->pages) : 0;
  page = n_pages == 0 ? 0 : MIN (page, n_pages - 1);
  if (self->page == page)
    return;

  self->page = page;
  update_name (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAGE]);
}
