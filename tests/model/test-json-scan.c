/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "okr-json-scan.h"
#include "okr-json-shelter.h"

#include <json-glib/json-glib.h>
#include <string.h>

/* Many times what a linear scan takes under a sanitizer, and a fraction of what comparing every
 * name with every other would take. */
#define MANY_MEMBERS 400000
#define MANY_MEMBERS_SECONDS 20.0

typedef struct
{
  const char *text;
  const char *message;
} MessageCase;

static const MessageCase message_cases[] = {
  { "", "The file is empty. Restore it from a backup, or choose another file." },
  { "\xff\xfe{", "The file is in the encoding UTF-16. Save it in the encoding UTF-8." },
  { "{\n  \"id\": \"p-1\"\n  \"title\": \"Plan\"\n}",
    "Line 3, column 3: a comma is missing between two members. Put a comma at the end of the "
    "previous one." },
  { "[\n  {}\n  {}\n]",
    "Line 3, column 3: a comma is missing between two elements of a list. Put a comma at the end "
    "of the previous one." },
  { "{\n  \"a\": 1,\n\n}",
    "Line 2, column 9: there is a comma after the last member. Remove the comma." },
  { "[1, 2,\n]",
    "Line 1, column 6: there is a comma after the last element of a list. Remove the comma." },
  { "[1,,2]", "Line 1, column 4: there are two commas in a row. Remove one of them." },
  { "{\"value\": 1,5}",
    "Line 1, column 13: a member’s name was expected after the comma, but a number was found. "
    "Write a decimal number with a point: 1.5" },
  { "{\"a\" 1}",
    "Line 1, column 6: a colon is missing between the name of a member and its value. Put a colon "
    "after the name." },
  { "[\"a\": 1]",
    "Line 1, column 5: a colon stands between two elements of a list. Write a comma, or put the "
    "name and its value in braces." },
  { "{\"a\": }",
    "Line 1, column 7: a value is missing here. Write the value, or remove the comma or the name "
    "that it belongs to." },
  { "{\r\n  // note\r\n}",
    "Line 2, column 3: comments are not allowed in this file. Remove the comment." },
  { "{\"a\": 'b'}",
    "Line 1, column 7: text is put in straight double quotation marks, but other quotation marks "
    "were found. Write \"text\"." },
  { "{title: 1}",
    "Line 1, column 2: the name of a member must stand in double quotation marks. Write "
    "\"name\"." },
  { "[\"say \"hi\" now\"]",
    "Line 1, column 8: the text ended just before this, but more of it follows. Write a quotation "
    "mark inside a text as \\\"." },
  { "{}\n{}", "Line 2, column 1: there is more after the end of the document. Remove all from "
              "here on." },
  { "{}}", "Line 1, column 3: there is one closing bracket too many. Remove it." },
  { "[\"Größe\n\"]",
    "Line 1, column 8: a text is not closed at the end of its line. Put a quotation mark at its "
    "end, or write the line break as \\n." },
  { "[\"😀\t\"]", "Line 1, column 4: there is a tab character inside a text. Write it as \\t." },
  { "[\"\x02\"]",
    "Line 1, column 3: the invisible control character U+0002 is inside a text. Remove it." },
  { "[\"C:\\Users\"]",
    "Line 1, column 5: a backslash before “U” has no meaning. Write a backslash inside a text as "
    "\\\\." },
  { "[\"\\u12\"]",
    "Line 1, column 3: \\u must be followed by four digits from 0 to 9 or A to F. Write for "
    "example \\u00e9, or the character itself." },
  { "[\"\\u0000\"]",
    "Line 1, column 3: the character \\u0000 is not allowed in a text. Remove it." },
  { "[\"\\ud83d\"]",
    "Line 1, column 3: this is only one half of a character that is written in two halves. Write "
    "the character itself, or both halves." },
  { "[007]", "Line 1, column 2: a number must not begin with a needless 0. Remove the 0." },
  { "[+7]", "Line 1, column 2: a number must not begin with a plus sign. Remove the sign." },
  { "[−7]", "Line 1, column 2: this dash is not the minus sign of the keyboard. Write -1." },
  { "[.5]", "Line 1, column 2: a decimal point needs a digit before it and one after it. Write "
            "for example 0.5." },
  { "[1e]", "Line 1, column 3: the exponent of a number has no digits. Write for example 1e6." },
  { "[2027-01-05]",
    "Line 1, column 2: this is not a number. Write for example 12, -3.5 or 1e6, without units and "
    "without separators between thousands." },
  { "[NaN]", "Line 1, column 2: infinity and “not a number” are not allowed. Write a number, or "
             "remove the member." },
  { "[1e999]",
    "Line 1, column 2: this number is too large. Write a number below 1.7e308." },
  { "[caf\xe9]",
    "Line 1, column 2: “caf” has no meaning here. Put a text in double quotation marks, or write "
    "true or false." },
  { "[\"caf\xe9\"]",
    "Line 1, column 6: this character is not UTF-8 text. Save the file in the encoding UTF-8." },
  { "[True]",
    "Line 1, column 2: “True” has no meaning here. Put a text in double quotation marks, or write "
    "true or false." },
  { "[infos]",
    "Line 1, column 2: “infos” has no meaning here. Put a text in double quotation marks, or "
    "write true or false." },
  { "<html>",
    "Line 1, column 1: this is a web page or another document with <tags>, not JSON. Fetch the "
    "file again: perhaps a sign-in page was saved in its place." },
  { "[1,\n=======\n2]",
    "Line 2, column 1: the file has an unresolved git conflict. Merge the two versions, then open "
    "the result." },
  { "{\n  \"title\": 1,\n  \"a\": 2,\n  \"t\\u0069tle\": 3\n}",
    "Line 4, column 3: the member “t\\u0069tle” is there twice: first in line 2, column 3. Remove "
    "one of the two." },
  { "{\"a\": [1, 2}",
    "Line 1, column 12: a “}” was found where the list that begins in line 1, column 7 must be "
    "closed with “]”. Write “]” before it." },
  { "[\n{\"a\": 1]",
    "Line 2, column 8: a “]” was found where the object that begins in line 2, column 1 must be "
    "closed with “}”. Write “}” before it." },
  { "\xef\xbb\xbf{\"a\": {",
    "Line 1, column 7: the object that begins here is not closed before the end of the file. "
    "Perhaps the end of the file was lost: fetch it again, or add the missing “}”." },
  { "{\r\"a\": [1,",
    "Line 2, column 6: the list that begins here is not closed before the end of the file. "
    "Perhaps the end of the file was lost: fetch it again, or add the missing “]”." },
  { "{\"a\": \"b}",
    "Line 1, column 7: the text that begins here is not closed before the end of the file. "
    "Perhaps the end of the file was lost: fetch it again, or add the missing quotation mark." },
  { "[%]",
    "Line 1, column 2: a value was expected, but “%” was found. Write a text in double quotation "
    "marks, a number, true, false, or remove the “%”." },
  { "[\u200b]",
    "Line 1, column 2: a value was expected, but “U+200B” was found. Write a text in double "
    "quotation marks, a number, true, false, or remove the “U+200B”." },
  { "{[]: 1}",
    "Line 1, column 2: the name of a member in double quotation marks was expected, but “[” was "
    "found. Write the name, or remove what is in its place." },
  { "{\"a\": 50 %}",
    "Line 1, column 10: a comma or a closing brace “}” was expected after a member, but “%” was "
    "found. Write one of them, or remove what is in its place." },
  { "[50 %]",
    "Line 1, column 5: a comma or a closing bracket “]” was expected after an element of a list, "
    "but “%” was found. Write one of them, or remove what is in its place." },
};

