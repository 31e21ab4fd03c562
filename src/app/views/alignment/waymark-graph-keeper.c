/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-graph-keeper.h"

#include "waymark-graph-walk.h"

/* Up to this many boxes are laid out at once: sooner than a thread would begin. */
#define N_BOXES_AT_ONCE 80

typedef struct
{
  OkrPicture *picture;
  OkrPicture *earlier;
  volatile gint cancelled;
  gboolean afresh;
} Job;

struct _WaymarkGraphKeeper
{
  GObject parent_instance;

  WaymarkSession *session;
  OkrPlan *plan;
  OkrPicture *picture;
  OkrPicture *whole; /* as it was before a branch of it was looked at */
  GTask *task;       /* the one whose picture is waited for */
  GHashTable *folded;
  char *branch;
  gboolean fold_all;
  gboolean mirrored;
  gboolean active;
  gboolean stale; /* values or structure changed while it was not active */
};

enum
{
  CHANGED,
  UPDATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WaymarkGraphKeeper, waymark_graph_keeper, G_TYPE_OBJECT)

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_pointer (&job->picture, okr_picture_unref);
  g_clear_pointer (&job->earlier, okr_picture_unref);
  g_free (job);
}

static void
cancel (WaymarkGraphKeeper *self)
{
  Job *job;

  if (self->task == NULL)
    return;

  job = g_task_get_task_data (self->task);
  g_atomic_int_set (&job->cancelled, 1);
  g_clear_object (&self->task);
}

static OkrPictureOptions
get_options (WaymarkGraphKeeper *self)
{
  return (OkrPictureOptions){
    .cycle = waymark_session_get_cycle (self->session),
    .folded = self->folded,
    .fold_all = self->fold_all,
    .mirrored = self->mirrored,
  };
}

/* What belongs to the branch is found anew each time, for it may have grown. */
static GHashTable *
find_branch (WaymarkGraphKeeper *self)
{
  const OkrPictureOptions options = get_options (self);
  g_autoptr (OkrPicture) whole = NULL;
  GHashTable *only;
  g_autofree gboolean *boxes = NULL;
  g_autofree gboolean *links = NULL;
  int box;

  if (self->branch == NULL)
    return NULL;

  whole = okr_picture_new (self->plan, &options);
  box = okr_picture_find (whole, self->branch, NULL);
  if (box < 0)
    return NULL;

  only = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  boxes = g_new0 (gboolean, okr_picture_get_n_boxes (whole));
  links = g_new0 (gboolean, okr_picture_get_n_links (whole) + 1);
  waymark_graph_trace (whole, (WaymarkGraphSpot){ (guint) box, -1 }, boxes, links);
  for (guint i = 0; i < okr_picture_get_n_boxes (whole); i++)
    {
      if (boxes[i])
        g_hash_table_add (only, g_strdup (okr_picture_get_box (whole, i)->id));
    }

  return only;
}

static OkrPicture *
make_picture (WaymarkGraphKeeper *self)
{
  OkrPictureOptions options = get_options (self);
  g_autoptr (GHashTable) only = find_branch (self);

  if (self->branch != NULL && only == NULL)
    g_clear_pointer (&self->branch, g_free);
  options.only = only;

  return okr_picture_new (self->plan, &options);
}

static gboolean
update_values (WaymarkGraphKeeper *self, OkrPicture *picture)
{
  OkrPictureOptions options = get_options (self);
  g_autoptr (GHashTable) only = find_branch (self);

  options.only = only;

  return okr_picture_update (picture, self->plan, &options);
}

static void
take_picture (WaymarkGraphKeeper *self, OkrPicture *picture, gboolean afresh)
{
  g_autoptr (OkrPicture) earlier = self->picture;

  self->picture = okr_picture_ref (picture);
  if (self->branch == NULL)
    g_clear_pointer (&self->whole, okr_picture_unref);
  g_signal_emit (self, signals[CHANGED], 0, afresh || earlier == NULL);
}

static void rebuild (WaymarkGraphKeeper *self, gboolean afresh, gboolean tidy);

static void
on_laid_out_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  WaymarkGraphKeeper *self = WAYMARK_GRAPH_KEEPER (object);
  Job *job = g_task_get_task_data (G_TASK (result));
  gboolean afresh = job->afresh;

  if (self->task != G_TASK (result))
    return;

  g_clear_object (&self->task);
  if (self->plan == NULL)
    return;
  /* Meanwhile the plan went on. */
  if (update_values (self, job->picture))
    take_picture (self, job->picture, afresh);
  else
    rebuild (self, afresh, FALSE);
}

