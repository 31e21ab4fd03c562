/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "okr-document.h"
#include "okr-json-output.h"
#include "okr-picture.h"
#include "okr-terminal.h"

typedef struct
{
  char *format;
  char *like;
} Options;

static void
add_rows (OkrJsonOutput *out, const OkrPictureBox *box)
{
  okr_json_output_open (out, "rows", '[');
  for (guint i = 0; i < box->n_rows; i++)
    {
      okr_json_output_open (out, NULL, '{');
      okr_json_output_add_string (out, "id", box->rows[i].id);
      okr_json_output_add_number (out, "y", box->rect.y + box->rows[i].y);
      okr_json_output_add_number (out, "height", box->rows[i].height);
      okr_json_output_close (out);
    }
  okr_json_output_close (out);
}

static void
add_nodes (OkrJsonOutput *out, const OkrPicture *picture)
{
  okr_json_output_open (out, "nodes", '[');
  for (guint i = 0; i < okr_picture_get_n_boxes (picture); i++)
    {
      const OkrPictureBox *box = okr_picture_get_box (picture, i);

      okr_json_output_open (out, NULL, '{');
      okr_json_output_add_string (out, "id", box->id);
      okr_json_output_add_number (out, "x", box->rect.x);
      okr_json_output_add_number (out, "y", box->rect.y);
      okr_json_output_add_number (out, "width", box->rect.width);
      okr_json_output_add_number (out, "height", box->rect.height);
      okr_json_output_add_number (out, "layer", box->layer);
      add_rows (out, box);
      okr_json_output_close (out);
    }
  okr_json_output_close (out);
}

static void
add_points (OkrJsonOutput *out, const OkrPictureLink *link)
{
  okr_json_output_open (out, "points", '[');
  for (guint i = 0; i < link->n_points; i++)
    {
      okr_json_output_open (out, NULL, '[');
      okr_json_output_add_number (out, NULL, link->points[i].x);
      okr_json_output_add_number (out, NULL, link->points[i].y);
      okr_json_output_close (out);
    }
  okr_json_output_close (out);
}

static void
add_edges (OkrJsonOutput *out, const OkrPicture *picture)
{
  okr_json_output_open (out, "edges", '[');
  for (guint i = 0; i < okr_picture_get_n_links (picture); i++)
    {
      const OkrPictureLink *link = okr_picture_get_link (picture, i);

      if (link->is_ignored)
        continue;
      okr_json_output_open (out, NULL, '{');
      okr_json_output_add_string (out, "from", okr_picture_get_box (picture, link->from)->id);
      okr_json_output_add_string (out, "to", link->target);
      okr_json_output_add_boolean (out, "main", link->is_main);
      add_points (out, link);
      okr_json_output_close (out);
    }
  okr_json_output_close (out);
}

static void
print_json (const OkrPicture *picture)
{
  g_autoptr (OkrJsonOutput) out = okr_json_output_new ();

  okr_json_output_open (out, NULL, '{');
  okr_json_output_add_number (out, "width", okr_picture_get_width (picture));
  okr_json_output_add_number (out, "height", okr_picture_get_height (picture));
  add_nodes (out, picture);
  add_edges (out, picture);
  okr_json_output_close (out);
  okr_json_output_print (out);
}

/* In labels of records some characters stand for parts of the record. */
static void
append_quoted (GString *text, const char *words, gboolean is_record)
{
  for (const char *p = words; *p != '\0'; p++)
    {
      const char c = *p;

      if ((guchar) c < 0x20)
        {
          g_string_append_c (text, ' ');
          continue;
        }
      if (is_record && strchr ("{}|<> ", c) != NULL)
        g_string_append_c (text, '\\');
      if (c == '"')
        g_string_append_c (text, '\\');
      if (c == '\\')
        g_string_append (text, is_record ? "\\\\\\" : "\\");
      g_string_append_c (text, c);
    }
}

static void
append_id (GString *text, const char *id)
{
  g_string_append_c (text, '"');
  append_quoted (text, id, FALSE);
  g_string_append_c (text, '"');
}

/* Ports are numbered: an id could hold what a record has no place for. */
static void
append_node (GString *text, const OkrPictureBox *box)
{
  g_string_append (text, "  ");
  append_id (text, box->id);
  g_string_append (text, " [label=\"");
  if (box->n_rows > 0)
    g_string_append (text, "<head> ");
  append_quoted (text, box->title, TRUE);
  for (guint i = 0; i < box->n_rows; i++)
    {
      g_string_append_printf (text, "|<r%u> ", i);
      append_quoted (text, box->rows[i].title, TRUE);
    }
  g_string_append (text, "\"];\n");
}