static void
test_messages (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (message_cases); i++)
    {
      const MessageCase *self = &message_cases[i];
      g_autoptr (GError) error = NULL;

      g_assert_false (okr_json_scan (self->text, strlen (self->text), NULL, NULL, &error));
      g_assert_cmpstr (error->message, ==, self->message);
    }
}

/* A name of any length must not fill the dialog. */
static void
test_message_long_name (void)
{
  g_autofree char *name = g_strnfill (5000, 'n');
  g_autofree char *text = g_strdup_printf ("{\"%s\":1,\"%s\":2}", name, name);
  g_autoptr (GError) error = NULL;

  g_assert_false (okr_json_scan (text, strlen (text), NULL, NULL, &error));
  g_assert_error (error, OKR_JSON_ERROR, OKR_JSON_ERROR_DUPLICATE);
  g_assert_cmpuint (strlen (error->message), <, 200);
  g_assert_nonnull (strstr (error->message, "nnnn…”"));
}

static void
test_depth_limit (void)
{
  for (guint depth = 1; depth <= OKR_JSON_MAX_DEPTH + 1; depth++)
    {
      g_autofree char *open = g_strnfill (depth, '[');
      g_autofree char *close = g_strnfill (depth, ']');
      g_autofree char *text = g_strconcat (open, close, NULL);
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (okr_json_scan (text, strlen (text), NULL, NULL, &error), ==,
                       depth <= OKR_JSON_MAX_DEPTH);
      if (depth > OKR_JSON_MAX_DEPTH)
        {
          g_assert_error (error, OKR_JSON_ERROR, OKR_JSON_ERROR_DEPTH);
          g_assert_cmpstr (error->message, ==,
                           "Line 1, column 65: lists and objects are nested more than 64 levels "
                           "deep. Remove this level.");
        }
    }
}

