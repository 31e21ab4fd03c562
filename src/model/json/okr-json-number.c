/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "okr-json-number.h"

#include "okr-json-shelter.h"

#include <float.h>
#include <math.h>
#include <string.h>

/* Doubles are exact for all integers up to this one. */
#define MAX_EXACT_INTEGER 9007199254740992.0

/* A decimal of so many digits belongs to no more than one double. */
#define MAX_UNIQUE 999999999999999.0

/* From the fifth place after the point on, a small number has an exponent. */
#define MAX_PLACES 4

static gboolean
is_same_double (double a,
                double b)
{
  return memcmp (&a, &b, sizeof a) == 0;
}

static void
append_digits (GString *out,
               guint64  number,
               guint    min_digits)
{
  char digits[20];
  guint i = sizeof digits;

  while (number > 0 || sizeof digits - i < min_digits)
    {
      digits[--i] = (char) ('0' + number % 10);
      number /= 10;
    }
  g_string_append_len (out, digits + i, (gssize) (sizeof digits - i));
}

/* The division of two exact doubles is rounded as reading the decimal is, hence the same double. */
static gboolean
append_few_places (GString *out,
                   double   magnitude,
                   gboolean negative)
{
  static const guint64 powers[] = { 1, 10, 100, 1000, 10000 };

  for (guint places = 0; places <= MAX_PLACES; places++)
    {
      double power = (double) powers[places];
      double scaled = rint (magnitude * power);

      if (scaled > (places == 0 ? MAX_EXACT_INTEGER : MAX_UNIQUE))
        return FALSE;
      if (!is_same_double (scaled / power, magnitude))
        continue;

      if (negative)
        g_string_append_c (out, '-');
      append_digits (out, (guint64) scaled / powers[places], 1);
      if (places > 0)
        {
          g_string_append_c (out, '.');
          append_digits (out, (guint64) scaled % powers[places], places);
        }
      return TRUE;
    }

  return FALSE;
}

/* "1e+300" and "1e-05" become "1e300" and "1e-5". */
static void
append_canonical (GString    *out,
                  const char *printed)
{
  const char *exponent = strchr (printed, 'e');

  if (exponent == NULL)
    {
      g_string_append (out, printed);
      return;
    }

  g_string_append_len (out, printed, exponent - printed);
  g_string_append_c (out, 'e');
  if (exponent[1] == '-')
    g_string_append_c (out, '-');
  g_string_append (out, exponent + 2 + strspn (exponent + 2, "0"));
}

static void
append_many_digits (GString *out,
                    double   value)
{
  static const char *const formats[] = { "%.1g", "%.2g", "%.3g", "%.4g", "%.5g", "%.6g",
                                         "%.7g", "%.8g", "%.9g", "%.10g", "%.11g", "%.12g",
                                         "%.13g", "%.14g", "%.15g", "%.16g", "%.17g" };
  /* Below DBL_MIN there are fewer significant digits, and 15 may be too many. */
  guint first = fabs (value) < DBL_MIN ? 0 : 14;
  char printed[G_ASCII_DTOSTR_BUF_SIZE];

  for (guint i = first; i < G_N_ELEMENTS (formats); i++)
    {
      g_ascii_formatd (printed, sizeof printed, formats[i], value);
      if (is_same_double (g_ascii_strtod (printed, NULL), value))
        break;
    }
  append_canonical (out, printed);
}

void
okr_json_append_number (GString *out,
                        double   value)
{
  g_return_if_fail (out != NULL);
  g_return_if_fail (isfinite (value));

  if (!append_few_places (out, fabs (value), value < 0))
    append_many_digits (out, value);
}

static void
append_escape (GString *out,
               guchar   c)
{
  static const char letters[] = "btn\0fr";

  g_string_append_c (out, '\\');
  if (c == '"' || c == '\\')
    g_string_append_c (out, (char) c);
  else if (c >= '\b' && c <= '\r' && letters[c - '\b'] != '\0')
    g_string_append_c (out, letters[c - '\b']);
  else
    g_string_append_printf (out, "u%04x", c);
}

