/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-question.h"

#include <glib/gi18n.h>

#include "okr-field-node.h"
#include "okr-json-shelter.h"
#include "okr-visible-text.h"
#include "waymark-difference-text.h"

#define MOST_CHARACTERS 2000 /* of a text, for a row to stay readable */
#define MOST_LINES 8

struct _WaymarkQuestion
{
  GObject parent_instance;

  OkrPlan *plan;
  OkrConflict *conflict;
  int answer;
};

enum
{
  PROP_0,
  PROP_ANSWER,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (WaymarkQuestion, waymark_question, G_TYPE_OBJECT)

static void
waymark_question_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  if (property_id == PROP_ANSWER)
    g_value_set_int (value, WAYMARK_QUESTION (object)->answer);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
waymark_question_finalize (GObject *object)
{
  WaymarkQuestion *self = WAYMARK_QUESTION (object);

  g_clear_object (&self->plan);
  g_clear_object (&self->conflict);

  G_OBJECT_CLASS (waymark_question_parent_class)->finalize (object);
}

static void
waymark_question_class_init (WaymarkQuestionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = waymark_question_get_property;
  object_class->finalize = waymark_question_finalize;

  properties[PROP_ANSWER] =
      g_param_spec_int ("answer", NULL, NULL, WAYMARK_UNANSWERED, OKR_RESOLUTION_BOTH,
                        WAYMARK_UNANSWERED, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
waymark_question_init (WaymarkQuestion *self)
{
  self->answer = WAYMARK_UNANSWERED;
}

WaymarkQuestion *
waymark_question_new (OkrPlan *plan, OkrConflict *conflict)
{
  WaymarkQuestion *self;

  g_return_val_if_fail (OKR_IS_PLAN (plan) && OKR_IS_CONFLICT (conflict), NULL);

  self = g_object_new (WAYMARK_TYPE_QUESTION, NULL);
  self->plan = g_object_ref (plan);
  self->conflict = g_object_ref (conflict);

  return self;
}

int
waymark_question_get_answer (WaymarkQuestion *self)
{
  g_return_val_if_fail (WAYMARK_IS_QUESTION (self), WAYMARK_UNANSWERED);

  return self->answer;
}

void
waymark_question_set_answer (WaymarkQuestion *self, int answer)
{
  g_return_if_fail (WAYMARK_IS_QUESTION (self));

  if (self->answer == answer)
    return;

  self->answer = answer;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ANSWER]);
}

gboolean
waymark_question_apply (WaymarkQuestion *self, GError **error)
{
  g_return_val_if_fail (WAYMARK_IS_QUESTION (self), FALSE);

  return self->answer == WAYMARK_UNANSWERED ||
         okr_conflict_resolve (self->plan, self->conflict, (OkrResolution) self->answer, error);
}

static OkrItem *
find_item (WaymarkQuestion *self)
{
  return okr_plan_find (self->plan, okr_conflict_get_item_id (self->conflict));
}

static char *
dup_item_name (WaymarkQuestion *self)
{
  OkrItem *item = find_item (self);

  return item != NULL ? waymark_difference_text_name (item)
                      : g_strdup (_ ("Something that is gone"));
}

char *
waymark_question_dup_name (WaymarkQuestion *self)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (WAYMARK_IS_QUESTION (self), NULL);

  name = dup_item_name (self);

  /* Translators: what something is called, and the field that two people changed */
  return g_strdup_printf (_ ("%1$s: %2$s"), name,
                          okr_conflict_get_field_label (self->plan, self->conflict));
}

static gboolean
is_free_text (WaymarkQuestion *self, JsonNode *value)
{
  OkrItem *item = find_item (self);
  const OkrField *field =
      item != NULL ? okr_item_find_exact_field (item, okr_conflict_get_field_path (self->conflict))
                   : NULL;

  return field != NULL && (field->type == OKR_FIELD_TEXT || field->type == OKR_FIELD_PROSE) &&
         value != NULL && okr_json_node_is_text (value);
}

/* Of texts all that is of use in choosing; elsewhere they are cut to a line. */
static char *
describe_value (WaymarkQuestion *self, JsonNode *value)
{
  g_autofree char *text = NULL;
  g_autofree char *cut = NULL;

  if (!is_free_text (self, value))
    {
      text = okr_conflict_value_to_text (self->plan, self->conflict, value);
      return okr_visible_text (text, OKR_VISIBLE_ONE_LINE);
    }

  text = okr_visible_text (okr_json_node_get_text (value), OKR_VISIBLE_KEEP_LINES);
  if (g_utf8_strlen (text, -1) <= MOST_CHARACTERS)
    return g_steal_pointer (&text);

  cut = g_utf8_substring (text, 0, MOST_CHARACTERS);

  return g_strconcat (cut, "…", NULL);
}