static void
assert_bomb (const char *unit,
             gsize       n_units)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  guint line, column;

  for (gsize i = 0; i < n_units; i++)
    g_string_append (text, unit);

  g_assert_false (okr_json_scan (text->str, text->len, NULL, NULL, &error));
  g_assert_error (error, OKR_JSON_ERROR, OKR_JSON_ERROR_DEPTH);
  g_assert_true (okr_json_locate (text->str, text->len, "/0/a/0", &line, &column));
}

static void
test_depth_bomb (void)
{
  assert_bomb ("[", 100000);
  assert_bomb ("[", 1000000);
  assert_bomb ("{\"a\":", 100000);
  assert_bomb ("[{\"a\":", 1000000);
}

/* duplicate: index of a member that gets the name of the first, 0 for none. */
static char *
dup_wide_object (guint n_members,
                 guint duplicate)
{
  GString *text = g_string_new ("{\"member 0\": 0");

  for (guint i = 1; i < n_members; i++)
    g_string_append_printf (text, ",\n\"member %u\": %u", i == duplicate ? 0 : i, i);
  g_string_append_c (text, '}');

  return g_string_free (text, FALSE);
}

static void
test_many_members (void)
{
  static const guint counts[] = { 2, 23, 24, 25, 26, 63, 64, 65, 88, 129, 1000, 100000 };

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_autofree char *unique = dup_wide_object (counts[i], 0);
      g_autofree char *twice = dup_wide_object (counts[i], counts[i] - 1);
      g_autoptr (GError) error = NULL;

      g_assert_true (okr_json_scan (unique, strlen (unique), NULL, NULL, NULL));
      g_assert_false (okr_json_scan (twice, strlen (twice), NULL, NULL, &error));
      g_assert_error (error, OKR_JSON_ERROR, OKR_JSON_ERROR_DUPLICATE);
    }
}

static void
test_many_members_linear (void)
{
  g_autofree char *text = dup_wide_object (MANY_MEMBERS, 0);

  g_test_timer_start ();
  g_assert_true (okr_json_scan (text, strlen (text), NULL, NULL, NULL));
  g_test_message ("%d members: %.3f s", MANY_MEMBERS, g_test_timer_elapsed ());
  g_assert_cmpfloat (g_test_timer_last (), <, MANY_MEMBERS_SECONDS);
}

/* The children of a wide object come and go while its own names are kept. */
static void
test_many_members_nested (void)
{
  g_autoptr (GString) text = g_string_new ("{");
  g_autofree char *child = dup_wide_object (40, 0);
  OkrJsonScanResult result = { 0 };

  for (guint i = 0; i < 500; i++)
    g_string_append_printf (text, "\"%u\": %s,", i, child);
  g_string_append (text, "\"last\": 0}");

  g_assert_true (okr_json_scan (text->str, text->len, &result, NULL, NULL));
  g_assert_cmpuint (result.n_values, ==, 1 + 500 * 41 + 1);

  g_string_truncate (text, text->len - strlen ("\"last\": 0}"));
  g_string_append (text, "\"250\": 0}");
  g_assert_false (okr_json_scan (text->str, text->len, NULL, NULL, NULL));
}

static void
test_result (void)
{
  static const char text[] = "{\"a\": [1, true, null, \"x\", {}]}";
  static const char wide[] = "[9223372036854775808]";
  OkrJsonScanResult result = { .n_values = 99, .is_lossy = TRUE };

  g_assert_true (okr_json_scan (text, sizeof text - 1, &result, NULL, NULL));
  g_assert_cmpuint (result.n_values, ==, 7);
  g_assert_false (result.is_lossy);

  g_assert_true (okr_json_scan (wide, sizeof wide - 1, &result, NULL, NULL));
  g_assert_cmpuint (result.n_values, ==, 2);
  g_assert_true (result.is_lossy);
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (okr_json_scan ("[]", 2, NULL, cancellable, NULL));
  g_cancellable_cancel (cancellable);
  g_assert_false (okr_json_scan ("[]", 2, NULL, cancellable, &error));
  g_assert_error (error, OKR_JSON_ERROR, OKR_JSON_ERROR_CANCELLED);
}

