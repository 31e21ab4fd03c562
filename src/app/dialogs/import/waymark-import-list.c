/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an import brings, changes and leaves as it is. */
#include "config.h"

#include "waymark-import-list.h"

#include <glib/gi18n.h>

#include "okr-item-text.h"
#include "okr-text-direction.h"
#include "okr-visible-text.h"
#include "waymark-change-list.h"
#include "waymark-gradual-list.h"
#include "waymark-import-rows.h"
#include "waymark-names.h"

#define INDENT 18

/* How the list tells what becomes of items: a sign, a colour and a word. */
static const struct
{
  const char *sign;
  const char *css_class;
  const char *word;
} sections[] = {
  /* Translators: above rows of a table that are not imported */
  [WAYMARK_IMPORT_LEFT_OUT] = { "!", "warning", N_ ("Left Out") },
  /* Translators: above what a table brings, changes, and leaves as it is */
  [WAYMARK_IMPORT_NEW] = { "+", "success", N_ ("New") },
  [WAYMARK_IMPORT_CHANGED] = { "●", "accent", N_ ("Changed") },
  [WAYMARK_IMPORT_SAME] = { "=", "dim-label", N_ ("Unchanged") },
};

/* Headings */

static void
update_heading (GtkListItem *list_item)
{
  WaymarkImportRow *row = gtk_list_item_get_item (list_item);
  GtkWidget *box = gtk_list_item_get_child (list_item);
  GtkWidget *arrow = gtk_widget_get_first_child (box);
  g_autofree char *name = NULL;

  if (row->section == WAYMARK_IMPORT_LEFT_OUT)
    {
      gtk_image_set_from_icon_name (GTK_IMAGE (arrow), "go-next-symbolic");
      name = g_strdup_printf (ngettext ("%u row has a problem and is left out.",
                                        "%u rows have problems and are left out.", row->n_items),
                              row->n_items);
    }
  else
    {
      gtk_image_set_from_icon_name (GTK_IMAGE (arrow),
                                    row->is_open ? "pan-down-symbolic" : "pan-end-symbolic");
      /* Translators: for screen readers: what becomes of items, and how many they are */
      name = g_strdup_printf (_ ("%1$s: %2$u"), _ (sections[row->section].word), row->n_items);
      gtk_accessible_update_state (GTK_ACCESSIBLE (gtk_widget_get_parent (box)),
                                   GTK_ACCESSIBLE_STATE_EXPANDED, row->is_open, -1);
    }
  waymark_names_set (gtk_widget_get_parent (box), name);
}

static GtkWidget *
create_heading (WaymarkImportRow *row)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *title = gtk_label_new (_ (sections[row->section].word));
  g_autofree char *number = g_strdup_printf ("%u", row->n_items);
  GtkWidget *count = gtk_label_new (number);

  gtk_widget_add_css_class (title, "heading");
  gtk_widget_add_css_class (title, sections[row->section].css_class);
  gtk_widget_add_css_class (count, "dim-label");
  gtk_box_append (GTK_BOX (box), gtk_image_new ());
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), count);
  gtk_widget_add_css_class (box, "waymark-import-heading");

  return box;
}

static void
show_heading (GtkListItem *list_item, WaymarkImportRow *row)
{
  gtk_list_item_set_child (list_item, create_heading (row));
  gtk_list_item_set_activatable (list_item, TRUE);
  g_signal_connect_object (row, "notify::open", G_CALLBACK (update_heading), list_item,
                           G_CONNECT_SWAPPED);
  update_heading (list_item);
}

/* Items */

static void
add_fact (char **facts, const char *fact)
{
  g_autofree char *before = *facts;
  g_autofree char *isolated = NULL;

  *facts = NULL;
  if (fact == NULL || *fact == '\0')
    {
      *facts = g_steal_pointer (&before);
      return;
    }

  isolated = okr_text_isolate (fact);
  if (before == NULL)
    *facts = g_steal_pointer (&isolated);
  else
    /* Translators: two short facts in one line, such as a team and an owner */
    *facts = g_strdup_printf (_ ("%1$s · %2$s"), before, isolated);
}

/* What people have written. */
static void
add_text (char **facts, const char *text)
{
  g_autofree char *visible = text != NULL ? okr_visible_text (text, OKR_VISIBLE_ONE_LINE) : NULL;

  add_fact (facts, visible);
}

