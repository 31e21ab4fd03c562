/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-pages.h"

#include <math.h>

#include "okr-report.h"

/* Pages for other paper are made of the same: it is laid out for one of them at a time. */
typedef struct
{
  GMutex lock;
  OkrExport *export;
} Contents;

struct _WaymarkPages
{
  GObject parent_instance;

  Contents *contents;
  OkrPageSetup setup;
  GPtrArray *sheets; /* cairo_surface_t that replay what was drawn, in whatever thread, */
  GMutex replaying;  /* in one at a time */
};

G_DEFINE_FINAL_TYPE (WaymarkPages, waymark_pages, G_TYPE_OBJECT)

static void
contents_clear (gpointer data)
{
  Contents *self = data;

  g_clear_pointer (&self->export, okr_export_free);
  g_mutex_clear (&self->lock);
}

static void
contents_unref (gpointer data)
{
  g_atomic_rc_box_release_full (data, contents_clear);
}

static void
waymark_pages_finalize (GObject *object)
{
  WaymarkPages *self = WAYMARK_PAGES (object);

  g_clear_pointer (&self->contents, contents_unref);
  g_clear_pointer (&self->sheets, g_ptr_array_unref);
  g_mutex_clear (&self->replaying);

  G_OBJECT_CLASS (waymark_pages_parent_class)->finalize (object);
}

static void
waymark_pages_class_init (WaymarkPagesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = waymark_pages_finalize;
}

static void
waymark_pages_init (WaymarkPages *self)
{
  g_mutex_init (&self->replaying);
  self->sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) cairo_surface_destroy);
}

OkrPageSetup
waymark_pages_read_setup (GtkPageSetup *setup)
{
  const GtkUnit unit = GTK_UNIT_POINTS;
  OkrPageSetup read = { 0 };

  g_return_val_if_fail (GTK_IS_PAGE_SETUP (setup), read);

  okr_page_setup_init (&read, OKR_PAPER_A4, FALSE);
  read.width = gtk_page_setup_get_paper_width (setup, unit);
  read.height = gtk_page_setup_get_paper_height (setup, unit);
  read.left = MAX (read.left, gtk_page_setup_get_left_margin (setup, unit));
  read.right = MAX (read.right, gtk_page_setup_get_right_margin (setup, unit));
  read.top = MAX (read.top, gtk_page_setup_get_top_margin (setup, unit));
  read.bottom = MAX (read.bottom, gtk_page_setup_get_bottom_margin (setup, unit));

  return read;
}

static cairo_surface_t *
record (WaymarkPages *self, guint page)
{
  const cairo_rectangle_t paper = { 0, 0, self->setup.width, self->setup.height };
  cairo_surface_t *sheet = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &paper);
  cairo_t *cr = cairo_create (sheet);

  okr_export_draw_page (self->contents->export, page, cr);
  cairo_destroy (cr);

  return sheet;
}

static gboolean
lay_out (WaymarkPages *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&self->contents->lock);
  guint n_pages;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  n_pages = okr_export_paginate (self->contents->export, &self->setup, cancellable, error);
  for (guint i = 0; i < n_pages; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      g_ptr_array_add (self->sheets, record (self, i));
    }

  return n_pages > 0;
}

static void
lay_out_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (lay_out (data, cancellable, &error))
    g_task_return_pointer (task, g_object_ref (data), g_object_unref);
  else
    g_task_return_error (task, error);
}

static Contents *
new_contents (const OkrExportKind *kind, OkrPlan *plan, const OkrExportOptions *options)
{
  Contents *contents = g_atomic_rc_box_new0 (Contents);

  g_mutex_init (&contents->lock);
  contents->export = okr_export_new (kind, plan, options);

  return contents;
}

/* Takes over the contents. */
static void
begin (Contents *contents, GtkPageSetup *setup, GCancellable *cancellable,
       GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  WaymarkPages *self = g_object_new (WAYMARK_TYPE_PAGES, NULL);

  self->contents = contents;
  self->setup = waymark_pages_read_setup (setup);
  g_task_set_source_tag (task, begin);
  g_task_set_task_data (task, self, g_object_unref);
  g_task_run_in_thread (task, lay_out_in_thread);
}