static void
test_skip_bom (void)
{
  static const char with[] = "\xef\xbb\xbf{}";
  gsize length = sizeof with - 1;

  g_assert_true (okr_json_skip_bom (with, &length) == with + 3);
  g_assert_cmpuint (length, ==, 2);
  g_assert_true (okr_json_skip_bom (with + 3, &length) == with + 3);
  g_assert_cmpuint (length, ==, 2);
}

typedef struct
{
  const char *text;
  const char *sheltered; /* NULL: json-glib keeps everything */
} ShelterCase;

#define MARK "\\u0001"

static const ShelterCase shelter_cases[] = {
  { "[1, 2.5, 1e30, \"99999999999999999999\"]", NULL },
  { "[9223372036854775807, -9223372036854775808]", NULL },
  { "9223372036854775808", "\"" MARK "9223372036854775808\"" },
  { "-9223372036854775809", "\"" MARK "-9223372036854775809\"" },
  { "{\"a\":18446744073709551616,\"b\\\"99999999999999999999\":-99999999999999999999}",
    "{\"a\":\"" MARK "18446744073709551616\",\"b\\\"99999999999999999999\":\"" MARK
    "-99999999999999999999\"}" },
  { "[99999999999999999999.5, 9e18]", "[\"" MARK "99999999999999999999.5\", 9e18]" },
  /* What is written as it was read needs no shelter, whatever its form. */
  { "[0.30000000000000004, 0.10000000000000000000, 100000000000000000000e-20]", NULL },
  { "[123456789012345.6, 1.7976931348623157e308, 5e-324, 0e-999, -0.0000000000000000]", NULL },
  { "[1.0E+100, 1000000000000000000000.0]", NULL },
  { "[0.1234567890123456789]", "[\"" MARK "0.1234567890123456789\"]" },
  { "[9007199254740993.0]", "[\"" MARK "9007199254740993.0\"]" },
  { "[1e-400, 4e-324]", "[\"" MARK "1e-400\", \"" MARK "4e-324\"]" },
  /* Texts that look like sheltered numbers. Names are never taken for one. */
  { "[\"" MARK "\", \"x" MARK "\"]", "[\"" MARK MARK "\", \"x" MARK "\"]" },
  { "{\"" MARK "5\" : \"" MARK "5\"}", "{\"" MARK "5\" : \"" MARK MARK "5\"}" },
};

static void
test_shelter (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (shelter_cases); i++)
    {
      const char *text = shelter_cases[i].text;
      OkrJsonScanResult result = { 0 };
      gsize length = 0;
      g_autofree char *sheltered = okr_json_shelter_numbers (text, strlen (text), &length);

      g_assert_true (okr_json_scan (text, strlen (text), &result, NULL, NULL));
      g_assert_cmpint (result.is_lossy, ==, shelter_cases[i].sheltered != NULL);
      g_assert_cmpstr (sheltered, ==, shelter_cases[i].sheltered);
      if (sheltered != NULL)
        g_assert_cmpuint (length, ==, strlen (sheltered));
    }
}

/* 309 digits are the most that a finite integer can have. */
static void
test_shelter_json_glib (void)
{
  for (gsize n_digits = 20; n_digits <= 309; n_digits++)
    {
      g_autofree char *text = g_strnfill (n_digits, '1');
      g_autofree char *sheltered = NULL;
      g_autoptr (JsonNode) node = NULL;
      double expected = g_ascii_strtod (text, NULL);
      double found;

      g_assert_true (okr_json_scan (text, n_digits, NULL, NULL, NULL));
      sheltered = okr_json_shelter_numbers (text, n_digits, NULL);
      node = json_from_string (sheltered, NULL);
      g_assert_true (okr_json_node_is_number (node));
      g_assert_false (okr_json_node_is_text (node));
      g_assert_cmpstr (okr_json_node_peek_sheltered (node), ==, text);
      found = okr_json_node_get_number (node);
      g_assert_cmpmem (&found, sizeof found, &expected, sizeof expected);
    }
}

static void
test_shelter_texts (void)
{
  static const char text[] = "\"" MARK "5\"";
  g_autofree char *sheltered = okr_json_shelter_numbers (text, sizeof text - 1, NULL);
  g_autoptr (JsonNode) node = json_from_string (sheltered, NULL);

  g_assert_true (okr_json_node_is_text (node));
  g_assert_false (okr_json_node_is_number (node));
  g_assert_cmpstr (okr_json_node_get_text (node), ==, "\1" "5");
}

typedef struct
{
  const char *path;
  guint line;
  guint column;
} LocateCase;

