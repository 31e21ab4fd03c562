/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "okr-calendar.h"

#include <glib/gi18n-lib.h>
#include <libical/ical.h>
#include <string.h>

#include "okr-list.h"
#include "okr-rhythm.h"
#include "okr-visible-text.h"

typedef struct
{
  OkrPlan *plan;
  const OkrScope *scope;
  icalcomponent *root;
} Calendar;

/* One event; its rule is empty where it does not come again. */
typedef struct
{
  const char *id; /* of the item that it is about */
  const char *what;
  OkrDay day;
  const char *rule;
  const char *summary;
  const char *description;
  icalproperty_status status;
} Event;

static struct icaltimetype
to_date (OkrDay day)
{
  struct icaltimetype date = icaltime_null_date ();

  okr_day_to_ymd (day, &date.year, &date.month, &date.day);

  return date;
}

static struct icaltimetype
to_midnight (OkrDay day)
{
  struct icaltimetype time = to_date (day);

  time.is_date = 0;
  time.hour = time.minute = time.second = 0;
  time.zone = icaltimezone_get_utc_timezone ();

  return time;
}

/* What a calendar must not hold, libical would write as it is. */
static void
add_text (icalcomponent *component, icalproperty *(*make) (const char *text), const char *text)
{
  g_autofree char *visible = okr_visible_text (text, OKR_VISIBLE_KEEP_LINES);

  if (*visible != '\0')
    icalcomponent_add_property (component, make (visible));
}

/* A team's calendar, or a person's, may stand beside that of the whole plan. */
static char *
dup_uid (const Calendar *calendar, const Event *event)
{
  OkrTeam *team = calendar->scope->team;
  const char *owner = calendar->scope->owner;
  const char *id = okr_item_get_id (team != NULL ? OKR_ITEM (team) : OKR_ITEM (calendar->plan));
  g_autofree char *person = NULL;

  if (owner == NULL)
    return g_strdup_printf ("%s.%s.%s@waymark", id, event->id, event->what);

  /* People have no ids, and names may hold anything. */
  person = g_compute_checksum_for_string (G_CHECKSUM_SHA1, owner, -1);
  person[12] = '\0';

  return g_strdup_printf ("%s.%s.%s.%s@waymark", id, person, event->id, event->what);
}

static void
add_event (const Calendar *calendar, const Event *event)
{
  icalcomponent *component = icalcomponent_new (ICAL_VEVENT_COMPONENT);
  g_autofree char *uid = dup_uid (calendar, event);

  add_text (component, icalproperty_new_uid, uid);
  icalcomponent_add_property (component, icalproperty_new_dtstamp (
                                             to_midnight (okr_plan_get_today (calendar->plan))));
  icalcomponent_add_property (component, icalproperty_new_dtstart (to_date (event->day)));
  if (event->rule != NULL)
    icalcomponent_add_property (component, icalproperty_new_rrule (
                                               icalrecurrencetype_from_string (event->rule)));
  add_text (component, icalproperty_new_summary, event->summary);
  add_text (component, icalproperty_new_description, event->description);
  icalcomponent_add_property (component, icalproperty_new_status (event->status));
  icalcomponent_add_property (component, icalproperty_new_transp (ICAL_TRANSP_TRANSPARENT));
  icalcomponent_add_property (component, icalproperty_new_categories ("OKR"));
  icalcomponent_add_component (calendar->root, component);
}

/* The rhythm of a cycle */

static char *
dup_rule (const char *frequency, OkrDay until)
{
  int year, month, day;

  okr_day_to_ymd (until, &year, &month, &day);

  return g_strdup_printf ("%s;UNTIL=%04d%02d%02d", frequency, year, month, day);
}

static char *
dup_check_in_rule (const OkrRhythm *rhythm)
{
  const gboolean is_weekly = rhythm->interval % 7 == 0;
  g_autofree char *frequency =
      g_strdup_printf ("FREQ=%s;INTERVAL=%u", is_weekly ? "WEEKLY" : "DAILY",
                       is_weekly ? rhythm->interval / 7 : rhythm->interval);

  return dup_rule (frequency, rhythm->retrospective);
}

static char *
dup_review_rule (const OkrRhythm *rhythm)
{
  static const char *const names[] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU" };
  g_autofree char *frequency = g_strdup_printf ("FREQ=MONTHLY;BYDAY=1%s", names[rhythm->weekday]);

  return dup_rule (frequency, rhythm->last_review);
}

/* Whose meeting it is. */
static const char *
get_host (const Calendar *calendar, OkrCycle *cycle)
{
  const char *name = okr_item_get_title (
      calendar->scope->team != NULL ? OKR_ITEM (calendar->scope->team) : OKR_ITEM (calendar->plan));

  return *name != '\0' ? name : okr_item_get_title (OKR_ITEM (cycle));
}

