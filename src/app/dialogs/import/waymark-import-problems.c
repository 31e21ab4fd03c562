/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an import leaves out, and what people should know. */
#include "config.h"

#include "waymark-import-problems.h"

#include <glib/gi18n.h>

#include "okr-visible-text.h"
#include "waymark-change-list.h"
#include "waymark-gradual-list.h"
#include "waymark-names.h"

/* A row stands for one of these: a list view wants objects. */
#define PROBLEM_TYPE_ROW (problem_row_get_type ())
G_DECLARE_FINAL_TYPE (ProblemRow, problem_row, PROBLEM, ROW, GObject)

struct _ProblemRow
{
  GObject parent_instance;

  const OkrImportProblem *problem;
  const OkrImportNote *note;
};

G_DEFINE_FINAL_TYPE (ProblemRow, problem_row, G_TYPE_OBJECT)

static void
problem_row_class_init (ProblemRowClass *klass)
{
}

static void
problem_row_init (ProblemRow *self)
{
}

/* The rows of a list. There may be ten thousands: each is made when the list shows it. */
#define PROBLEM_TYPE_ROWS (problem_rows_get_type ())
G_DECLARE_FINAL_TYPE (ProblemRows, problem_rows, PROBLEM, ROWS, GObject)

struct _ProblemRows
{
  GObject parent_instance;

  GPtrArray *problems; /* of the result, which is there as long as it is shown; NULL for none */
  GPtrArray *notes;
};

static GType
problem_rows_get_item_type (GListModel *model)
{
  return PROBLEM_TYPE_ROW;
}

static guint
get_size (GPtrArray *array)
{
  return array != NULL ? array->len : 0;
}

static guint
problem_rows_get_n_items (GListModel *model)
{
  ProblemRows *self = PROBLEM_ROWS (model);

  return get_size (self->problems) + get_size (self->notes);
}

/* Returns what stands at @position, if that is still within @array. */
static gpointer
take_from (GPtrArray *array, guint *position)
{
  if (*position < get_size (array))
    return g_ptr_array_index (array, *position);
  *position -= get_size (array);

  return NULL;
}

static gpointer
problem_rows_get_item (GListModel *model, guint position)
{
  ProblemRows *self = PROBLEM_ROWS (model);
  ProblemRow *row;

  if (position >= problem_rows_get_n_items (model))
    return NULL;

  row = g_object_new (PROBLEM_TYPE_ROW, NULL);
  row->problem = take_from (self->problems, &position);
  if (row->problem == NULL)
    row->note = take_from (self->notes, &position);

  return row;
}

static void
problem_rows_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = problem_rows_get_item_type;
  iface->get_n_items = problem_rows_get_n_items;
  iface->get_item = problem_rows_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (ProblemRows, problem_rows, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      problem_rows_list_model_init))

static void
problem_rows_class_init (ProblemRowsClass *klass)
{
}

static void
problem_rows_init (ProblemRows *self)
{
}

static char *
describe_place (guint row, const char *column)
{
  g_autofree char *visible = NULL;

  if (column == NULL)
    /* Translators: the number of a row in a spreadsheet */
    return g_strdup_printf (_ ("Row %u"), row);

  visible = okr_visible_text (column, OKR_VISIBLE_ONE_LINE);
  if (row == 0)
    /* Translators: a column of a spreadsheet such as B “Owner” */
    return g_strdup_printf (_ ("Column %s"), visible);

  /* Translators: the number of a row in a spreadsheet, a column such as B “Owner” */
  return g_strdup_printf (_ ("Row %1$u, column %2$s"), row, visible);
}

