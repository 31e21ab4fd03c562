/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-page-view.h"

#include <glib/gi18n.h>
#include <math.h>

#include "waymark-page-input.h"
#include "waymark-page-painter.h"

#define MARGIN 24.0
#define SHADOW_BLUR 8.f
/* Pixels a point, where a page is as large as on paper. */
#define NORMAL (96.0 / 72.0)
/* How much of what is seen an arrow key moves, and a screenful. */
#define STEP 0.1
#define SCREENFUL 0.9

typedef struct
{
  GtkAdjustment *adjustment;
  GtkScrollablePolicy policy;
} Axis;

struct _WaymarkPageView
{
  GtkWidget parent_instance;

  WaymarkPages *pages;
  guint page;
  WaymarkPagePainter *painter;

  WaymarkPageFit fit;
  double zoom;  /* where nothing else is to fit */
  double scale; /* pixels a point, as last laid out; 0 before */
  Axis axes[2]; /* by GtkOrientation */
  guint zoom_idle;
};

enum
{
  PROP_PAGE = 1,
  PROP_ZOOM,
  N_PROPS,
  PROP_HADJUSTMENT = N_PROPS,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE_WITH_CODE (WaymarkPageView, waymark_page_view, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

static double
get_room (WaymarkPageView *self, GtkOrientation orientation)
{
  return MAX (gtk_widget_get_size (GTK_WIDGET (self), orientation), 1);
}

/* In points; 0 without pages. */
static double
get_length (WaymarkPageView *self, GtkOrientation orientation)
{
  double width = 0;
  double height = 0;

  if (self->pages != NULL)
    waymark_pages_get_size (self->pages, &width, &height);

  return orientation == GTK_ORIENTATION_HORIZONTAL ? width : height;
}

static double
find_fitting_scale (WaymarkPageView *self, GtkOrientation orientation)
{
  return MAX (get_room (self, orientation) - 2 * MARGIN, 1) / get_length (self, orientation);
}

static double
find_scale (WaymarkPageView *self)
{
  const double wide = find_fitting_scale (self, GTK_ORIENTATION_HORIZONTAL);

  switch (self->fit)
    {
    case WAYMARK_PAGE_FIT_PAGE:
      return MIN (wide, find_fitting_scale (self, GTK_ORIENTATION_VERTICAL));
    case WAYMARK_PAGE_FIT_WIDTH:
      return wide;
    case WAYMARK_PAGE_FIT_NONE:
    default:
      return self->zoom * NORMAL;
    }
}

/* Where the paper begins in all that can be scrolled to: in the middle where there is room. */
static double
find_start (WaymarkPageView *self, GtkOrientation orientation, double scale)
{
  const double size = get_length (self, orientation) * scale;

  return MAX (MARGIN, floor ((get_room (self, orientation) - size) / 2));
}

static void
configure_axis (WaymarkPageView *self, GtkOrientation orientation, double value)
{
  const double room = get_room (self, orientation);
  const double size = floor (get_length (self, orientation) * self->scale);
  const double all = MAX (room, size + 2 * MARGIN);

  gtk_adjustment_configure (self->axes[orientation].adjustment, CLAMP (value, 0, all - room), 0,
                            all, room * STEP, room * SCREENFUL, room);
}

/* What is at @place of the view stays there at another scale. */
static double
find_value (WaymarkPageView *self, GtkOrientation orientation, double scale, double place)
{
  const double value = gtk_adjustment_get_value (self->axes[orientation].adjustment);
  double point;

  if (self->scale <= 0)
    return 0;

  point = (value + place - find_start (self, orientation, self->scale)) / self->scale;

  return find_start (self, orientation, scale) + point * scale - place;
}

/* Returns whether the scale is another one. */
static gboolean
update_scale (WaymarkPageView *self, double x, double y)
{
  const double before = self->scale;
  double value_x;
  double value_y;
  double scale;

  if (self->pages == NULL)
    return FALSE;

  scale = find_scale (self);
  value_x = find_value (self, GTK_ORIENTATION_HORIZONTAL, scale, x);
  value_y = find_value (self, GTK_ORIENTATION_VERTICAL, scale, y);
  self->scale = scale;
  configure_axis (self, GTK_ORIENTATION_HORIZONTAL, value_x);
  configure_axis (self, GTK_ORIENTATION_VERTICAL, value_y);
  gtk_widget_queue_draw (GTK_WIDGET (self));

  return fabs (before - scale) > 1e-6;
}

static gboolean
on_zoom_idle_cb (gpointer user_data)
{
  WaymarkPageView *self = user_data;

  self->zoom_idle = 0;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ZOOM]);