static GtkWidget *
create_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);

  return label;
}

static GtkWidget *
create_value (const char *text)
{
  GtkWidget *label = create_label (text, "waymark-question-value");

  gtk_label_set_lines (GTK_LABEL (label), MOST_LINES);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (label, text);

  return label;
}

static void
on_toggled_cb (GtkToggleButton *button, WaymarkQuestion *self)
{
  const int answer = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "answer"));

  if (gtk_toggle_button_get_active (button))
    waymark_question_set_answer (self, answer);
  else if (self->answer == answer)
    waymark_question_set_answer (self, WAYMARK_UNANSWERED);
}

static void
follow_answer (GtkToggleButton *button, GParamSpec *pspec, WaymarkQuestion *self)
{
  const int answer = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "answer"));

  gtk_toggle_button_set_active (button, self->answer == answer);
}

static void
on_answer_cb (WaymarkQuestion *self, GParamSpec *pspec, GtkToggleButton *button)
{
  follow_answer (button, pspec, self);
}

static GtkWidget *
create_choice (WaymarkQuestion *self, OkrResolution answer, const char *label, const char *value)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  /* Translators: an answer such as "Mine", and the value that it stands for */
  g_autofree char *name =
      value != NULL ? g_strdup_printf (_ ("%1$s: %2$s"), label, value) : g_strdup (label);

  gtk_box_append (GTK_BOX (lines), create_label (label, "caption-heading"));
  if (value != NULL)
    gtk_box_append (GTK_BOX (lines), create_value (value));
  gtk_widget_set_valign (lines, value != NULL ? GTK_ALIGN_START : GTK_ALIGN_CENTER);
  gtk_button_set_child (GTK_BUTTON (button), lines);
  gtk_widget_add_css_class (button, "waymark-question-choice");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  g_object_set_data (G_OBJECT (button), "answer", GINT_TO_POINTER (answer));
  follow_answer (GTK_TOGGLE_BUTTON (button), NULL, self);
  g_signal_connect_object (button, "toggled", G_CALLBACK (on_toggled_cb), self, 0);
  g_signal_connect_object (self, "notify::answer", G_CALLBACK (on_answer_cb), button, 0);

  return button;
}

static void
append_heading (WaymarkQuestion *self, GtkWidget *box)
{
  g_autofree char *name = dup_item_name (self);
  GtkWidget *title = create_label (name, "caption");

  gtk_widget_add_css_class (title, "dim-label");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box),
                  create_label (okr_conflict_get_field_label (self->plan, self->conflict),
                                "heading"));
}

/* An answer knows two sides; what a third copy says is there to be seen. */
static void
append_others (WaymarkQuestion *self, GtkWidget *box)
{
  JsonNode *others = okr_conflict_get_others (self->conflict);
  const guint n = others != NULL ? json_array_get_length (json_node_get_array (others)) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *value =
          describe_value (self, json_array_get_element (json_node_get_array (others), i));
      /* Translators: the value of a further copy follows */
      GtkWidget *heading = create_label (_ ("another:"), "caption-heading");

      gtk_widget_set_margin_top (heading, 6);
      gtk_box_append (GTK_BOX (box), heading);
      gtk_box_append (GTK_BOX (box), create_value (value));
    }
}

GtkWidget *
waymark_question_create_widget (WaymarkQuestion *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *sides = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autoptr (JsonNode) standing = NULL;
  g_autofree char *mine = NULL;
  g_autofree char *theirs = NULL;

  g_return_val_if_fail (WAYMARK_IS_QUESTION (self), NULL);

  standing = okr_conflict_dup_standing (self->plan, self->conflict);
  mine = describe_value (self, standing);
  theirs = describe_value (self, okr_conflict_get_theirs (self->conflict));
  append_heading (self, box);
  gtk_box_set_homogeneous (GTK_BOX (sides), TRUE);
  gtk_widget_set_margin_top (sides, 6);
  gtk_box_append (GTK_BOX (sides), create_choice (self, OKR_RESOLUTION_OURS, _ ("Mine"), mine));
  gtk_box_append (GTK_BOX (sides),
                  create_choice (self, OKR_RESOLUTION_THEIRS, _ ("Theirs"), theirs));
  gtk_box_append (GTK_BOX (box), sides);
  append_others (self, box);
  if (okr_conflict_can_keep_both (self->plan, self->conflict))
    {
      GtkWidget *both = create_choice (self, OKR_RESOLUTION_BOTH, _ ("Both, mine first"), NULL);

      gtk_widget_set_margin_top (both, 6);
      gtk_widget_set_halign (both, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (box), both);
    }
  gtk_widget_add_css_class (box, "waymark-question");

  return box;
}
