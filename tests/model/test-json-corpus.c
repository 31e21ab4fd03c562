/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "okr-json-scan.h"
#include "okr-json-shelter.h"

#include <json-glib/json-glib.h>

#define ACCEPTED (-1)
#define SYNTAX OKR_JSON_ERROR_SYNTAX
#define ENCODING OKR_JSON_ERROR_ENCODING
#define DUPLICATE OKR_JSON_ERROR_DUPLICATE
#define NUMBER OKR_JSON_ERROR_NUMBER
#define EMPTY OKR_JSON_ERROR_EMPTY
#define CONFLICT OKR_JSON_ERROR_CONFLICT_MARKERS

/* bytes: so that a text may hold NUL. */
#define CASE(name, code, bytes) { name, code, bytes, sizeof (bytes) - 1 }

typedef struct
{
  const char *name;
  int code;
  const char *text;
  gsize length;
} Case;

static const Case cases[] = {
  CASE ("y_array_empty", ACCEPTED, "[]"),
  CASE ("y_array_spaces", ACCEPTED, "[ \t\r\n]"),
  CASE ("y_array_nested_empty", ACCEPTED, "[[],[[]]]"),
  CASE ("y_array_mixed", ACCEPTED, "[null, 1, \"a\", {}, true, false]"),
  CASE ("y_array_spaces_around_commas", ACCEPTED, "[1 , 2\n,\t3]"),
  CASE ("y_array_of_empty_strings", ACCEPTED, "[\"\",\"\"]"),
  CASE ("y_object_empty", ACCEPTED, "{}"),
  CASE ("y_object_spaces", ACCEPTED, " { } "),
  CASE ("y_object_one", ACCEPTED, "{\"a\":1}"),
  CASE ("y_object_spaces_everywhere", ACCEPTED, "\r\n{ \"a\" :\t1 , \"b\" : 2 }\n"),
  CASE ("y_object_empty_name", ACCEPTED, "{\"\":0}"),
  CASE ("y_object_names_by_case", ACCEPTED, "{\"a\":0,\"A\":0}"),
  CASE ("y_object_names_by_prefix", ACCEPTED, "{\"a\":0,\"aa\":0,\"aaa\":0}"),
  CASE ("y_object_escaped_names_differ", ACCEPTED, "{\"\\u0061\":0,\"\\u0062\":0}"),
  CASE ("y_object_backslash_name_differs", ACCEPTED, "{\"\\\\u0061\":0,\"a\":0}"),
  CASE ("y_object_decomposed_name_differs", ACCEPTED, "{\"\u00e9\":0,\"e\u0301\":0}"),
  CASE ("y_object_same_name_in_child", ACCEPTED, "{\"a\":{\"a\":{\"a\":0}}}"),
  CASE ("y_object_same_name_in_siblings", ACCEPTED, "[{\"a\":0},{\"a\":0}]"),
  CASE ("y_object_name_after_child", ACCEPTED, "{\"a\":{\"b\":0},\"b\":0}"),
  CASE ("y_object_long_names", ACCEPTED,
        "{\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa1\":0,\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa2\":0}"),
  CASE ("y_root_true", ACCEPTED, "true"),
  CASE ("y_root_false", ACCEPTED, "false"),
  CASE ("y_root_null", ACCEPTED, "null"),
  CASE ("y_root_number", ACCEPTED, "42"),
  CASE ("y_root_negative", ACCEPTED, "-0.1"),
  CASE ("y_root_string", ACCEPTED, "\"text\""),
  CASE ("y_root_string_empty", ACCEPTED, "\"\""),
  CASE ("y_root_spaces", ACCEPTED, " \n null \r\n"),
  CASE ("y_bom_object", ACCEPTED, "\xef\xbb\xbf{}"),
  CASE ("y_bom_spaces", ACCEPTED, "\xef\xbb\xbf \n[1]"),
  CASE ("y_number_zero", ACCEPTED, "[0]"),
  CASE ("y_number_minus_zero", ACCEPTED, "[-0]"),
  CASE ("y_number_minus_zero_fraction", ACCEPTED, "[-0.0]"),
  CASE ("y_number_fraction", ACCEPTED, "[123.456]"),
  CASE ("y_number_zero_fraction", ACCEPTED, "[0.001]"),
  CASE ("y_number_exponent", ACCEPTED, "[1e5]"),
  CASE ("y_number_exponent_capital", ACCEPTED, "[1E5]"),
  CASE ("y_number_exponent_minus", ACCEPTED, "[1e-5]"),
  CASE ("y_number_exponent_leading_zero", ACCEPTED, "[1e05]"),
  CASE ("y_number_fraction_exponent", ACCEPTED, "[1.25e10]"),
  CASE ("y_number_zero_exponent", ACCEPTED, "[0e1]"),
  CASE ("y_number_zero_huge_exponent", ACCEPTED, "[0e999999999999]"),
  CASE ("y_number_zero_fraction_huge_exponent", ACCEPTED, "[0.0e400]"),
  CASE ("y_number_underflow", ACCEPTED, "[1e-400]"),
  CASE ("y_number_underflow_huge", ACCEPTED, "[1e-99999999999999999999]"),
  CASE ("y_number_largest_double", ACCEPTED, "[1.7976931348623157e308]"),
  CASE ("y_number_smallest_double", ACCEPTED, "[5e-324]"),
  CASE ("y_number_int64_max", ACCEPTED, "[9223372036854775807]"),
  CASE ("y_number_int64_min", ACCEPTED, "[-9223372036854775808]"),
  CASE ("y_number_above_int64", ACCEPTED, "[9223372036854775808]"),
  CASE ("y_number_thirty_digits", ACCEPTED, "[123456789012345678901234567890]"),
  CASE ("y_number_many_places", ACCEPTED, "[0.1000000000000000055511151231257827021181583404541]"),
  CASE ("y_string_simple_escapes", ACCEPTED, "[\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"]"),
  CASE ("y_string_unicode_escape", ACCEPTED, "[\"\\u00e9\\u20AC\"]"),
  CASE ("y_string_unicode_escape_control", ACCEPTED, "[\"\\u0001\\u001F\"]"),
  CASE ("y_string_surrogate_pair", ACCEPTED, "[\"\\ud83d\\uDE00\"]"),
  CASE ("y_string_two_surrogate_pairs", ACCEPTED, "[\"\\ud83d\\ude00\\ud83d\\ude01\"]"),
  CASE ("y_string_last_surrogate_pair", ACCEPTED, "[\"\\udbff\\udfff\"]"),
  CASE ("y_string_escaped_backslash_u", ACCEPTED, "[\"\\\\u0000\"]"),
  CASE ("y_string_before_surrogates", ACCEPTED, "[\"\\ud7ff\\ue000\"]"),
  CASE ("y_string_noncharacter", ACCEPTED, "[\"\\uffff\"]"),
  CASE ("y_string_utf8_two_bytes", ACCEPTED, "[\"\xc2\x80\xdf\xbf\"]"),
  CASE ("y_string_utf8_three_bytes", ACCEPTED, "[\"\xe0\xa0\x80\xef\xbf\xbf\"]"),
  CASE ("y_string_utf8_around_surrogates", ACCEPTED, "[\"\xed\x9f\xbf\xee\x80\x80\"]"),
  CASE ("y_string_utf8_four_bytes", ACCEPTED, "[\"\xf0\x90\x80\x80\xf4\x8f\xbf\xbf\"]"),
  CASE ("y_string_delete", ACCEPTED, "[\"\x7f\"]"),
  CASE ("y_string_line_separators", ACCEPTED, "[\"\u2028\u2029\"]"),
  CASE ("y_string_bom_inside", ACCEPTED, "[\"\xef\xbb\xbf\"]"),
  CASE ("y_string_comment_inside", ACCEPTED, "[\"// not /* a */ # comment\"]"),
  CASE ("y_string_brackets_inside", ACCEPTED, "[\"]}{[,:\"]"),
  CASE ("y_string_markers_inside", ACCEPTED, "[\"<<<<<<< ======= >>>>>>>\"]"),
  CASE ("y_string_single_quote", ACCEPTED, "[\"it's\"]"),

  CASE ("n_empty", EMPTY, ""),
  CASE ("n_spaces", EMPTY, " \n\t\r\n "),
  CASE ("n_bom_only", EMPTY, "\xef\xbb\xbf"),
  CASE ("n_bom_twice", SYNTAX, "\xef\xbb\xbf\xef\xbb\xbf{}"),
  CASE ("n_bom_cut", ENCODING, "\xef\xbb{}"),
  CASE ("n_bom_at_end", SYNTAX, "{}\xef\xbb\xbf"),
  CASE ("n_utf16_le_bom", ENCODING, "\xff\xfe{\0}\0"),
  CASE ("n_utf16_be_bom", ENCODING, "\xfe\xff\0{\0}"),
  CASE ("n_utf16_le", ENCODING, "{\0}\0"),
  CASE ("n_utf16_be", ENCODING, "\0{\0}"),
  CASE ("n_utf32_le_bom", ENCODING, "\xff\xfe\0\0{\0\0\0"),
  CASE ("n_utf32_be_bom", ENCODING, "\0\0\xfe\xff\0\0\0{"),
  CASE ("n_utf32_le", ENCODING, "{\0\0\0}\0\0\0"),
  CASE ("n_utf32_be", ENCODING, "\0\0\0{\0\0\0}"),
  CASE ("n_zero_bytes", ENCODING, "\0\0\0\0\0\0\0\0"),
  CASE ("n_one_zero_byte", SYNTAX, "\0"),
  CASE ("n_zero_byte_after_end", SYNTAX, "[1]\0"),
  CASE ("n_zero_byte_in_array", SYNTAX, "[1,\0]"),
  CASE ("n_zero_byte_in_string", SYNTAX, "[\"abc\0\"]"),
  CASE ("n_array_open", SYNTAX, "["),
  CASE ("n_array_open_value", SYNTAX, "[1"),
  CASE ("n_array_open_comma", SYNTAX, "[1,"),
  CASE ("n_array_close_only", SYNTAX, "]"),
  CASE ("n_array_closed_twice", SYNTAX, "[]]"),
  CASE ("n_array_trailing_comma", SYNTAX, "[1,]"),
  CASE ("n_array_two_trailing_commas", SYNTAX, "[1,,]"),
  CASE ("n_array_leading_comma", SYNTAX, "[,1]"),
  CASE ("n_array_comma_only", SYNTAX, "[,]"),
  CASE ("n_array_two_commas", SYNTAX, "[1,,2]"),
  CASE ("n_array_no_comma", SYNTAX, "[1 2]"),
  CASE ("n_array_no_comma_before_array", SYNTAX, "[1[2]]"),
  CASE ("n_array_colon", SYNTAX, "[\"a\":1]"),
  CASE ("n_array_semicolon", SYNTAX, "[1;2]"),
  CASE ("n_array_closed_by_brace", SYNTAX, "[1}"),
  CASE ("n_array_empty_closed_by_brace", SYNTAX, "[}"),
  CASE ("n_array_comma_after", SYNTAX, "[1],"),
  CASE ("n_object_open", SYNTAX, "{"),
  CASE ("n_object_open_name", SYNTAX, "{\"a\""),
  CASE ("n_object_open_colon", SYNTAX, "{\"a\":"),
  CASE ("n_object_open_value", SYNTAX, "{\"a\":1"),
  CASE ("n_object_open_comma", SYNTAX, "{\"a\":1,"),
  CASE ("n_object_close_only", SYNTAX, "}"),
  CASE ("n_object_closed_twice", SYNTAX, "{}}"),
  CASE ("n_object_trailing_comma", SYNTAX, "{\"a\":1,}"),
  CASE ("n_object_two_commas", SYNTAX, "{\"a\":1,,\"b\":2}"),
  CASE ("n_object_leading_comma", SYNTAX, "{,\"a\":1}"),
  CASE ("n_object_comma_only", SYNTAX, "{,}"),
  CASE ("n_object_no_comma", SYNTAX, "{\"a\":1 \"b\":2}"),
  CASE ("n_object_no_colon", SYNTAX, "{\"a\" 1}"),
  CASE ("n_object_two_colons", SYNTAX, "{\"a\"::1}"),
  CASE ("n_object_equals", SYNTAX, "{\"a\"=1}"),
  CASE ("n_object_comma_for_colon", SYNTAX, "{\"a\",1}"),
  CASE ("n_object_no_value", SYNTAX, "{\"a\":}"),
  CASE ("n_object_no_value_comma", SYNTAX, "{\"a\":,\"b\":1}"),
  CASE ("n_object_name_only", SYNTAX, "{\"a\"}"),
  CASE ("n_object_unquoted_name", SYNTAX, "{a:1}"),
  CASE ("n_object_number_name", SYNTAX, "{1:1}"),
  CASE ("n_object_null_name", SYNTAX, "{null:1}"),
  CASE ("n_object_array_name", SYNTAX, "{[]:1}"),
  CASE ("n_object_object_name", SYNTAX, "{{}:1}"),
  CASE ("n_object_single_quotes", SYNTAX, "{'a':1}"),
  CASE ("n_object_typographic_quotes", SYNTAX, "{“a”:1}"),
  CASE ("n_object_closed_by_bracket", SYNTAX, "{\"a\":1]"),
  CASE ("n_object_two_values", SYNTAX, "{\"a\":1 2}"),
  CASE ("n_object_decimal_comma", SYNTAX, "{\"a\":1,5}"),
  CASE ("n_duplicate", DUPLICATE, "{\"a\":1,\"a\":2}"),
  CASE ("n_duplicate_same_value", DUPLICATE, "{\"a\":1,\"a\":1}"),
  CASE ("n_duplicate_empty_name", DUPLICATE, "{\"\":1,\"\":2}"),
  CASE ("n_duplicate_escaped", DUPLICATE, "{\"a\":1,\"\\u0061\":2}"),
  CASE ("n_duplicate_escaped_first", DUPLICATE, "{\"\\u0061\":1,\"a\":2}"),
  CASE ("n_duplicate_escaped_both", DUPLICATE, "{\"\\u00e9\":1,\"\\u00E9\":2}"),
  CASE ("n_duplicate_escaped_surrogates", DUPLICATE, "{\"\\ud83d\\ude00\":1,\"\U0001f600\":2}"),
  CASE ("n_duplicate_escaped_slash", DUPLICATE, "{\"a/b\":1,\"a\\/b\":2}"),
  CASE ("n_duplicate_escaped_newline", DUPLICATE, "{\"\\n\":1,\"\\u000a\":2}"),
  CASE ("n_duplicate_nested", DUPLICATE, "{\"x\":[{\"a\":1,\"b\":2,\"a\":3}]}"),
  CASE ("n_duplicate_around_child", DUPLICATE, "{\"a\":{\"b\":1},\"a\":2}"),
  CASE ("n_duplicate_long", DUPLICATE,
        "{\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\":0,\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\":0}"),
  CASE ("n_roots_two", SYNTAX, "{}{}"),
  CASE ("n_roots_number", SYNTAX, "1 2"),
  CASE ("n_roots_comma", SYNTAX, "1,2"),
  CASE ("n_roots_lines", SYNTAX, "{}\n{}\n"),
  CASE ("n_roots_text", SYNTAX, "[] end"),
  CASE ("n_comment_line", SYNTAX, "{ // comment\n}"),
  CASE ("n_comment_block", SYNTAX, "[1 /* one */]"),
  CASE ("n_comment_hash", SYNTAX, "# comment\n{}"),
  CASE ("n_comment_after", SYNTAX, "{} // comment"),
  CASE ("n_slash", SYNTAX, "[/]"),
  CASE ("n_html", SYNTAX, "<!DOCTYPE html><html></html>"),
  CASE ("n_word_true_capital", SYNTAX, "[True]"),
  CASE ("n_word_true_cut", SYNTAX, "[tru]"),
  CASE ("n_word_true_cut_at_end", SYNTAX, "tru"),
  CASE ("n_word_true_long", SYNTAX, "[truer]"),
  CASE ("n_word_null_capitals", SYNTAX, "[NULL]"),
  CASE ("n_word_null_cut", SYNTAX, "nul"),
  CASE ("n_word_false_long", SYNTAX, "[false_]"),
  CASE ("n_word_undefined", SYNTAX, "[undefined]"),
  CASE ("n_word_accent", SYNTAX, "[été]"),
  CASE ("n_number_leading_zero", NUMBER, "[01]"),
  CASE ("n_number_leading_zeros", NUMBER, "[00]"),
  CASE ("n_number_minus_leading_zero", NUMBER, "[-01]"),
  CASE ("n_number_leading_zero_fraction", NUMBER, "[00.5]"),
  CASE ("n_number_plus", NUMBER, "[+1]"),
  CASE ("n_number_minus_only", NUMBER, "[-]"),
  CASE ("n_number_minus_at_end", NUMBER, "-"),
  CASE ("n_number_two_minus", NUMBER, "[--1]"),
  CASE ("n_number_minus_space", NUMBER, "[- 1]"),
  CASE ("n_number_unicode_minus", NUMBER, "[−1]"),
  CASE ("n_number_point_first", NUMBER, "[.5]"),
  CASE ("n_number_minus_point", NUMBER, "[-.5]"),
  CASE ("n_number_point_last", NUMBER, "[5.]"),
  CASE ("n_number_point_exponent", NUMBER, "[5.e3]"),
  CASE ("n_number_point_at_end", NUMBER, "5."),
  CASE ("n_number_two_points", NUMBER, "[1.2.3]"),
  CASE ("n_number_exponent_empty", NUMBER, "[1e]"),
  CASE ("n_number_exponent_plus_empty", NUMBER, "[1e+]"),
  CASE ("n_number_exponent_at_end", NUMBER, "1e"),
  CASE ("n_number_exponent_twice", NUMBER, "[1e2e3]"),
  CASE ("n_number_exponent_fraction", NUMBER, "[1e2.5]"),
  CASE ("n_number_exponent_two_signs", NUMBER, "[1e+-2]"),
  CASE ("n_number_hexadecimal", NUMBER, "[0x1F]"),
  CASE ("n_number_underscore", NUMBER, "[1_000]"),
  CASE ("n_number_apostrophe", NUMBER, "[1'000]"),
  CASE ("n_number_letter", NUMBER, "[12a]"),
  CASE ("n_number_date", NUMBER, "[2027-01-05]"),
  CASE ("n_number_percent", SYNTAX, "[50%]"),
  CASE ("n_number_nan", NUMBER, "[NaN]"),
  CASE ("n_number_nan_small", NUMBER, "[nan]"),
  CASE ("n_number_infinity", NUMBER, "[Infinity]"),
  CASE ("n_number_minus_infinity", NUMBER, "[-Infinity]"),
  CASE ("n_number_overflow", NUMBER, "[1e999]"),
  CASE ("n_number_overflow_negative", NUMBER, "[-1e999]"),
  CASE ("n_number_overflow_just", NUMBER, "[1.8e308]"),
  CASE ("n_number_overflow_huge_exponent", NUMBER, "[1e99999999999999999999]"),
  CASE ("n_number_full_width", SYNTAX, "[１]"),
  CASE ("n_string_open", SYNTAX, "[\"abc"),
  CASE ("n_string_quote_only", SYNTAX, "\""),
  CASE ("n_string_open_escape", SYNTAX, "[\"abc\\"),
  CASE ("n_string_open_escaped_quote", SYNTAX, "[\"abc\\\"]"),
  CASE ("n_string_unquoted", SYNTAX, "[abc]"),
  CASE ("n_string_single_quotes", SYNTAX, "['abc']"),
  CASE ("n_string_backquotes", SYNTAX, "[`abc`]"),
  CASE ("n_string_quote_inside", SYNTAX, "[\"say \"hi\" now\"]"),
  CASE ("n_string_newline", SYNTAX, "[\"a\nb\"]"),
  CASE ("n_string_carriage_return", SYNTAX, "[\"a\rb\"]"),
  CASE ("n_string_tab", SYNTAX, "[\"a\tb\"]"),
  CASE ("n_string_control", SYNTAX, "[\"a\x01" "b\"]"),
  CASE ("n_string_unit_separator", SYNTAX, "[\"\x1f\"]"),
  CASE ("n_string_escape_x", SYNTAX, "[\"\\x41\"]"),
  CASE ("n_string_escape_single_quote", SYNTAX, "[\"\\'\"]"),
  CASE ("n_string_escape_zero", SYNTAX, "[\"\\0\"]"),
  CASE ("n_string_escape_capital_u", SYNTAX, "[\"\\U0041\"]"),
  CASE ("n_string_escape_newline", SYNTAX, "[\"\\\n\"]"),
  CASE ("n_string_escape_nul_byte", SYNTAX, "[\"\\\0\"]"),
  CASE ("n_string_escape_accent", SYNTAX, "[\"\\é\"]"),
  CASE ("n_string_unicode_escape_short", SYNTAX, "[\"\\u00e\"]"),
  CASE ("n_string_unicode_escape_letter", SYNTAX, "[\"\\u00eg\"]"),
  CASE ("n_string_unicode_escape_braces", SYNTAX, "[\"\\u{e9}\"]"),
  CASE ("n_string_unicode_escape_cut", SYNTAX, "[\"\\u00"),
  CASE ("n_string_unicode_escape_nul", ENCODING, "[\"\\u0000\"]"),
  CASE ("n_string_unicode_escape_nul_in_name", ENCODING, "{\"a\\u0000b\":1}"),
  CASE ("n_string_surrogate_high", ENCODING, "[\"\\ud800\"]"),
  CASE ("n_string_surrogate_low", ENCODING, "[\"\\udc00\"]"),
  CASE ("n_string_surrogate_high_twice", ENCODING, "[\"\\ud800\\ud800\"]"),
  CASE ("n_string_surrogate_swapped", ENCODING, "[\"\\ude00\\ud83d\"]"),
  CASE ("n_string_surrogate_high_text", ENCODING, "[\"\\ud83dabcdefgh\"]"),
  CASE ("n_string_surrogate_high_cut", ENCODING, "[\"\\ud83d\\ude0"),
  CASE ("n_utf8_latin1", ENCODING, "[\"caf\xe9\"]"),
  CASE ("n_utf8_latin1_in_name", ENCODING, "{\"caf\xe9\":1}"),
  CASE ("n_utf8_continuation_alone", ENCODING, "[\"\x80\"]"),
  CASE ("n_utf8_overlong_two", ENCODING, "[\"\xc0\xaf\"]"),
  CASE ("n_utf8_overlong_three", ENCODING, "[\"\xe0\x80\xaf\"]"),
  CASE ("n_utf8_overlong_four", ENCODING, "[\"\xf0\x80\x80\xaf\"]"),
  CASE ("n_utf8_surrogate", ENCODING, "[\"\xed\xa0\x80\"]"),
  CASE ("n_utf8_too_large", ENCODING, "[\"\xf4\x90\x80\x80\"]"),
  CASE ("n_utf8_five_bytes", ENCODING, "[\"\xf8\x88\x80\x80\x80\"]"),
  CASE ("n_utf8_ff", ENCODING, "[\"\xff\"]"),
  CASE ("n_utf8_cut_by_quote", ENCODING, "[\"\xe2\x82\"]"),
  CASE ("n_utf8_cut_by_end", ENCODING, "[\"\xe2\x82"),
  CASE ("n_utf8_outside_string", ENCODING, "[\xe9]"),
  CASE ("n_space_no_break", SYNTAX, "[\u00a0" "1]"),
  CASE ("n_space_form_feed", SYNTAX, "[\f1]"),
  CASE ("n_space_vertical_tab", SYNTAX, "[\v1]"),
  CASE ("n_space_zero_width", SYNTAX, "[1\u200b]"),
  CASE ("n_conflict", CONFLICT,
        "{\n<<<<<<< ours\n\"a\": 1\n=======\n\"a\": 2\n>>>>>>> theirs\n}\n"),
  CASE ("n_conflict_windows", CONFLICT,
        "{\r\n<<<<<<< ours\r\n\"a\": 1\r\n=======\r\n\"a\": 2\r\n>>>>>>> theirs\r\n}\r\n"),
  CASE ("n_conflict_first_line", CONFLICT, "<<<<<<< ours\n{}\n=======\n[]\n>>>>>>> theirs\n"),
  CASE ("n_conflict_middle_only", CONFLICT, "[1,\n=======\n2]"),
  CASE ("n_conflict_end_only", CONFLICT, "[1\n]\n>>>>>>> theirs"),
  CASE ("n_conflict_after_duplicate", CONFLICT,
        "{\"a\":1,\n\"a\":2\n<<<<<<< ours\n=======\n>>>>>>> theirs\n}"),
  CASE ("n_conflict_six", SYNTAX, "[1,\n======\n2]"),
  CASE ("n_conflict_eight", SYNTAX, "[1,\n========\n2]"),
  CASE ("n_conflict_indented", SYNTAX, "[1,\n =======\n2]"),
};

