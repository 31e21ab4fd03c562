/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an import brings, row by row, and what it leaves out. */
#include "config.h"

#include "waymark-import-list.h"

#include <glib/gi18n.h>

#include "okr-plan.h"
#include "okr-visible-text.h"
#include "waymark-change-list.h"
#include "waymark-names.h"

#define INDENT 18

/* A row stands for one of these: a list view wants objects. */
#define IMPORT_TYPE_ROW (import_row_get_type ())
G_DECLARE_FINAL_TYPE (ImportRow, import_row, IMPORT, ROW, GObject)

struct _ImportRow
{
  GObject parent_instance;

  const OkrImportItem *item;
  const OkrImportProblem *problem;
  const OkrImportNote *note;
};

G_DEFINE_FINAL_TYPE (ImportRow, import_row, G_TYPE_OBJECT)

static void
import_row_class_init (ImportRowClass *klass)
{
}

static void
import_row_init (ImportRow *self)
{
}

/* The rows of a list. There may be ten thousands: each is made when the list shows it. */
#define IMPORT_TYPE_ROWS (import_rows_get_type ())
G_DECLARE_FINAL_TYPE (ImportRows, import_rows, IMPORT, ROWS, GObject)

struct _ImportRows
{
  GObject parent_instance;

  GPtrArray *items; /* of the result, which is there as long as it is shown; NULL for none */
  GPtrArray *problems;
  GPtrArray *notes;
};

static GType
import_rows_get_item_type (GListModel *model)
{
  return IMPORT_TYPE_ROW;
}

static guint
get_size (GPtrArray *array)
{
  return array != NULL ? array->len : 0;
}

static guint
import_rows_get_n_items (GListModel *model)
{
  ImportRows *self = IMPORT_ROWS (model);

  return get_size (self->items) + get_size (self->problems) + get_size (self->notes);
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
import_rows_get_item (GListModel *model, guint position)
{
  ImportRows *self = IMPORT_ROWS (model);
  ImportRow *row;

  if (position >= import_rows_get_n_items (model))
    return NULL;

  row = g_object_new (IMPORT_TYPE_ROW, NULL);
  row->item = take_from (self->items, &position);
  if (row->item == NULL)
    row->problem = take_from (self->problems, &position);
  if (row->item == NULL && row->problem == NULL)
    row->note = take_from (self->notes, &position);

  return row;
}

static void
import_rows_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = import_rows_get_item_type;
  iface->get_n_items = import_rows_get_n_items;
  iface->get_item = import_rows_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (ImportRows, import_rows, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      import_rows_list_model_init))

static void
import_rows_class_init (ImportRowsClass *klass)
{
}

static void
import_rows_init (ImportRows *self)
{
}

/* How the list tells what becomes of an item: a sign, a colour and a word. */
static const struct
{
  const char *sign;
  const char *css_class;
  const char *word;
} fates[] = {
  /* Translators: what becomes of an item of a table when it is imported */
  [OKR_IMPORT_NEW] = { "+", "success", N_ ("New") },
  [OKR_IMPORT_CHANGED] = { "●", "accent", N_ ("Updated") },
  [OKR_IMPORT_SAME] = { "=", "dim-label", N_ ("Unchanged") },
};

static char *
describe_item (const OkrImportItem *item)
{
  g_autofree char *objective = NULL;

  if (item->type == OKR_TYPE_CYCLE)
    return g_strdup (_ ("Cycle"));
  if (item->type == OKR_TYPE_TEAM)
    return g_strdup (_ ("Team"));
  if (item->type == OKR_TYPE_OBJECTIVE)
    /* Translators: the number of a row in a spreadsheet */
    return g_strdup_printf (_ ("Row %u: objective"), item->row);
  if (item->type != OKR_TYPE_KEY_RESULT || item->objective == NULL)
    /* Translators: the number of a row in a spreadsheet */
    return g_strdup_printf (_ ("Row %u: check-in"), item->row);

  objective = okr_visible_text (item->objective, OKR_VISIBLE_ONE_LINE);
  /* Translators: the number of a row in a spreadsheet, the title of an objective */
  return g_strdup_printf (_ ("Row %1$u: key result of “%2$s”"), item->row, objective);
}

