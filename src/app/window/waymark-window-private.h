/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waymark-alignment-view.h"
#include "waymark-banner.h"
#include "waymark-conflict-copies.h"
#include "waymark-document.h"
#include "waymark-draft-keeper.h"
#include "waymark-list-view.h"
#include "waymark-outside.h"
#include "waymark-presence.h"
#include "waymark-tree-view.h"
#include "waymark-window.h"

G_BEGIN_DECLS

/* What a save was asked for, however many questions come in between. */
typedef enum
{
  WAYMARK_AFTER_SAVE_NOTHING,
  WAYMARK_AFTER_SAVE_CLOSE,
  WAYMARK_AFTER_SAVE_MAIL,
} WaymarkAfterSave;

struct _WaymarkWindow
{
  AdwApplicationWindow parent_instance;

  WaymarkSession *session;
  WaymarkDocument *document;
  WaymarkDraftKeeper *draft_keeper;
  WaymarkOutside *outside;
  GListModel *questions; /* of the plan, from merges */
  GSignalGroup *cycle_signals;
  WaymarkPresence *presence;
  WaymarkConflictCopies *copies;
  GSettings *settings;
  GCancellable *loading;
  GFile *loading_file;
  GQueue tables; /* GFiles that were dropped here and wait for their import */
  guint tables_idle;
  gboolean loads_copy;    /* what is being opened becomes a plan without a file */
  gboolean has_connected; /* for it; once is enough to ask for a password */
  gboolean has_next_save; /* asked for while the document was busy */
  WaymarkAfterSave next_save;
  gboolean may_close;     /* the question about unsaved work is answered */
  gboolean field_waits;   /* a field holds what it has not handed over yet */
  gboolean offers_recent; /* the menu has the files that were open lately */
  gboolean is_merging_copies;
  gboolean is_narrow;
  gboolean is_slim;
  guint day_timer;
  guint look_timer;
  guint update_idle;

  AdwToastOverlay *toasts;
  GtkStack *pages;
  AdwViewStack *views;
  AdwViewSwitcherTitle *switcher_title;
  AdwViewSwitcherBar *switcher_bar;
  AdwFlap *sidebar_flap;
  AdwFlap *inspector_flap;
  GtkWidget *sidebar_button;
  GtkWidget *inspector_button;
  GtkWidget *add_button;
  GtkWidget *save_button;
  GtkWidget *search_button;
  GtkMenuButton *presence_button;
  GtkLabel *presence_label;
  GtkSearchBar *search_bar;
  GtkSearchEntry *search_entry;
  GtkLabel *search_count;
  WaymarkBanner *notice_banner;
  WaymarkBanner *recovery_banner;
  WaymarkBanner *draft_banner;
  WaymarkBanner *copies_banner;
  WaymarkBanner *outside_banner;
  GtkWidget *connect_button;
  WaymarkBanner *questions_banner;
  WaymarkBanner *cycle_banner; /* below all others, and silent while one of them speaks */
  GtkWidget *loading_spinner;
  GtkWidget *new_button;
  GtkMenuButton *menu_button;
  GtkListBox *recent_list;
  GMenu *open_section;
  GMenu *undo_section;
  WaymarkListView *list_view;
  WaymarkTreeView *tree_view;
  WaymarkAlignmentView *alignment_view;
  GtkWidget *sidebar;
  GtkWidget *inspector;
};

/* waymark-window-actions.c */
void waymark_window_install_actions (GtkWidgetClass *widget_class);
void waymark_window_update_actions (WaymarkWindow *self);

/* waymark-window-items.c; the first is what is selected, or has the key result that is, the second
 * whether there is something to move it past, up (-1) or down (1); the others are actions */