/* The scan promises that json-glib reads what it accepts. */
static void
assert_json_glib_reads (const char *text,
                        gsize       length)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *sheltered = NULL;

  text = okr_json_skip_bom (text, &length);
  sheltered = okr_json_shelter_numbers (text, length, &length);
  json_parser_load_from_data (parser, sheltered != NULL ? sheltered : text, (gssize) length,
                              &error);
  g_assert_no_error (error);
}

static void
test_case (gconstpointer data)
{
  const Case *self = data;
  /* Without a NUL behind it, so that a sanitizer sees every byte that is read too many. */
  g_autofree char *text = g_memdup2 (self->text, self->length);
  g_autoptr (GError) error = NULL;
  gboolean accepted = okr_json_scan (text, self->length, NULL, NULL, &error);

  g_assert_cmpint (accepted, ==, error == NULL);
  if (error != NULL)
    g_test_message ("%s", error->message);

  if (self->code == ACCEPTED)
    {
      g_assert_no_error (error);
      assert_json_glib_reads (self->text, self->length);
    }
  else
    {
      g_assert_error (error, OKR_JSON_ERROR, self->code);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
    }
}

/* A document cut anywhere is refused, and nothing is read behind its end. */
static void
test_cut (void)
{
  static const char text[] = "{\"a\":[1,-2.5e3,true,null,\"\\ud83d\\ude00é\"],\"b\":{\"c\":false}}";

  for (gsize length = 0; length < sizeof text - 1; length++)
    {
      g_autofree char *copy = g_memdup2 (text, length);

      g_assert_false (okr_json_scan (copy, length, NULL, NULL, NULL));
    }
  g_assert_true (okr_json_scan (text, sizeof text - 1, NULL, NULL, NULL));
}

/* A document with any byte changed is read to its end or refused; what is accepted, json-glib
 * reads. */
static void
test_damage (void)
{
  static const char text[] = "{\"a\":[1,-2.5e3,true,null,\"\\ud83d\\ude00é\"],\"b\":{\"c\":12}}";
  static const char alphabet[] = "\0\t\n \"',-./0159:=<>Ee[\\]{}abcdnu\x80\xc3\xed\xf4\xff";

  for (gsize i = 0; i < sizeof text - 1; i++)
    for (gsize j = 0; j < sizeof alphabet - 1; j++)
      {
        g_autofree char *copy = g_memdup2 (text, sizeof text - 1);
        g_autoptr (GError) error = NULL;

        copy[i] = alphabet[j];
        if (okr_json_scan (copy, sizeof text - 1, NULL, NULL, &error))
          assert_json_glib_reads (copy, sizeof text - 1);
        else
          g_assert_true (g_utf8_validate (error->message, -1, NULL));
      }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/json/corpus/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/json/corpus/cut", test_cut);
  g_test_add_func ("/json/corpus/damage", test_damage);

  return g_test_run ();
}