static const char locate_text[] =
  "\xef\xbb\xbf{\n"
  "  \"title\": \"Größe \\\" ] }\", \"x\": 1,\n"
  "  \"objectives\": [\n"
  "    { \"id\": \"o-1\", \"tags\": [\"a\", \"b\"] },\r\n"
  "    { \"id\": \"o-2\", \"keyResults\": [{ \"start\": -1.5 }, "
  "{ \"start\": 20 , \"y\": null }] }\n"
  "  ],\n"
  "  \"a/b\": 1, \"m~n\": 2, \"\": 3, \"sch\\u00f6n\": [[], [7 , 8]],\n"
  "  \"7\": true\n"
  "}\n";

static const LocateCase locate_cases[] = {
  { "", 1, 1 },
  { "/title", 2, 12 },
  { "/x", 2, 33 },
  { "/objectives", 3, 17 },
  { "/objectives/0", 4, 5 },
  { "/objectives/0/id", 4, 13 },
  { "/objectives/0/tags/1", 4, 34 },
  { "/objectives/1", 5, 5 },
  { "/objectives/1/keyResults/0/start", 5, 46 },
  { "/objectives/1/keyResults/1", 5, 54 },
  { "/objectives/1/keyResults/1/start", 5, 65 },
  { "/objectives/1/keyResults/1/y", 5, 75 },
  { "/a~1b", 7, 10 },
  { "/m~0n", 7, 20 },
  { "/", 7, 27 },
  { "/schön/1/1", 7, 54 },
  { "/7", 8, 8 },
  /* The nearest ancestor. */
  { "/nothing", 1, 1 },
  { "/nothing/at/all", 1, 1 },
  { "/title/3", 2, 12 },
  { "/title/id", 2, 12 },
  { "/objectives/2", 3, 17 },
  { "/objectives/-", 3, 17 },
  { "/objectives/01", 3, 17 },
  { "/objectives/id", 3, 17 },
  { "/objectives/99999999999999999999999/id", 3, 17 },
  { "/objectives/18446744073709551615", 3, 17 },
  { "/objectives/0/target", 4, 5 },
  { "/objectives/1/keyResults/1/target/x", 5, 54 },
  { "/schön/0/0", 7, 45 },
};

static void
test_locate (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (locate_cases); i++)
    {
      const LocateCase *self = &locate_cases[i];
      g_autofree char *found = NULL;
      g_autofree char *expected = NULL;
      guint line = 0, column = 0;

      g_assert_true (okr_json_locate (locate_text, sizeof locate_text - 1, self->path, &line,
                                      &column));
      found = g_strdup_printf ("%s at %u:%u", self->path, line, column);
      expected = g_strdup_printf ("%s at %u:%u", self->path, self->line, self->column);
      g_assert_cmpstr (found, ==, expected);
    }
}

static void
test_locate_nothing (void)
{
  guint line, column;

  g_assert_false (okr_json_locate ("", 0, "/a", &line, &column));
  g_assert_false (okr_json_locate (" \n", 2, "", &line, &column));
  g_assert_true (okr_json_locate ("7", 1, "/a/0", NULL, NULL));
}

/* Also a damaged text, cut anywhere, is only read up to its end. */
static void
test_locate_cut (void)
{
  for (gsize length = 4; length < sizeof locate_text - 1; length++)
    {
      g_autofree char *copy = g_memdup2 (locate_text, length);
      guint line, column;

      for (guint i = 0; i < G_N_ELEMENTS (locate_cases); i++)
        g_assert_true (okr_json_locate (copy, length, locate_cases[i].path, &line, &column));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json/scan/messages", test_messages);
  g_test_add_func ("/json/scan/message-long-name", test_message_long_name);
  g_test_add_func ("/json/scan/depth-limit", test_depth_limit);
  g_test_add_func ("/json/scan/depth-bomb", test_depth_bomb);
  g_test_add_func ("/json/scan/many-members", test_many_members);
  g_test_add_func ("/json/scan/many-members-linear", test_many_members_linear);
  g_test_add_func ("/json/scan/many-members-nested", test_many_members_nested);
  g_test_add_func ("/json/scan/result", test_result);
  g_test_add_func ("/json/scan/cancelled", test_cancelled);
  g_test_add_func ("/json/skip-bom", test_skip_bom);
  g_test_add_func ("/json/shelter/table", test_shelter);
  g_test_add_func ("/json/shelter/json-glib", test_shelter_json_glib);
  g_test_add_func ("/json/shelter/texts", test_shelter_texts);
  g_test_add_func ("/json/locate/table", test_locate);
  g_test_add_func ("/json/locate/nothing", test_locate_nothing);
  g_test_add_func ("/json/locate/cut", test_locate_cut);

  return g_test_run ();
}