static void
append_edge (GString *text, const OkrPicture *picture, const OkrPictureLink *link)
{
  g_string_append (text, "  ");
  append_id (text, okr_picture_get_box (picture, link->from)->id);
  g_string_append (text, " -> ");
  append_id (text, okr_picture_get_box (picture, link->to)->id);
  if (link->row >= 0)
    g_string_append_printf (text, ":r%d", link->row);
  g_string_append (text, link->is_main ? " [weight=8];\n" : " [style=dashed];\n");
}

static void
print_dot (const OkrPicture *picture)
{
  g_autoptr (GString) text = g_string_new ("digraph plan {\n"
                                           "  rankdir=RL;\n"
                                           "  node [shape=record, style=rounded];\n");

  for (guint i = 0; i < okr_picture_get_n_boxes (picture); i++)
    append_node (text, okr_picture_get_box (picture, i));
  for (guint i = 0; i < okr_picture_get_n_links (picture); i++)
    {
      const OkrPictureLink *link = okr_picture_get_link (picture, i);

      if (!link->is_ignored)
        append_edge (text, picture, link);
    }
  g_string_append (text, "}\n");
  okr_terminal_put_bytes (text->str, text->len);
}

static void
report_loops (const OkrPicture *picture)
{
  for (guint i = 0; i < okr_picture_get_n_links (picture); i++)
    {
      const OkrPictureLink *link = okr_picture_get_link (picture, i);

      if (link->is_ignored)
        okr_terminal_hint (
            /* Translators: two ids. The first item contributes to the second one */
            _ ("%1$s → %2$s closes a loop and is left out."),
            okr_picture_get_box (picture, link->from)->id, link->target);
    }
}

static OkrPicture *
lay_out (OkrPlan *plan, const OkrPicture *earlier)
{
  OkrPicture *picture = okr_picture_new (plan, NULL);

  okr_picture_layout (picture, earlier, NULL);

  return picture;
}

static OkrExit
graph (const OkrVerb *verb, const char *file, const Options *options)
{
  const gboolean is_dot = g_strcmp0 (options->format, "dot") == 0;
  OkrExit status = OKR_EXIT_FINE;
  g_autoptr (OkrDocument) document = NULL;
  g_autoptr (OkrDocument) like = NULL;
  g_autoptr (OkrPicture) earlier = NULL;
  g_autoptr (OkrPicture) picture = NULL;

  if (options->format != NULL && !is_dot && !g_str_equal (options->format, "json"))
    return okr_verb_refuse (verb,
                            /* Translators: what was typed; json and dot stay as they are */
                            _ ("There is no format “%s”. There is: json, dot."), options->format);

  document = okr_document_open (file, &status);
  if (document != NULL && options->like != NULL)
    like = okr_document_open (options->like, &status);
  if (document == NULL || (options->like != NULL && like == NULL))
    return status;

  if (like != NULL)
    earlier = lay_out (like->plan, NULL);
  picture = lay_out (document->plan, earlier);
  report_loops (picture);
  if (is_dot)
    print_dot (picture);
  else
    print_json (picture);

  return OKR_EXIT_FINE;
}

static OkrExit
run (const OkrVerb *verb, char **argv)
{
  Options options = { NULL };
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_FILENAME, &options.format,
      N_ ("json, with all places (the default), or dot, for Graphviz"), N_ ("NAME") },
    { "like", 0, 0, G_OPTION_ARG_FILENAME, &options.like,
      N_ ("Keep the order that the picture of this plan has"), N_ ("FILE") },
    { NULL },
  };
  g_auto (GStrv) arguments = NULL;
  OkrExit status = OKR_EXIT_FINE;

  if (okr_verb_parse (verb, entries, argv, 1, 1, &arguments, &status) &&
      okr_verb_take_text (verb, "--format", &options.format, &status))
    status = graph (verb, arguments[0], &options);

  g_free (options.format);
  g_free (options.like);

  return status;
}

const OkrVerb okr_verb_graph = {
  .name = "graph",
  .arguments = N_ ("FILE"),
  .summary = N_ ("Print where everything is in the alignment picture"),
  .details =
      N_ ("The picture holds the mission and all objectives with their key results. The same "
          "plan gives the same output, byte for byte. A link that would close a loop is left "
          "out, and reported on standard error."),
  .run = run,
};