void
waymark_pages_new_async (const OkrExportKind *kind, OkrPlan *plan, const OkrExportOptions *options,
                         GtkPageSetup *setup, GCancellable *cancellable,
                         GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (kind != NULL && OKR_IS_PLAN (plan) && GTK_IS_PAGE_SETUP (setup));

  begin (new_contents (kind, plan, options), setup, cancellable, callback, user_data);
}

void
waymark_pages_new_for_async (WaymarkPages *other, GtkPageSetup *setup, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (WAYMARK_IS_PAGES (other) && GTK_IS_PAGE_SETUP (setup));

  begin (g_atomic_rc_box_acquire (other->contents), setup, cancellable, callback, user_data);
}

WaymarkPages *
waymark_pages_new_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, begin), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

typedef struct
{
  Contents *contents;
  OkrPageSetup setup;
} Counting;

static void
counting_free (gpointer data)
{
  Counting *self = data;

  contents_unref (self->contents);
  g_free (self);
}

static void
count_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Counting *counting = data;
  GError *error = NULL;
  guint n_pages;

  if (g_task_return_error_if_cancelled (task))
    return;

  n_pages = okr_export_paginate (counting->contents->export, &counting->setup, cancellable, &error);
  if (n_pages > 0)
    g_task_return_int (task, n_pages);
  else
    g_task_return_error (task, error);
}

void
waymark_pages_count_async (const OkrExportKind *kind, OkrPlan *plan,
                           const OkrExportOptions *options, GtkPageSetup *setup,
                           GCancellable *cancellable, GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Counting *counting;

  g_return_if_fail (kind != NULL && OKR_IS_PLAN (plan) && GTK_IS_PAGE_SETUP (setup));

  counting = g_new0 (Counting, 1);
  counting->contents = new_contents (kind, plan, options);
  counting->setup = waymark_pages_read_setup (setup);
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, waymark_pages_count_async);
  g_task_set_task_data (task, counting, counting_free);
  g_task_run_in_thread (task, count_in_thread);
}

guint
waymark_pages_count_finish (GAsyncResult *result, GError **error)
{
  gssize n_pages;

  g_return_val_if_fail (g_async_result_is_tagged (result, waymark_pages_count_async), 0);

  n_pages = g_task_propagate_int (G_TASK (result), error);

  return (guint) MAX (n_pages, 0);
}

static gboolean
is_near (double a, double b)
{
  return fabs (a - b) < 1;
}

gboolean
waymark_pages_fits (WaymarkPages *self, GtkPageSetup *setup)
{
  OkrPageSetup other;

  g_return_val_if_fail (WAYMARK_IS_PAGES (self) && GTK_IS_PAGE_SETUP (setup), FALSE);

  other = waymark_pages_read_setup (setup);

  return is_near (self->setup.width, other.width) && is_near (self->setup.height, other.height) &&
         is_near (self->setup.left, other.left) && is_near (self->setup.right, other.right) &&
         is_near (self->setup.top, other.top) && is_near (self->setup.bottom, other.bottom);
}

const OkrPageSetup *
waymark_pages_get_setup (WaymarkPages *self)
{
  g_return_val_if_fail (WAYMARK_IS_PAGES (self), NULL);

  return &self->setup;
}

guint
waymark_pages_get_n_pages (WaymarkPages *self)
{
  g_return_val_if_fail (WAYMARK_IS_PAGES (self), 0);

  return self->sheets->len;
}

void
waymark_pages_get_size (WaymarkPages *self, double *width, double *height)
{
  g_return_if_fail (WAYMARK_IS_PAGES (self) && width != NULL && height != NULL);

  *width = self->setup.width;
  *height = self->setup.height;
}

void
waymark_pages_draw (WaymarkPages *self, guint page, cairo_t *cr)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = NULL;

  g_return_if_fail (WAYMARK_IS_PAGES (self) && cr != NULL);
  g_return_if_fail (page < self->sheets->len);

  locker = g_mutex_locker_new (&self->replaying);
  cairo_set_source_surface (cr, g_ptr_array_index (self->sheets, page), 0, 0);
  cairo_paint (cr);
}