/* What a note says, and where in this window it can be corrected. */
static char *
describe_note (const OkrImportNote *note)
{
  g_autofree char *message = okr_visible_text (note->message, OKR_VISIBLE_ONE_LINE);

  switch (note->kind)
    {
    case OKR_IMPORT_NOTE_COLUMN:
      /* Translators: why a column is not used. “Columns” is a page of this window */
      return g_strdup_printf (_ ("%s If it is needed, choose under “Columns” what it holds."),
                              message);
    case OKR_IMPORT_NOTE_DECIMAL:
      /* Translators: how a number is read. “Columns” is a page of this window */
      return g_strdup_printf (_ ("%s If that is wrong, choose the decimal mark under “Columns”."),
                              message);
    case OKR_IMPORT_NOTE_DATES:
      /* Translators: how a date is read. “Columns” is a page of this window */
      return g_strdup_printf (_ ("%s If that is wrong, choose the order under “Columns”."),
                              message);
    case OKR_IMPORT_NOTE_ROW:
    default:
      return g_steal_pointer (&message);
    }
}

static WaymarkChange *
create_change (const ProblemRow *row)
{
  const OkrImportProblem *problem = row->problem;
  const OkrImportNote *note = row->note;
  g_autofree char *place = problem != NULL ? describe_place (problem->row, problem->column)
                                           : describe_place (note->row, note->column);
  g_autofree char *message = problem != NULL
                                 ? okr_visible_text (problem->message, OKR_VISIBLE_ONE_LINE)
                                 : describe_note (note);

  return waymark_change_new (problem != NULL ? WAYMARK_CHANGE_NOTICE : WAYMARK_CHANGE_CHANGED,
                             place, message, NULL);
}

static void
on_problem_bind_cb (GtkListItemFactory *factory, GtkListItem *list_item, gpointer user_data)
{
  g_autoptr (WaymarkChange) change =
      create_change (PROBLEM_ROW (gtk_list_item_get_item (list_item)));
  GtkWidget *child = waymark_change_create_widget (change);
  g_autofree char *name = waymark_change_dup_name (change);

  gtk_list_item_set_activatable (list_item, FALSE);
  gtk_list_item_set_child (list_item, child);
  waymark_names_set (gtk_widget_get_parent (child), name);
}

static void
on_problem_unbind_cb (GtkListItemFactory *factory, GtkListItem *list_item, gpointer user_data)
{
  gtk_list_item_set_child (list_item, NULL);
}

void
waymark_import_problems_init (GtkListView *list)
{
  g_autoptr (GListModel) rows = g_object_new (PROBLEM_TYPE_ROWS, NULL);
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_return_if_fail (GTK_IS_LIST_VIEW (list));

  g_signal_connect (factory, "bind", G_CALLBACK (on_problem_bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_problem_unbind_cb), NULL);
  gtk_list_view_set_factory (list, factory);
  waymark_gradual_list_set_model (list, rows);
}

void
waymark_import_problems_set_result (GtkListView *list, const OkrImportResult *result)
{
  GListModel *model;
  ProblemRows *rows;
  guint n_before;

  g_return_if_fail (GTK_IS_LIST_VIEW (list));

  waymark_gradual_list_begin (list);
  model = waymark_gradual_list_get_model (list);
  rows = PROBLEM_ROWS (model);
  n_before = g_list_model_get_n_items (model);
  rows->problems = result != NULL ? result->problems : NULL;
  rows->notes = result != NULL ? result->notes : NULL;
  g_list_model_items_changed (model, 0, n_before, g_list_model_get_n_items (model));
}

/* Notes stand behind the problems, and by themselves they are nothing to worry about. */
void
waymark_import_problems_show_page (AdwViewStackPage *page, const OkrImportResult *result)
{
  const guint n_problems = result != NULL ? result->problems->len : 0;
  const guint n_notes = result != NULL ? result->notes->len : 0;

  g_return_if_fail (ADW_IS_VIEW_STACK_PAGE (page));

  adw_view_stack_page_set_title (page, n_problems > 0 ? _ ("Problems") : _ ("Notes"));
  adw_view_stack_page_set_icon_name (page, n_problems > 0 ? "dialog-warning-symbolic"
                                                          : "dialog-information-symbolic");
  adw_view_stack_page_set_badge_number (page, n_problems > 0 ? n_problems : n_notes);
  adw_view_stack_page_set_needs_attention (page, n_problems > 0);
  adw_view_stack_page_set_visible (page, n_problems + n_notes > 0);
}
