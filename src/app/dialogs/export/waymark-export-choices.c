/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-export-choices.h"

#include <glib/gi18n.h>

#include "waymark-item-choices.h"

void
waymark_export_choices_show_scope (WaymarkChoiceRow *cycle, WaymarkChoiceRow *team,
                                   WaymarkChoiceRow *person, WaymarkSession *session)
{
  OkrPlan *plan;
  OkrCycle *shown_cycle;
  OkrTeam *shown_team;

  g_return_if_fail (WAYMARK_IS_SESSION (session));

  plan = waymark_session_get_plan (session);
  shown_cycle = waymark_session_get_cycle (session);
  shown_team = waymark_session_get_team (session);
  waymark_item_choices_show_cycles (cycle, plan, _ ("All cycles"));
  waymark_item_choices_show_teams (team, plan, _ ("All teams"));
  waymark_item_choices_show_people (person, plan, FALSE, _ ("Everyone"));
  waymark_choice_row_choose (cycle,
                             shown_cycle != NULL ? okr_item_get_id (OKR_ITEM (shown_cycle)) : "");
  waymark_choice_row_choose (team,
                             shown_team != NULL ? okr_item_get_id (OKR_ITEM (shown_team)) : "");
}

void
waymark_export_choices_update_person (WaymarkChoiceRow *person, OkrPlan *plan,
                                      const OkrExportKind *kind)
{
  GListModel *people;

  g_return_if_fail (WAYMARK_IS_CHOICE_ROW (person) && kind != NULL);

  if (plan != NULL)
    waymark_item_choices_show_people (person, plan, kind->has_initiatives, _ ("Everyone"));
  people = adw_combo_row_get_model (ADW_COMBO_ROW (person));
  gtk_widget_set_visible (GTK_WIDGET (person),
                          kind->has_person && g_list_model_get_n_items (people) > 1);
}

void
waymark_export_choices_read_scope (WaymarkChoiceRow *cycle, WaymarkChoiceRow *team,
                                   WaymarkChoiceRow *person, OkrPlan *plan,
                                   OkrExportOptions *options)
{
  const char *owner;

  g_return_if_fail (OKR_IS_PLAN (plan) && options != NULL);

  owner = waymark_choice_row_get_chosen (person);
  if (*owner != '\0' && gtk_widget_get_visible (GTK_WIDGET (person)))
    options->owner = owner;

  options->cycle =
      okr_plan_find_typed (plan, waymark_choice_row_get_chosen (cycle), OKR_TYPE_CYCLE);
  options->team = okr_plan_find_typed (plan, waymark_choice_row_get_chosen (team), OKR_TYPE_TEAM);
}

guint
waymark_export_choices_show_reports (WaymarkChoiceRow *row, const char *extension,
                                     const char *report)
{
  guint n_kinds = 0;
  const OkrExportKind *kinds = okr_export_get_kinds (&n_kinds);
  const OkrExportKind *chosen;
  g_autoptr (GArray) choices = g_array_new (FALSE, FALSE, sizeof (WaymarkChoice));

  g_return_val_if_fail (WAYMARK_IS_CHOICE_ROW (row) && extension != NULL, 0);

  chosen = okr_export_find_kind (extension, report);
  if (chosen == NULL)
    chosen = okr_export_find_kind (extension, NULL);
  for (guint i = 0; i < n_kinds; i++)
    {
      const WaymarkChoice choice = { kinds[i].report, _ (kinds[i].title), 0 };

      if (g_str_equal (kinds[i].extension, extension))
        g_array_append_val (choices, choice);
    }
  waymark_choice_row_set_choices (row, (const WaymarkChoice *) (gpointer) choices->data,
                                  choices->len);
  waymark_choice_row_choose (row, chosen->report);

  return choices->len;
}

static void
add_size (GArray *choices, GPtrArray *sizes, GtkPaperSize *size)
{
  const WaymarkChoice choice = { gtk_paper_size_get_name (size),
                                 gtk_paper_size_get_display_name (size), 0 };

  g_ptr_array_add (sizes, size);
  g_array_append_val (choices, choice);
}

/* A size that is not among the usual ones was chosen in the system's dialog. */
static void
show_sizes (WaymarkChoiceRow *row, GtkPaperSize *chosen)
{
  static const char *const names[] = { GTK_PAPER_NAME_A4, GTK_PAPER_NAME_A3, GTK_PAPER_NAME_A5,
                                       GTK_PAPER_NAME_LETTER, GTK_PAPER_NAME_LEGAL };
  g_autoptr (GArray) choices = g_array_new (FALSE, FALSE, sizeof (WaymarkChoice));
  g_autoptr (GPtrArray) sizes =
      g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_paper_size_free);
  gboolean is_usual = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      add_size (choices, sizes, gtk_paper_size_new (names[i]));
      is_usual = is_usual || g_str_equal (names[i], gtk_paper_size_get_name (chosen));
    }
  if (!is_usual)
    add_size (choices, sizes, gtk_paper_size_copy (chosen));
  waymark_choice_row_set_choices (row, (const WaymarkChoice *) (gpointer) choices->data,
                                  choices->len);
  waymark_choice_row_choose (row, gtk_paper_size_get_name (chosen));
}

void
waymark_export_choices_show_paper (WaymarkChoiceRow *paper, WaymarkChoiceRow *orientation,
                                   GtkPageSetup *setup)
{
  const WaymarkChoice orientations[] = {
    /* Translators: how paper lies */
    { "portrait", _ ("Portrait"), 0 },
    { "landscape", _ ("Landscape"), 0 },
  };
  GtkPageOrientation chosen;

  g_return_if_fail (GTK_IS_PAGE_SETUP (setup));

  chosen = gtk_page_setup_get_orientation (setup);
  show_sizes (paper, gtk_page_setup_get_paper_size (setup));
  waymark_choice_row_set_choices (orientation, orientations, G_N_ELEMENTS (orientations));
  waymark_choice_row_choose (orientation, chosen == GTK_PAGE_ORIENTATION_LANDSCAPE ||
                                                  chosen == GTK_PAGE_ORIENTATION_REVERSE_LANDSCAPE
                                              ? "landscape"
                                              : "portrait");
}

GtkPageSetup *
waymark_export_choices_read_paper (WaymarkChoiceRow *paper, WaymarkChoiceRow *orientation,
                                   GtkPageSetup *setup)
{
  GtkPageSetup *chosen;
  const char *name;

  g_return_val_if_fail (GTK_IS_PAGE_SETUP (setup), NULL);

  chosen = gtk_page_setup_copy (setup);
  name = waymark_choice_row_get_chosen (paper);
  if (!g_str_equal (name, gtk_paper_size_get_name (gtk_page_setup_get_paper_size (setup))))
    {
      GtkPaperSize *size = gtk_paper_size_new (name);

      gtk_page_setup_set_paper_size_and_default_margins (chosen, size);
      gtk_paper_size_free (size);
    }
  gtk_page_setup_set_orientation (chosen, g_str_equal (waymark_choice_row_get_chosen (orientation),
                                                       "landscape")
                                              ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                              : GTK_PAGE_ORIENTATION_PORTRAIT);

  return chosen;
}
