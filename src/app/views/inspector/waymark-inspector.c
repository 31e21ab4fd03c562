/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-inspector.h"

#include <glib/gi18n.h>

#include "waymark-key-result-page.h"
#include "waymark-objective-page.h"
#include "waymark-scope-page.h"

struct _WaymarkInspector
{
  GtkWidget parent_instance;

  GtkScrolledWindow *scroller;
  GtkStack *stack;
  WaymarkScopePage *scope;
  WaymarkObjectivePage *objective;
  WaymarkKeyResultPage *key_result;

  WaymarkSession *session;
  GSignalGroup *plan_signals;
};

enum
{
  PROP_SESSION = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (WaymarkInspector, waymark_inspector, GTK_TYPE_WIDGET)

static OkrItem *
get_selected (WaymarkInspector *self)
{
  return self->session != NULL ? waymark_session_get_selected (self->session) : NULL;
}

/* Screen readers would find in them what they showed last. */
static void
hide_others (WaymarkInspector *self, GtkWidget *page)
{
  GtkWidget *pages[] = { GTK_WIDGET (self->scope), GTK_WIDGET (self->objective),
                         GTK_WIDGET (self->key_result) };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      if (pages[i] != page)
        gtk_widget_set_visible (pages[i], FALSE);
    }
}

/* A page that is not seen lets go of its item and costs nothing. */
static void
update (WaymarkInspector *self)
{
  OkrItem *item = get_selected (self);
  OkrObjective *objective = OKR_IS_OBJECTIVE (item) ? OKR_OBJECTIVE (item) : NULL;
  OkrKeyResult *kr = OKR_IS_KEY_RESULT (item) ? OKR_KEY_RESULT (item) : NULL;
  GtkWidget *page = GTK_WIDGET (self->scope);

  waymark_objective_page_set_item (self->objective, self->session, objective);
  waymark_key_result_page_set_item (self->key_result, self->session, kr);
  if (objective != NULL)
    page = GTK_WIDGET (self->objective);
  else if (kr != NULL)
    page = GTK_WIDGET (self->key_result);
  else if (self->session != NULL)
    waymark_scope_page_show (self->scope, self->session);
  if (item != NULL)
    gtk_widget_set_visible (page, TRUE);
  gtk_stack_set_visible_child (self->stack, page);
  hide_others (self, page);
}

static gboolean
has_focus (WaymarkInspector *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

static void
on_selected_cb (WaymarkInspector *self)
{
  const gboolean focused = has_focus (self);

  update (self);
  /* What had the focus may be gone, or belong to the new item now. */
  if (focused)
    gtk_widget_grab_focus (gtk_stack_get_visible_child (self->stack));
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

static void
refresh (WaymarkInspector *self)
{
  waymark_objective_page_refresh (self->objective);
  waymark_key_result_page_refresh (self->key_result);
  if (self->session != NULL &&
      gtk_stack_get_visible_child (self->stack) == GTK_WIDGET (self->scope))
    waymark_scope_page_show (self->scope, self->session);
}

static void
on_plan_cb (WaymarkInspector *self)
{
  g_signal_group_set_target (self->plan_signals, waymark_session_get_plan (self->session));
  /* The stack leaves a page that hides itself, as that of the scope does without a plan. */
  update (self);
  refresh (self);
}

static void
waymark_inspector_get_property (GObject *object, guint property_id, GValue *value,
                                GParamSpec *pspec)
{
  if (property_id == PROP_SESSION)
    g_value_set_object (value, WAYMARK_INSPECTOR (object)->session);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
waymark_inspector_set_property (GObject *object, guint property_id, const GValue *value,
                                GParamSpec *pspec)
{
  if (property_id == PROP_SESSION)
    waymark_inspector_set_session (WAYMARK_INSPECTOR (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
waymark_inspector_dispose (GObject *object)
{
  WaymarkInspector *self = WAYMARK_INSPECTOR (object);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->plan_signals);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), WAYMARK_TYPE_INSPECTOR);

  G_OBJECT_CLASS (waymark_inspector_parent_class)->dispose (object);
}

static void
waymark_inspector_class_init (WaymarkInspectorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = waymark_inspector_get_property;
  object_class->set_property = waymark_inspector_set_property;
  object_class->dispose = waymark_inspector_dispose;

  properties[PROP_SESSION] =
      g_param_spec_object ("session", NULL, NULL, WAYMARK_TYPE_SESSION,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (WAYMARK_TYPE_SCOPE_PAGE);
  g_type_ensure (WAYMARK_TYPE_OBJECTIVE_PAGE);
  g_type_ensure (WAYMARK_TYPE_KEY_RESULT_PAGE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/waymark/Waymark/ui/waymark-inspector.ui");
  gtk_widget_class_bind_template_child (widget_class, WaymarkInspector, scroller);
  gtk_widget_class_bind_template_child (widget_class, WaymarkInspector, stack);
  gtk_widget_class_bind_template_child (widget_class, WaymarkInspector, scope);
  gtk_widget_class_bind_template_child (widget_class, WaymarkInspector, objective);
  gtk_widget_class_bind_template_child (widget_class, WaymarkInspector, key_result);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "inspector");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
waymark_inspector_init (WaymarkInspector *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  /* Translators: name of the pane that shows the selected item */
                                  _ ("Inspector"), -1);
  self->plan_signals = g_signal_group_new (OKR_TYPE_PLAN);
  g_signal_group_connect_swapped (self->plan_signals, "edited", G_CALLBACK (refresh), self);
  g_signal_group_connect_swapped (self->plan_signals, "today-changed", G_CALLBACK (refresh), self);
}

GtkWidget *
waymark_inspector_new (void)
{
  return g_object_new (WAYMARK_TYPE_INSPECTOR, NULL);
}

void
waymark_inspector_set_session (WaymarkInspector *self, WaymarkSession *session)
{
  g_return_if_fail (WAYMARK_IS_INSPECTOR (self));
  g_return_if_fail (session == NULL || WAYMARK_IS_SESSION (session));

  if (self->session == session)
    return;

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_set_object (&self->session, session);
  g_signal_group_set_target (self->plan_signals,
                             session != NULL ? waymark_session_get_plan (session) : NULL);
  if (session != NULL)
    {
      g_signal_connect_object (session, "notify::selected", G_CALLBACK (on_selected_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (session, "notify::plan", G_CALLBACK (on_plan_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (session, "notify::cycle", G_CALLBACK (refresh), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (session, "notify::team", G_CALLBACK (refresh), self,
                               G_CONNECT_SWAPPED);
    }
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}