static void
lay_out_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;

  g_task_return_boolean (task, okr_picture_layout (job->picture, job->earlier, &job->cancelled));
}

static void
rebuild (WaymarkGraphKeeper *self, gboolean afresh, gboolean tidy)
{
  g_autoptr (OkrPicture) picture = NULL;
  OkrPicture *earlier;
  Job *job;

  if (self->task != NULL)
    afresh |= ((Job *) g_task_get_task_data (self->task))->afresh;
  cancel (self);
  if (self->plan == NULL)
    return;

  picture = make_picture (self);
  earlier = self->branch == NULL && self->whole != NULL ? self->whole : self->picture;
  if (afresh || tidy)
    earlier = NULL;
  if (okr_picture_get_n_boxes (picture) <= N_BOXES_AT_ONCE)
    {
      okr_picture_layout (picture, earlier, NULL);
      take_picture (self, picture, afresh);
      return;
    }

  job = g_new0 (Job, 1);
  job->picture = g_steal_pointer (&picture);
  job->earlier = earlier != NULL ? okr_picture_ref (earlier) : NULL;
  job->afresh = afresh;
  self->task = g_task_new (self, NULL, on_laid_out_cb, NULL);
  g_task_set_task_data (self->task, job, job_free);
  g_task_run_in_thread (self->task, lay_out_in_thread);
}

static void
catch_up (WaymarkGraphKeeper *self)
{
  if (!self->active)
    {
      self->stale = TRUE;
      return;
    }

  self->stale = FALSE;
  if (self->plan == NULL)
    return;
  if (self->picture == NULL || !update_values (self, self->picture))
    rebuild (self, FALSE, FALSE);
  else
    g_signal_emit (self, signals[UPDATED], 0);
}

static void
on_edited_cb (WaymarkGraphKeeper *self, OkrEditFlags flags)
{
  if (self->active && !self->stale && self->picture != NULL && flags == OKR_EDIT_VALUES &&
      okr_picture_update_values (self->picture, self->plan))
    g_signal_emit (self, signals[UPDATED], 0);
  else
    catch_up (self);
}

static void
set_plan (WaymarkGraphKeeper *self, OkrPlan *plan)
{
  if (self->plan != NULL)
    g_signal_handlers_disconnect_by_data (self->plan, self);
  cancel (self);
  g_set_object (&self->plan, plan);
  g_clear_pointer (&self->picture, okr_picture_unref);
  g_clear_pointer (&self->whole, okr_picture_unref);
  g_clear_pointer (&self->branch, g_free);
  g_hash_table_remove_all (self->folded);
  self->fold_all = FALSE;
  if (plan == NULL)
    return;

  g_signal_connect_swapped (plan, "edited", G_CALLBACK (on_edited_cb), self);
  g_signal_connect_swapped (plan, "today-changed", G_CALLBACK (catch_up), self);
}

static void
on_plan_changed_cb (WaymarkGraphKeeper *self)
{
  set_plan (self, waymark_session_get_plan (self->session));
  if (self->plan == NULL && self->active)
    g_signal_emit (self, signals[CHANGED], 0, TRUE);
  catch_up (self);
}

/* Another cycle is another picture. */
static void
on_cycle_changed_cb (WaymarkGraphKeeper *self)
{
  g_clear_pointer (&self->branch, g_free);
  cancel (self);
  g_clear_pointer (&self->picture, okr_picture_unref);
  g_clear_pointer (&self->whole, okr_picture_unref);
  catch_up (self);
}

static void
waymark_graph_keeper_dispose (GObject *object)
{
  WaymarkGraphKeeper *self = WAYMARK_GRAPH_KEEPER (object);

  if (self->folded != NULL)
    set_plan (self, NULL);
  g_clear_pointer (&self->folded, g_hash_table_unref);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (waymark_graph_keeper_parent_class)->dispose (object);
}