static void
add_meeting (const Calendar *calendar, OkrCycle *cycle, Event *event, const char *purpose)
{
  g_autofree char *description =
      g_strdup_printf ("%s\n\n%s", okr_item_get_title (OKR_ITEM (cycle)), purpose);

  event->id = okr_item_get_id (OKR_ITEM (cycle));
  event->description = description;
  event->status = ICAL_STATUS_CONFIRMED;
  if (event->day != OKR_DAY_NONE)
    add_event (calendar, event);
}

static void
add_check_ins (const Calendar *calendar, OkrCycle *cycle, const OkrRhythm *rhythm)
{
  g_autofree char *rule = dup_check_in_rule (rhythm);
  /* Translators: the name of an organisation or a team */
  g_autofree char *summary = g_strdup_printf (_ ("OKR check-in: %s"), get_host (calendar, cycle));
  Event event = { .what = "check-in", .day = rhythm->check_in, .rule = rule, .summary = summary };

  add_meeting (calendar, cycle, &event,
               _ ("For each key result: its value, the confidence from 0 to 10, and what stands "
                  "in the way. At most 20 minutes, to solve problems."));
}

static void
add_reviews (const Calendar *calendar, OkrCycle *cycle, const OkrRhythm *rhythm)
{
  g_autofree char *rule = dup_review_rule (rhythm);
  /* Translators: the name of an organisation or a team */
  g_autofree char *summary = g_strdup_printf (_ ("OKR review: %s"), get_host (calendar, cycle));
  Event event = { .what = "review", .day = rhythm->review, .rule = rule, .summary = summary };

  add_meeting (calendar, cycle, &event,
               _ ("Are these still the right key results? What has to change so that they are "
                  "reached?"));
}

static void
add_retrospective (const Calendar *calendar, OkrCycle *cycle, const OkrRhythm *rhythm)
{
  /* Translators: the name of an organisation or a team */
  g_autofree char *summary =
      g_strdup_printf (_ ("OKR retrospective: %s"), get_host (calendar, cycle));
  Event event = { .what = "retrospective", .day = rhythm->retrospective, .summary = summary };

  add_meeting (calendar, cycle, &event,
               _ ("First the results: how near did we come, and what did we learn? Then the "
                  "process: too ambitious or too timid, and what held us back? Then the cycle is "
                  "closed."));
}

static void
add_cycle (const Calendar *calendar, OkrCycle *cycle)
{
  OkrRhythm rhythm;

  if (!okr_rhythm_of_cycle (calendar->plan, cycle, &rhythm))
    return;
  add_check_ins (calendar, cycle, &rhythm);
  add_reviews (calendar, cycle, &rhythm);
  add_retrospective (calendar, cycle, &rhythm);
}

/* Due dates */

/* A line, where there is something to say. */
static void G_GNUC_PRINTF (3, 4)
    append_line (GString *text, const char *value, const char *format, ...)
{
  va_list arguments;

  if (value == NULL || *value == '\0')
    return;
  if (text->len > 0)
    g_string_append_c (text, '\n');
  va_start (arguments, format);
  g_string_append_vprintf (text, format, arguments);
  va_end (arguments);
}

static void
add_due (const Calendar *calendar, OkrItem *item, OkrDay day, icalproperty_status status,
         const char *description)
{
  /* Translators: the title of a key result or an initiative that is to be ready that day */
  g_autofree char *summary = g_strdup_printf (_ ("Due: %s"), okr_item_get_title (item));
  const Event event = { okr_item_get_id (item), "due", day, NULL, summary, description, status };

  if (day != OKR_DAY_NONE)
    add_event (calendar, &event);
}

static void
add_initiative (const Calendar *calendar, OkrInitiative *initiative, icalproperty_status status)
{
  const OkrInitiativeState state = okr_initiative_get_state (initiative);
  const char *state_label = okr_enum_to_label (OKR_TYPE_INITIATIVE_STATE, (int) state);
  const char *kr = okr_item_get_title (okr_item_get_parent (OKR_ITEM (initiative)));
  const char *owner = okr_initiative_get_owner (initiative);
  const char *outcome = okr_initiative_get_outcome (initiative);
  g_autoptr (GString) text = g_string_new (NULL);

  /* Translators: the title of a key result */
  append_line (text, kr, _ ("Key result: %s"), kr);
  /* Translators: the name of a person */
  append_line (text, owner, _ ("Owner: %s"), owner);
  /* Translators: what became of an initiative, such as "Done" */
  append_line (text, state_label, _ ("State: %s"), state_label);
  /* Translators: what an initiative brought, in a person's words */
  append_line (text, outcome, _ ("Outcome: %s"), outcome);
  add_due (calendar, OKR_ITEM (initiative), okr_initiative_get_due (initiative),
           state == OKR_INITIATIVE_STATE_DISCARDED ? ICAL_STATUS_CANCELLED : status, text->str);
}