  return G_SOURCE_REMOVE;
}

/* Whoever tells of it cannot while all is laid out. */
static void
waymark_page_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  WaymarkPageView *self = WAYMARK_PAGE_VIEW (widget);

  if (update_scale (self, 0, 0) && self->zoom_idle == 0)
    self->zoom_idle = g_idle_add (on_zoom_idle_cb, self);
}

/* In whole pixels, or all that is drawn would be blurred. */
static graphene_rect_t
place_paper (WaymarkPageView *self)
{
  const GtkOrientation x = GTK_ORIENTATION_HORIZONTAL;
  const GtkOrientation y = GTK_ORIENTATION_VERTICAL;
  graphene_rect_t rect;

  graphene_rect_init (&rect,
                      (float) floor (find_start (self, x, self->scale) -
                                     gtk_adjustment_get_value (self->axes[x].adjustment)),
                      (float) floor (find_start (self, y, self->scale) -
                                     gtk_adjustment_get_value (self->axes[y].adjustment)),
                      (float) (get_length (self, x) * self->scale),
                      (float) (get_length (self, y) * self->scale));

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

static void
waymark_page_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  WaymarkPageView *self = WAYMARK_PAGE_VIEW (widget);
  graphene_rect_t paper;
  graphene_rect_t sight;

  if (self->pages == NULL || self->scale <= 0)
    return;

  paper = place_paper (self);
  graphene_rect_init (&sight, 0, 0, (float) gtk_widget_get_width (widget),
                      (float) gtk_widget_get_height (widget));
  snapshot_paper (snapshot, &paper);
  waymark_page_painter_snapshot (self->painter, snapshot, self->page, &paper, &sight,
                                 gtk_widget_get_scale_factor (widget));
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

static void
set_adjustment (WaymarkPageView *self, GtkOrientation orientation, GtkAdjustment *adjustment)
{
  Axis *axis = &self->axes[orientation];
  g_autoptr (GtkAdjustment) next =
      g_object_ref_sink (adjustment != NULL ? adjustment : gtk_adjustment_new (0, 0, 0, 0, 0, 0));

  if (axis->adjustment != NULL)
    g_signal_handlers_disconnect_by_func (axis->adjustment, gtk_widget_queue_draw, self);
  g_set_object (&axis->adjustment, next);
  g_signal_connect_swapped (next, "value-changed", G_CALLBACK (gtk_widget_queue_draw), self);
  configure_axis (self, orientation, 0);
}

static void
waymark_page_view_get_property (GObject *object, guint property_id, GValue *value,
                                GParamSpec *pspec)
{
  WaymarkPageView *self = WAYMARK_PAGE_VIEW (object);

  switch (property_id)
    {
    case PROP_PAGE:
      g_value_set_uint (value, self->page);
      break;
    case PROP_ZOOM:
      g_value_set_double (value, waymark_page_view_get_zoom (self));
      break;
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->axes[GTK_ORIENTATION_HORIZONTAL].adjustment);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->axes[GTK_ORIENTATION_VERTICAL].adjustment);
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, (int) self->axes[GTK_ORIENTATION_HORIZONTAL].policy);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, (int) self->axes[GTK_ORIENTATION_VERTICAL].policy);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
waymark_page_view_set_property (GObject *object, guint property_id, const GValue *value,
                                GParamSpec *pspec)
{
  WaymarkPageView *self = WAYMARK_PAGE_VIEW (object);

  switch (property_id)
    {
    case PROP_PAGE:
      waymark_page_view_set_page (self, g_value_get_uint (value));
      break;
    case PROP_HADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
      break;
    /* There is one least size, whichever. */
    case PROP_HSCROLL_POLICY:
      self->axes[GTK_ORIENTATION_HORIZONTAL].policy = g_value_get_enum (value);
      break;
    case PROP_VSCROLL_POLICY:
      self->axes[GTK_ORIENTATION_VERTICAL].policy = g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
waymark_page_view_dispose (GObject *object)
{
  WaymarkPageView *self = WAYMARK_PAGE_VIEW (object);

  g_clear_handle_id (&self->zoom_idle, g_source_remove);
  for (guint i = 0; i < G_N_ELEMENTS (self->axes); i++)
    if (self->axes[i].adjustment != NULL)
      {
        g_signal_handlers_disconnect_by_func (self->axes[i].adjustment, gtk_widget_queue_draw,
                                              self);
        g_clear_object (&self->axes[i].adjustment);
      }
  g_clear_object (&self->painter);
  g_clear_object (&self->pages);

  G_OBJECT_CLASS (waymark_page_view_parent_class)->dispose (object);
}

static void
waymark_page_view_class_init (WaymarkPageViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = waymark_page_view_get_property;
  object_class->set_property = waymark_page_view_set_property;
  object_class->dispose = waymark_page_view_dispose;
  widget_class->size_allocate = waymark_page_view_size_allocate;
  widget_class->snapshot = waymark_page_view_snapshot;
  widget_class->measure = waymark_page_view_measure;

  properties[PROP_PAGE] =
      g_param_spec_uint ("page", NULL, NULL, 0, G_MAXUINT, 0,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_ZOOM] =
      g_param_spec_double ("zoom", NULL, NULL, 0, G_MAXDOUBLE, 0,
                           G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");

  waymark_page_input_add_keys (widget_class);
  gtk_widget_class_set_css_name (widget_class, "waymark-page-view");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
waymark_page_view_init (WaymarkPageView *self)
{
  self->fit = WAYMARK_PAGE_FIT_PAGE;
  self->zoom = 1;
  self->painter = waymark_page_painter_new ();
  g_signal_connect_object (self->painter, "painted", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, NULL);
  set_adjustment (self, GTK_ORIENTATION_VERTICAL, NULL);

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  waymark_page_input_add (self);
  update_name (self);
}

void
waymark_page_view_set_pages (WaymarkPageView *self, WaymarkPages *pages)
{
  g_return_if_fail (WAYMARK_IS_PAGE_VIEW (self));
  g_return_if_fail (pages == NULL || WAYMARK_IS_PAGES (pages));

  if (!g_set_object (&self->pages, pages))
    return;

  waymark_page_painter_set_pages (self->painter, pages);
  waymark_page_view_set_page (self, self->page);
  update_name (self);
  if (update_scale (self, 0, 0))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ZOOM]);
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
  gtk_adjustment_set_value (self->axes[GTK_ORIENTATION_VERTICAL].adjustment, 0);
  update_name (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAGE]);
}

WaymarkPageFit
waymark_page_view_get_fit (WaymarkPageView *self)
{
  g_return_val_if_fail (WAYMARK_IS_PAGE_VIEW (self), WAYMARK_PAGE_FIT_NONE);

  return self->fit;
}

void
waymark_page_view_fit (WaymarkPageView *self, WaymarkPageFit fit)
{
  g_return_if_fail (WAYMARK_IS_PAGE_VIEW (self));

  self->zoom = waymark_page_view_get_zoom (self);
  self->fit = fit;
  update_scale (self, get_room (self, GTK_ORIENTATION_HORIZONTAL) / 2,
                get_room (self, GTK_ORIENTATION_VERTICAL) / 2);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ZOOM]);
}

double
waymark_page_view_get_zoom (WaymarkPageView *self)
{
  g_return_val_if_fail (WAYMARK_IS_PAGE_VIEW (self), 1);

  return self->scale > 0 ? self->scale / NORMAL : self->zoom;
}

void
waymark_page_view_zoom_at (WaymarkPageView *self, double zoom, double x, double y)
{
  g_return_if_fail (WAYMARK_IS_PAGE_VIEW (self));
  g_return_if_fail (isfinite (zoom));

  self->fit = WAYMARK_PAGE_FIT_NONE;
  self->zoom = CLAMP (zoom, WAYMARK_PAGE_MIN_ZOOM, WAYMARK_PAGE_MAX_ZOOM);
  update_scale (self, x, y);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ZOOM]);
}

void
waymark_page_view_zoom (WaymarkPageView *self, double zoom)
{
  g_return_if_fail (WAYMARK_IS_PAGE_VIEW (self));

  waymark_page_view_zoom_at (self, zoom, get_room (self, GTK_ORIENTATION_HORIZONTAL) / 2,
                             get_room (self, GTK_ORIENTATION_VERTICAL) / 2);
}