static void
add_objective_facts (char **facts, OkrItem *subject)
{
  OkrObjective *objective = OKR_OBJECTIVE (subject);
  const char *cycle_id = okr_objective_get_cycle_id (objective);
  OkrItem *cycle =
      cycle_id != NULL ? okr_plan_find (OKR_PLAN (okr_item_get_parent (subject)), cycle_id) : NULL;
  g_autofree char *subtitle = okr_item_text_dup_subtitle (objective);

  add_fact (facts, subtitle);
  if (cycle != NULL)
    add_text (facts, okr_item_get_title (OKR_ITEM (cycle)));
}

/* From where to where, where it is, and who looks after it. */
static void
add_key_result_facts (char **facts, OkrItem *subject)
{
  OkrKeyResult *kr = OKR_KEY_RESULT (subject);
  g_autofree char *range = okr_item_text_dup_aim (kr);
  g_autofree char *value = okr_item_text_dup_value (kr);
  /* Translators: the value of a key result */
  g_autofree char *now = value != NULL ? g_strdup_printf (_ ("now %s"), value) : NULL;

  add_fact (facts, range);
  add_fact (facts, now);
  add_text (facts, okr_key_result_get_owner (kr));
}

static void
add_parent (char **facts, const WaymarkImportRow *row)
{
  g_autofree char *objective = NULL;
  g_autofree char *fact = NULL;

  if (row->is_below || row->item->objective == NULL)
    return;

  objective = okr_visible_text (row->item->objective, OKR_VISIBLE_ONE_LINE);
  /* Translators: the title of an objective */
  fact = g_strdup_printf (_ ("Key result of “%s”"), objective);
  add_fact (facts, fact);
}

/* What it is; of what changes, the changes are told below. */
static char *
describe_item (const WaymarkImportRow *row)
{
  const GType type = row->item->type;
  const gboolean is_told = row->item->changes != NULL && row->item->fate != OKR_IMPORT_NEW;
  char *facts = NULL;

  if (type == OKR_TYPE_CYCLE)
    return g_strdup (_ ("Cycle"));
  if (type == OKR_TYPE_TEAM)
    return g_strdup (_ ("Team"));
  if (type == OKR_TYPE_CHECK_IN)
    return g_strdup (_ ("Check-in"));

  if (type == OKR_TYPE_OBJECTIVE)
    add_fact (&facts, _ ("Objective"));
  else
    add_parent (&facts, row);
  if (type == OKR_TYPE_OBJECTIVE && row->subject != NULL)
    add_objective_facts (&facts, row->subject);
  else if (OKR_IS_KEY_RESULT (row->subject) && !(is_told && facts != NULL))
    add_key_result_facts (&facts, row->subject);

  return facts != NULL ? facts : g_strdup (_ ("Key result"));
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

static GtkWidget *
create_item (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *sign = gtk_label_new (NULL);
  GtkWidget *detail = create_label ("caption");
  GtkWidget *place = create_label ("caption");

  gtk_label_set_width_chars (GTK_LABEL (sign), 2);
  gtk_widget_set_hexpand (lines, TRUE);
  gtk_widget_add_css_class (detail, "dim-label");
  gtk_label_set_ellipsize (GTK_LABEL (place), PANGO_ELLIPSIZE_NONE);
  gtk_widget_add_css_class (place, "dim-label");
  gtk_widget_add_css_class (place, "numeric");
  gtk_box_append (GTK_BOX (lines), create_label (NULL));
  gtk_box_append (GTK_BOX (lines), detail);
  gtk_box_append (GTK_BOX (box), sign);
  gtk_box_append (GTK_BOX (box), lines);
  gtk_box_append (GTK_BOX (box), place);
  gtk_widget_add_css_class (box, "waymark-change");

  return box;
}

/* Most rows need no third line. */
static void
show_changes (GtkWidget *lines, GtkWidget *detail, const char *changes)
{
  GtkWidget *label = gtk_widget_get_next_sibling (detail);

  if (changes == NULL && label != NULL)
    gtk_box_remove (GTK_BOX (lines), label);
  else if (changes != NULL && label != NULL)
    gtk_label_set_text (GTK_LABEL (label), changes);
  else if (changes != NULL)
    gtk_box_append (GTK_BOX (lines), waymark_change_create_label (changes, "caption"));
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
show_sign (GtkWidget *label, WaymarkImportSection section)
{
  gtk_label_set_text (GTK_LABEL (label), sections[section].sign);
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    set_css_class (label, sections[i].css_class, i == section);
}

static char *
describe_place (const OkrImportItem *item)
{
  if (item->row == 0)
    return g_strdup ("");

  /* Translators: the number of a row in a spreadsheet */
  return g_strdup_printf (_ ("Row %u"), item->row);
}

static void
name_item (GtkListItem *list_item, WaymarkImportSection section, const char *title,
           const char *detail, const char *place)
{
  const char *word = _ (sections[section].word);
  /* Translators: for screen readers: a title, what becomes of it, what it is, and in which row */
  g_autofree char *name =
      *place != '\0' ? g_strdup_printf (_ ("%1$s, %2$s, %3$s, %4$s"), title, word, detail, place)
                     : g_strdup_printf (_ ("%1$s, %2$s, %3$s"), title, word, detail);

  waymark_names_set (gtk_widget_get_parent (gtk_list_item_get_child (list_item)), name);
}

static void
show_item (GtkListItem *list_item, WaymarkImportRow *row)
{
  GtkWidget *box = gtk_list_item_get_child (list_item);
  GtkWidget *sign = gtk_widget_get_first_child (box);
  GtkWidget *lines = gtk_widget_get_next_sibling (sign);
  GtkWidget *title = gtk_widget_get_first_child (lines);
  GtkWidget *detail = gtk_widget_get_next_sibling (title);
  g_autofree char *visible = okr_visible_text (row->item->title, OKR_VISIBLE_ONE_LINE);
  g_autofree char *facts = describe_item (row);
  g_autofree char *changes = join_changes (row->item);
  g_autofree char *place = describe_place (row->item);
  g_autofree char *all = g_strdup_printf ("%s\n%s", visible, facts);

  gtk_widget_set_margin_start (lines, row->is_below ? INDENT : 0);
  set_css_class (title, "heading", row->item->type == OKR_TYPE_OBJECTIVE);
  gtk_label_set_text (GTK_LABEL (title), visible);
  gtk_label_set_text (GTK_LABEL (detail), facts);
  show_changes (lines, detail, changes);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (box)), place);
  show_sign (sign, row->section);
  gtk_widget_set_tooltip_text (lines, all);
  name_item (list_item, row->section, visible, changes != NULL ? changes : facts, place);
}