static void
waymark_graph_keeper_class_init (WaymarkGraphKeeperClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = waymark_graph_keeper_dispose;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  signals[UPDATED] = g_signal_new ("updated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
waymark_graph_keeper_init (WaymarkGraphKeeper *self)
{
  self->folded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

WaymarkGraphKeeper *
waymark_graph_keeper_new (WaymarkSession *session)
{
  WaymarkGraphKeeper *self;

  g_return_val_if_fail (WAYMARK_IS_SESSION (session), NULL);

  self = g_object_new (WAYMARK_TYPE_GRAPH_KEEPER, NULL);
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "notify::plan", G_CALLBACK (on_plan_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::cycle", G_CALLBACK (on_cycle_changed_cb), self,
                           G_CONNECT_SWAPPED);
  set_plan (self, waymark_session_get_plan (session));
  self->stale = TRUE;

  return self;
}

void
waymark_graph_keeper_set_active (WaymarkGraphKeeper *self, gboolean active)
{
  g_return_if_fail (WAYMARK_IS_GRAPH_KEEPER (self));

  self->active = active;
  if (active && self->stale)
    catch_up (self);
}

OkrPicture *
waymark_graph_keeper_get_picture (WaymarkGraphKeeper *self)
{
  g_return_val_if_fail (WAYMARK_IS_GRAPH_KEEPER (self), NULL);

  return self->picture;
}

gboolean
waymark_graph_keeper_is_busy (WaymarkGraphKeeper *self)
{
  g_return_val_if_fail (WAYMARK_IS_GRAPH_KEEPER (self), FALSE);

  return self->task != NULL;
}

void
waymark_graph_keeper_set_mirrored (WaymarkGraphKeeper *self, gboolean mirrored)
{
  g_return_if_fail (WAYMARK_IS_GRAPH_KEEPER (self));

  if (self->mirrored == mirrored)
    return;

  self->mirrored = mirrored;
  if (self->active)
    rebuild (self, TRUE, FALSE);
  else
    self->stale = TRUE;
}

gboolean
waymark_graph_keeper_get_folded (WaymarkGraphKeeper *self, const char *id)
{
  g_return_val_if_fail (WAYMARK_IS_GRAPH_KEEPER (self) && id != NULL, FALSE);

  return g_hash_table_contains (self->folded, id) != self->fold_all;
}

void
waymark_graph_keeper_set_folded (WaymarkGraphKeeper *self, const char *id, gboolean folded)
{
  g_return_if_fail (WAYMARK_IS_GRAPH_KEEPER (self) && id != NULL);

  if (waymark_graph_keeper_get_folded (self, id) == folded)
    return;

  if (folded != self->fold_all)
    g_hash_table_add (self->folded, g_strdup (id));
  else
    g_hash_table_remove (self->folded, id);
  catch_up (self);
}

gboolean
waymark_graph_keeper_get_fold_all (WaymarkGraphKeeper *self)
{
  g_return_val_if_fail (WAYMARK_IS_GRAPH_KEEPER (self), FALSE);

  return self->fold_all;
}

void
waymark_graph_keeper_set_fold_all (WaymarkGraphKeeper *self, gboolean fold_all)
{
  g_return_if_fail (WAYMARK_IS_GRAPH_KEEPER (self));

  self->fold_all = fold_all;
  g_hash_table_remove_all (self->folded);
  catch_up (self);
}

void
waymark_graph_keeper_set_branch (WaymarkGraphKeeper *self, const char *id)
{
  g_return_if_fail (WAYMARK_IS_GRAPH_KEEPER (self));

  if (g_strcmp0 (self->branch, id) == 0)
    return;

  if (self->branch == NULL && self->whole == NULL && self->picture != NULL)
    self->whole = okr_picture_ref (self->picture);
  g_free (self->branch);
  self->branch = g_strdup (id);
  catch_up (self);
}

const char *
waymark_graph_keeper_get_branch (WaymarkGraphKeeper *self)
{
  g_return_val_if_fail (WAYMARK_IS_GRAPH_KEEPER (self), NULL);

  return self->branch;
}

void
waymark_graph_keeper_tidy (WaymarkGraphKeeper *self)
{
  g_return_if_fail (WAYMARK_IS_GRAPH_KEEPER (self));

  if (self->active)
    rebuild (self, FALSE, TRUE);
}

OkrPoster *
waymark_graph_keeper_new_poster (WaymarkGraphKeeper *self)
{
  OkrPictureOptions options;
  g_autoptr (GHashTable) only = NULL;

  g_return_val_if_fail (WAYMARK_IS_GRAPH_KEEPER (self), NULL);

  if (self->plan == NULL)
    return NULL;

  options = get_options (self);
  only = find_branch (self);
  options.only = only;

  return okr_poster_new (self->plan, &options);
}