/* What comes is all new; of what is there already, people want to know what is different. */
static char *
join_changes (const OkrImportItem *item)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (item->changes == NULL || (item->type != OKR_TYPE_CHECK_IN && item->fate == OKR_IMPORT_NEW))
    return NULL;

  for (guint i = 0; i < item->changes->len; i++)
    {
      g_autofree char *change =
          okr_visible_text (g_ptr_array_index (item->changes, i), OKR_VISIBLE_ONE_LINE);

      g_string_append_printf (text, i > 0 ? "\n%s" : "%s", change);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
show_changes (GtkLabel *label, const char *changes)
{
  gtk_label_set_text (label, changes != NULL ? changes : "");
  gtk_widget_set_visible (GTK_WIDGET (label), changes != NULL);
}

static GtkWidget *
create_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static void
on_item_setup_cb (GtkListItemFactory *factory, GtkListItem *list_item, gpointer user_data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *sign = gtk_label_new (NULL);
  GtkWidget *word = gtk_label_new (NULL);
  GtkWidget *detail = create_label ("caption");
  GtkWidget *changes = waymark_change_create_label (NULL, "caption");

  gtk_label_set_width_chars (GTK_LABEL (sign), 2);
  gtk_widget_set_hexpand (lines, TRUE);
  gtk_widget_add_css_class (detail, "dim-label");
  gtk_widget_add_css_class (word, "caption");
  gtk_box_append (GTK_BOX (lines), create_label (NULL));
  gtk_box_append (GTK_BOX (lines), detail);
  gtk_box_append (GTK_BOX (lines), changes);
  gtk_box_append (GTK_BOX (box), sign);
  gtk_box_append (GTK_BOX (box), lines);
  gtk_box_append (GTK_BOX (box), word);
  gtk_widget_add_css_class (box, "waymark-change");
  gtk_list_item_set_child (list_item, box);
  gtk_list_item_set_activatable (list_item, FALSE);
}

static void
set_css_class (GtkWidget *widget, const char *css_class, gboolean has_it)
{
  if (has_it)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}

static void
show_fate (GtkWidget *label, OkrImportFate fate)
{
  for (guint i = 0; i < G_N_ELEMENTS (fates); i++)
    set_css_class (label, fates[i].css_class, i == fate);
}

static void
on_item_bind_cb (GtkListItemFactory *factory, GtkListItem *list_item, gpointer user_data)
{
  const OkrImportItem *item = IMPORT_ROW (gtk_list_item_get_item (list_item))->item;
  GtkWidget *box = gtk_list_item_get_child (list_item);
  GtkWidget *sign = gtk_widget_get_first_child (box);
  GtkWidget *lines = gtk_widget_get_next_sibling (sign);
  GtkWidget *title = gtk_widget_get_first_child (lines);
  GtkWidget *word = gtk_widget_get_last_child (box);
  g_autofree char *visible = okr_visible_text (item->title, OKR_VISIBLE_ONE_LINE);
  g_autofree char *detail = describe_item (item);
  g_autofree char *changes = join_changes (item);
  g_autofree char *name = NULL;

  /* A key result stands below its objective. */
  gtk_widget_set_margin_start (lines, item->type == OKR_TYPE_KEY_RESULT ? INDENT : 0);
  set_css_class (title, "heading", item->type == OKR_TYPE_OBJECTIVE);
  gtk_label_set_text (GTK_LABEL (sign), fates[item->fate].sign);
  gtk_label_set_text (GTK_LABEL (title), visible);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (title)), detail);
  show_changes (GTK_LABEL (gtk_widget_get_last_child (lines)), changes);
  gtk_label_set_text (GTK_LABEL (word), _ (fates[item->fate].word));
  show_fate (sign, item->fate);
  show_fate (word, item->fate);
  gtk_widget_set_tooltip_text (lines, visible);
  /* Translators: for screen readers: a title, what becomes of it, and where it is from */
  name = g_strdup_printf (_ ("%1$s, %2$s, %3$s"), visible, _ (fates[item->fate].word),
                          changes != NULL ? changes : detail);
  waymark_names_set (gtk_widget_get_parent (box), name);
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
create_change (const ImportRow *row)
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
      create_change (IMPORT_ROW (gtk_list_item_get_item (list_item)));
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

static void
set_model (GtkListView *list)
{
  GListModel *rows = g_object_new (IMPORT_TYPE_ROWS, NULL);
  g_autoptr (GtkSelectionModel) selection = GTK_SELECTION_MODEL (gtk_no_selection_new (rows));

  gtk_list_view_set_model (list, selection);
}

static void
show_rows (GtkListView *list, GPtrArray *items, GPtrArray *problems, GPtrArray *notes)
{
  GtkNoSelection *selection = GTK_NO_SELECTION (gtk_list_view_get_model (list));
  GListModel *model = gtk_no_selection_get_model (selection);
  ImportRows *rows = IMPORT_ROWS (model);
  const guint n_before = g_list_model_get_n_items (model);

  rows->items = items;
  rows->problems = problems;
  rows->notes = notes;
  g_list_model_items_changed (model, 0, n_before, g_list_model_get_n_items (model));
}

void
waymark_import_list_init_items (GtkListView *list)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_return_if_fail (GTK_IS_LIST_VIEW (list));

  g_signal_connect (factory, "setup", G_CALLBACK (on_item_setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_item_bind_cb), NULL);
  gtk_list_view_set_factory (list, factory);
  set_model (list);
}

void
waymark_import_list_set_items (GtkListView *list, const OkrImportResult *result)
{
  g_return_if_fail (GTK_IS_LIST_VIEW (list));

  show_rows (list, result != NULL ? result->items : NULL, NULL, NULL);
}

void
waymark_import_list_init_problems (GtkListView *list)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_return_if_fail (GTK_IS_LIST_VIEW (list));

  g_signal_connect (factory, "bind", G_CALLBACK (on_problem_bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_problem_unbind_cb), NULL);
  gtk_list_view_set_factory (list, factory);
  set_model (list);
}

void
waymark_import_list_set_problems (GtkListView *list, const OkrImportResult *result)
{
  g_return_if_fail (GTK_IS_LIST_VIEW (list));

  show_rows (list, NULL, result != NULL ? result->problems : NULL,
             result != NULL ? result->notes : NULL);
}