void
okr_json_append_string (GString    *out,
                        const char *utf8)
{
  const char *copied;

  g_return_if_fail (out != NULL);
  g_return_if_fail (utf8 != NULL);

  g_string_append_c (out, '"');
  for (copied = utf8; *utf8 != '\0'; utf8++)
    {
      if ((guchar) *utf8 >= 0x20 && *utf8 != '"' && *utf8 != '\\')
        continue;

      g_string_append_len (out, copied, utf8 - copied);
      append_escape (out, (guchar) *utf8);
      copied = utf8 + 1;
    }
  g_string_append_len (out, copied, utf8 - copied);
  g_string_append_c (out, '"');
}

static void
append_scalar (GString  *out,
               JsonNode *node)
{
  GType type = json_node_get_value_type (node);

  if (JSON_NODE_HOLDS_NULL (node))
    g_string_append (out, "null");
  else if (okr_json_node_peek_sheltered (node) != NULL)
    g_string_append (out, okr_json_node_peek_sheltered (node));
  else if (type == G_TYPE_STRING)
    okr_json_append_string (out, okr_json_node_get_text (node));
  else if (type == G_TYPE_BOOLEAN)
    g_string_append (out, json_node_get_boolean (node) ? "true" : "false");
  else if (type == G_TYPE_INT64)
    g_string_append_printf (out, "%" G_GINT64_FORMAT, json_node_get_int (node));
  else
    okr_json_append_number (out, json_node_get_double (node));
}

static gboolean
holds_only_scalars (JsonArray *array)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNodeType type = json_node_get_node_type (json_array_get_element (array, i));

      if (type == JSON_NODE_ARRAY || type == JSON_NODE_OBJECT)
        return FALSE;
    }

  return TRUE;
}

static void
append_line_break (GString *out,
                   guint    indent)
{
  g_string_append_c (out, '\n');
  for (guint i = 0; i < indent; i++)
    g_string_append (out, "  ");
}

static void
append_array (GString   *out,
              JsonArray *array,
              guint      indent)
{
  gboolean one_line = holds_only_scalars (array);
  guint length = json_array_get_length (array);

  g_string_append_c (out, '[');
  for (guint i = 0; i < length; i++)
    {
      if (i > 0)
        g_string_append (out, one_line ? ", " : ",");
      if (!one_line)
        append_line_break (out, indent + 1);
      okr_json_append_node (out, json_array_get_element (array, i), indent + 1);
    }
  if (!one_line)
    append_line_break (out, indent);
  g_string_append_c (out, ']');
}

static void
append_object (GString    *out,
               JsonObject *object,
               guint       indent)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;
  gboolean is_first = TRUE;

  g_string_append_c (out, '{');
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &member))
    {
      if (!is_first)
        g_string_append_c (out, ',');
      is_first = FALSE;
      append_line_break (out, indent + 1);
      okr_json_append_string (out, name);
      g_string_append (out, ": ");
      okr_json_append_node (out, member, indent + 1);
    }
  if (!is_first)
    append_line_break (out, indent);
  g_string_append_c (out, '}');
}

void
okr_json_append_node (GString  *out,
                      JsonNode *node,
                      guint     indent)
{
  g_return_if_fail (out != NULL);
  g_return_if_fail (node != NULL);

  switch (json_node_get_node_type (node))
    {
    case JSON_NODE_OBJECT:
      append_object (out, json_node_get_object (node), indent);
      break;

    case JSON_NODE_ARRAY:
      append_array (out, json_node_get_array (node), indent);
      break;

    case JSON_NODE_VALUE:
    case JSON_NODE_NULL:
    default:
      append_scalar (out, node);
      break;
    }
}

char *
okr_json_node_to_text (JsonNode *node)
{
  GString *text = g_string_new (NULL);

  if (node != NULL)
    okr_json_append_node (text, node, 0);

  return g_string_free (text, FALSE);
}

gboolean
okr_json_node_same (JsonNode *a, JsonNode *b)
{
  g_autofree char *left = NULL;
  g_autofree char *right = NULL;

  if (a == b)
    return TRUE;
  if (a == NULL || b == NULL)
    return FALSE;

  left = okr_json_node_to_text (a);
  right = okr_json_node_to_text (b);

  return g_str_equal (left, right);
}