static void
on_bind_cb (GtkListItemFactory *factory, GtkListItem *list_item, gpointer user_data)
{
  WaymarkImportRow *row = gtk_list_item_get_item (list_item);

  if (row->item == NULL)
    {
      show_heading (list_item, row);
      return;
    }

  if (gtk_list_item_get_child (list_item) == NULL)
    gtk_list_item_set_child (list_item, create_item ());
  gtk_list_item_set_activatable (list_item, FALSE);
  show_item (list_item, row);
}

/* Headings are few; the widgets of items are used again. */
static void
on_unbind_cb (GtkListItemFactory *factory, GtkListItem *list_item, gpointer user_data)
{
  WaymarkImportRow *row = gtk_list_item_get_item (list_item);

  if (row->item != NULL)
    return;

  g_signal_handlers_disconnect_by_data (row, list_item);
  gtk_accessible_reset_state (GTK_ACCESSIBLE (
                                  gtk_widget_get_parent (gtk_list_item_get_child (list_item))),
                              GTK_ACCESSIBLE_STATE_EXPANDED);
  gtk_list_item_set_child (list_item, NULL);
}

static WaymarkImportRows *
get_rows (GtkListView *list)
{
  return WAYMARK_IMPORT_ROWS (waymark_gradual_list_get_model (list));
}

static void
on_activate_cb (GtkListView *list, guint position)
{
  WaymarkImportRows *rows = get_rows (list);
  g_autoptr (WaymarkImportRow) row = g_list_model_get_item (G_LIST_MODEL (rows), position);

  if (row == NULL || row->item != NULL)
    return;

  if (row->section == WAYMARK_IMPORT_LEFT_OUT)
    gtk_widget_activate_action (GTK_WIDGET (list), "import.show-page", "s", "problems");
  else
    waymark_import_rows_toggle (rows, row->section);
}

void
waymark_import_list_init (GtkListView *list)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (WaymarkImportRows) rows = waymark_import_rows_new ();

  g_return_if_fail (GTK_IS_LIST_VIEW (list));

  g_signal_connect (factory, "bind", G_CALLBACK (on_bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind_cb), NULL);
  g_signal_connect (list, "activate", G_CALLBACK (on_activate_cb), NULL);
  gtk_list_view_set_single_click_activate (list, TRUE);
  gtk_list_view_set_factory (list, factory);
  waymark_gradual_list_set_model (list, G_LIST_MODEL (rows));
}

void
waymark_import_list_set_result (GtkListView *list, const OkrImportResult *result, OkrPlan *plan)
{
  g_return_if_fail (GTK_IS_LIST_VIEW (list));

  waymark_gradual_list_begin (list);
  waymark_import_rows_set_result (get_rows (list), result, plan);
}