OkrObjective *waymark_window_get_objective (WaymarkWindow *self);
gboolean waymark_window_can_move (WaymarkWindow *self, int step);
void waymark_window_add_objective (GtkWidget *widget, const char *name, GVariant *parameter);
void waymark_window_add_key_result (GtkWidget *widget, const char *name, GVariant *parameter);
void waymark_window_add_initiative (GtkWidget *widget, const char *name, GVariant *parameter);
void waymark_window_add_milestone (GtkWidget *widget, const char *name, GVariant *parameter);
void waymark_window_duplicate (GtkWidget *widget, const char *name, GVariant *parameter);
void waymark_window_delete (GtkWidget *widget, const char *name, GVariant *parameter);
void waymark_window_move (GtkWidget *widget, const char *name, GVariant *parameter);

/* waymark-window-views.c; the last two are actions */
void waymark_window_bind_search (GtkWidgetClass *widget_class);
void waymark_window_update_search_count (WaymarkWindow *self);
void waymark_window_rename_selected (GtkWidget *widget, const char *name, GVariant *parameter);
void waymark_window_find_again (GtkWidget *widget, const char *name, GVariant *parameter);

/* waymark-window-output.c: actions */
void waymark_window_copy (GtkWidget *widget, const char *name, GVariant *parameter);
void waymark_window_export (GtkWidget *widget, const char *name, GVariant *parameter);
void waymark_window_print (GtkWidget *widget, const char *name, GVariant *parameter);
void waymark_window_tell_exported (GtkWidget *widget, const char *name, GVariant *parameter);
void waymark_window_open_exported (GtkWidget *widget, const char *name, GVariant *parameter);

/* waymark-window-mail.c; the first is an action */
void waymark_window_mail (GtkWidget *widget, const char *name, GVariant *parameter);
void waymark_window_mail_saved (WaymarkWindow *self);

/* waymark-window-file.c */
void waymark_window_update_recent (WaymarkWindow *self);
void waymark_window_save (WaymarkWindow *self, WaymarkAfterSave after);
void waymark_window_save_as (WaymarkWindow *self, WaymarkAfterSave after);
gboolean waymark_window_ask_before_close (WaymarkWindow *self);
void waymark_window_close_unsaved (WaymarkWindow *self);
void waymark_window_reload (WaymarkWindow *self);

/* waymark-window-drafts.c */
void waymark_window_init_drafts (WaymarkWindow *self);
void waymark_window_update_banners (WaymarkWindow *self);
void waymark_window_keep_recovered (WaymarkWindow *self);
void waymark_window_discard_recovered (WaymarkWindow *self);

/* waymark-window-sharing.c; the last is an action */
void waymark_window_bind_sharing (GtkWidgetClass *widget_class);
void waymark_window_init_sharing (WaymarkWindow *self);
void waymark_window_dispose_sharing (WaymarkWindow *self);
void waymark_window_put_off_copies (WaymarkWindow *self);
void waymark_window_connect (GtkWidget *widget, const char *name, GVariant *parameter);

/* waymark-window-cycle.c; the last is an action */
void waymark_window_init_cycle (WaymarkWindow *self);
void waymark_window_start_cycle (GtkWidget *widget, const char *name, GVariant *parameter);

/* waymark-window-merge.c; the first three are actions */
void waymark_window_show_changes (GtkWidget *widget, const char *name, GVariant *parameter);
void waymark_window_merge_with (GtkWidget *widget, const char *name, GVariant *parameter);
void waymark_window_review_conflicts (GtkWidget *widget, const char *name, GVariant *parameter);
void waymark_window_merge_copies (WaymarkWindow *self);
void waymark_window_take_files (WaymarkWindow *self, GSList *files);

/* waymark-window-import.c; the first is an action */
void waymark_window_choose_table (GtkWidget *widget, const char *name, GVariant *parameter);
gboolean waymark_window_import_dropped (WaymarkWindow *self, GSList *files);
void waymark_window_forget_tables (WaymarkWindow *self);

void waymark_window_show_toast (WaymarkWindow *self, const char *message, gboolean can_undo);
void waymark_window_show_page (WaymarkWindow *self, const char *page);

G_END_DECLS