static void
add_key_result (const Calendar *calendar, OkrKeyResult *kr, icalproperty_status status)
{
  const char *objective = okr_item_get_title (okr_item_get_parent (OKR_ITEM (kr)));
  const char *owner = okr_key_result_get_owner (kr);
  g_autoptr (GString) text = g_string_new (NULL);

  /* Translators: the title of an objective */
  append_line (text, objective, _ ("Objective: %s"), objective);
  append_line (text, owner, _ ("Owner: %s"), owner);
  add_due (calendar, OKR_ITEM (kr), okr_key_result_get_due (kr), status, text->str);
}

/* A person may do something for a key result that is another's. */
static void
add_initiatives (const Calendar *calendar, OkrKeyResult *kr, gboolean is_all,
                 icalproperty_status status)
{
  GListModel *initiatives = okr_key_result_get_initiatives (kr);

  for (guint i = 0; i < g_list_model_get_n_items (initiatives); i++)
    {
      OkrInitiative *initiative = OKR_INITIATIVE (okr_list_peek (OKR_LIST (initiatives), i));

      if (is_all || g_str_equal (okr_initiative_get_owner (initiative), calendar->scope->owner))
        add_initiative (calendar, initiative, status);
    }
}

static icalproperty_status
get_status (OkrObjective *objective)
{
  const OkrObjectiveState state = okr_objective_get_state (objective);

  if (state == OKR_OBJECTIVE_STATE_DROPPED)
    return ICAL_STATUS_CANCELLED;

  return state == OKR_OBJECTIVE_STATE_DRAFT ? ICAL_STATUS_TENTATIVE : ICAL_STATUS_CONFIRMED;
}

static void
add_objective (const Calendar *calendar, OkrObjective *objective)
{
  GListModel *krs = okr_objective_get_key_results (objective);
  const icalproperty_status status = get_status (objective);

  for (guint i = 0; i < g_list_model_get_n_items (krs); i++)
    {
      OkrKeyResult *kr = OKR_KEY_RESULT (okr_list_peek (OKR_LIST (krs), i));
      const gboolean is_all = okr_scope_has_key_result (calendar->scope, objective, kr);

      if (is_all)
        add_key_result (calendar, kr, status);
      add_initiatives (calendar, kr, is_all, status);
    }
}

/* The file */

static void
add_head (const Calendar *calendar)
{
  const char *title = okr_item_get_title (OKR_ITEM (calendar->plan));
  g_autofree char *visible = okr_visible_text (title, OKR_VISIBLE_ONE_LINE);
  icalproperty *name = icalproperty_new_x (visible);

  add_text (calendar->root, icalproperty_new_version, "2.0");
  add_text (calendar->root, icalproperty_new_prodid, "-//Waymark//Waymark//EN");
  add_text (calendar->root, icalproperty_new_calscale, "GREGORIAN");
  add_text (calendar->root, icalproperty_new_name, title);
  /* Most programs do not know the name that RFC 7986 brought. */
  icalproperty_set_x_name (name, "X-WR-CALNAME");
  icalcomponent_add_property (calendar->root, name);
}

static void
add_all (const Calendar *calendar)
{
  GListModel *cycles = okr_plan_get_cycles (calendar->plan);
  GListModel *objectives = okr_plan_get_objectives (calendar->plan);

  for (guint i = 0; i < g_list_model_get_n_items (cycles); i++)
    {
      OkrCycle *cycle = OKR_CYCLE (okr_list_peek (OKR_LIST (cycles), i));

      if (calendar->scope->cycle == NULL || calendar->scope->cycle == cycle)
        add_cycle (calendar, cycle);
    }
  for (guint i = 0; i < g_list_model_get_n_items (objectives); i++)
    {
      OkrObjective *objective = OKR_OBJECTIVE (okr_list_peek (OKR_LIST (objectives), i));

      if (okr_plan_is_in_scope (calendar->plan, objective, calendar->scope->cycle,
                                calendar->scope->team))
        add_objective (calendar, objective);
    }
}

static GBytes *
to_bytes (icalcomponent *root)
{
  char *text = icalcomponent_as_ical_string_r (root);
  GBytes *bytes = g_bytes_new (text, strlen (text));

  icalmemory_free_buffer (text);

  return bytes;
}

GBytes *
okr_calendar_from_plan (OkrPlan *plan, const OkrScope *scope)
{
  static const OkrScope everything = { NULL };
  Calendar calendar = { plan, scope != NULL ? scope : &everything, NULL };
  GBytes *bytes = NULL;

  g_return_val_if_fail (OKR_IS_PLAN (plan), NULL);

  calendar.root = icalcomponent_new (ICAL_VCALENDAR_COMPONENT);
  add_head (&calendar);
  add_all (&calendar);
  if (icalcomponent_count_components (calendar.root, ICAL_VEVENT_COMPONENT) > 0)
    bytes = to_bytes (calendar.root);
  icalcomponent_free (calendar.root);

  return bytes;
}
