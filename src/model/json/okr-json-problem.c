/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"


#include "okr-json-problem-private.h"

#include "okr-json-scan.h"
#include "okr-json-token-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What a message quotes is cut to this many characters. */
#define MAX_QUOTED 40

G_DEFINE_QUARK (okr-json-error-quark, okr_json_error)

typedef struct
{
  OkrJsonError code;
  const char *sentence;
} Message;

/* Translators: each of these stands after "Line 12, column 5: ". */
static const Message messages[] = {
  [OKR_JSON_PROBLEM_NOT_UTF8] = {
    OKR_JSON_ERROR_ENCODING,
    N_("this character is not UTF-8 text. Save the file in the encoding UTF-8.") },
  [OKR_JSON_PROBLEM_MARKUP] = {
    OKR_JSON_ERROR_SYNTAX,
    N_("this is a web page or another document with <tags>, not JSON. Fetch the file again: "
       "perhaps a sign-in page was saved in its place.") },
  [OKR_JSON_PROBLEM_CONFLICT] = {
    OKR_JSON_ERROR_CONFLICT_MARKERS,
    N_("the file has an unresolved git conflict. Merge the two versions, then open the "
       "result.") },
  [OKR_JSON_PROBLEM_DEPTH] = {
    OKR_JSON_ERROR_DEPTH,
    N_("lists and objects are nested more than 64 levels deep. Remove this level.") },
  [OKR_JSON_PROBLEM_MEMBER_COMMA] = {
    OKR_JSON_ERROR_SYNTAX,
    N_("a comma is missing between two members. Put a comma at the end of the previous one.") },
  [OKR_JSON_PROBLEM_ELEMENT_COMMA] = {
    OKR_JSON_ERROR_SYNTAX,
    N_("a comma is missing between two elements of a list. Put a comma at the end of the "
       "previous one.") },
  [OKR_JSON_PROBLEM_TRAILING_MEMBER_COMMA] = {
    OKR_JSON_ERROR_SYNTAX,
    N_("there is a comma after the last member. Remove the comma.") },
  [OKR_JSON_PROBLEM_TRAILING_ELEMENT_COMMA] = {
    OKR_JSON_ERROR_SYNTAX,
    N_("there is a comma after the last element of a list. Remove the comma.") },
  [OKR_JSON_PROBLEM_TWO_COMMAS] = {
    OKR_JSON_ERROR_SYNTAX,
    N_("there are two commas in a row. Remove one of them.") },
  [OKR_JSON_PROBLEM_DECIMAL_COMMA] = {
    OKR_JSON_ERROR_SYNTAX,
    N_("a member’s name was expected after the comma, but a number was found. Write a decimal "
       "number with a point: 1.5") },
  [OKR_JSON_PROBLEM_COLON] = {
    OKR_JSON_ERROR_SYNTAX,
    N_("a colon is missing between the name of a member and its value. Put a colon after the "
       "name.") },
  [OKR_JSON_PROBLEM_COLON_IN_LIST] = {
    OKR_JSON_ERROR_SYNTAX,
    N_("a colon stands between two elements of a list. Write a comma, or put the name and its "
       "value in braces.") },
  [OKR_JSON_PROBLEM_VALUE_MISSING] = {
    OKR_JSON_ERROR_SYNTAX,
    N_("a value is missing here. Write the value, or remove the comma or the name that it "
       "belongs to.") },
  [OKR_JSON_PROBLEM_COMMENT] = {
    OKR_JSON_ERROR_SYNTAX,
    N_("comments are not allowed in this file. Remove the comment.") },
  [OKR_JSON_PROBLEM_QUOTES] = {
    OKR_JSON_ERROR_SYNTAX,
    N_("text is put in straight double quotation marks, but other quotation marks were found. "
       "Write \"text\".") },
  [OKR_JSON_PROBLEM_NAME_QUOTES] = {
    OKR_JSON_ERROR_SYNTAX,
    N_("the name of a member must stand in double quotation marks. Write \"name\".") },
  [OKR_JSON_PROBLEM_QUOTE_IN_TEXT] = {
    OKR_JSON_ERROR_SYNTAX,
    N_("the text ended just before this, but more of it follows. Write a quotation mark inside "
       "a text as \\\".") },
  [OKR_JSON_PROBLEM_MORE_AFTER_END] = {
    OKR_JSON_ERROR_SYNTAX,
    N_("there is more after the end of the document. Remove all from here on.") },
  [OKR_JSON_PROBLEM_EXTRA_BRACKET] = {
    OKR_JSON_ERROR_SYNTAX,
    N_("there is one closing bracket too many. Remove it.") },
  [OKR_JSON_PROBLEM_LINE_BREAK] = {
    OKR_JSON_ERROR_SYNTAX,
    N_("a text is not closed at the end of its line. Put a quotation mark at its end, or write "
       "the line break as \\n.") },
  [OKR_JSON_PROBLEM_TAB] = {
    OKR_JSON_ERROR_SYNTAX,
    N_("there is a tab character inside a text. Write it as \\t.") },
  [OKR_JSON_PROBLEM_UNICODE_ESCAPE] = {
    OKR_JSON_ERROR_SYNTAX,
    N_("\\u must be followed by four digits from 0 to 9 or A to F. Write for example \\u00e9, or "
       "the character itself.") },
  [OKR_JSON_PROBLEM_NUL_ESCAPE] = {
    OKR_JSON_ERROR_ENCODING,
    N_("the character \\u0000 is not allowed in a text. Remove it.") },
  [OKR_JSON_PROBLEM_SURROGATE] = {
    OKR_JSON_ERROR_ENCODING,
    N_("this is only one half of a character that is written in two halves. Write the character "
       "itself, or both halves.") },
  [OKR_JSON_PROBLEM_LEADING_ZERO] = {
    OKR_JSON_ERROR_NUMBER,
    N_("a number must not begin with a needless 0. Remove the 0.") },
  [OKR_JSON_PROBLEM_PLUS] = {
    OKR_JSON_ERROR_NUMBER,
    N_("a number must not begin with a plus sign. Remove the sign.") },
  [OKR_JSON_PROBLEM_MINUS] = {
    OKR_JSON_ERROR_NUMBER,
    N_("this dash is not the minus sign of the keyboard. Write -1.") },
  [OKR_JSON_PROBLEM_POINT] = {
    OKR_JSON_ERROR_NUMBER,
    N_("a decimal point needs a digit before it and one after it. Write for example 0.5.") },
  [OKR_JSON_PROBLEM_EXPONENT] = {
    OKR_JSON_ERROR_NUMBER,
    N_("the exponent of a number has no digits. Write for example 1e6.") },
  [OKR_JSON_PROBLEM_NUMBER_FORM] = {
    OKR_JSON_ERROR_NUMBER,
    N_("this is not a number. Write for example 12, -3.5 or 1e6, without units and without "
       "separators between thousands.") },
  [OKR_JSON_PROBLEM_NOT_FINITE] = {
    OKR_JSON_ERROR_NUMBER,
    N_("infinity and “not a number” are not allowed. Write a number, or remove the member.") },
  [OKR_JSON_PROBLEM_TOO_LARGE] = {
    OKR_JSON_ERROR_NUMBER,
    N_("this number is too large. Write a number below 1.7e308.") },
};

typedef struct
{
  guint line;
  guint column;
} Position;

static gboolean
is_line_end (const char *at,
             const char *end)
{
  return *at == '\n' || (*at == '\r' && (at + 1 == end || at[1] != '\n'));
}

void
okr_json_position (const char *text,
                   const char *end,
                   const char *at,
                   guint      *line,
                   guint      *column)
{
  gsize length = (gsize) (end - text);

  g_assert (text <= at && at <= end && line != NULL && column != NULL);

  *line = 1;
  *column = 1;
  for (text = okr_json_skip_bom (text, &length); text < at; text++)
    {
      if (is_line_end (text, end))
        {
          *line += 1;
          *column = 1;
        }
      else if (((guchar) *text & 0xc0) != 0x80)
        {
          *column += 1;
        }
    }
}

/* The character itself where it can be seen, else its number. */
static char *
dup_character (const char *at,
               const char *end)
{
  guint length = okr_json_token_character (at, end);
  gunichar c = length > 0 ? g_utf8_get_char (at) : (guchar) *at;

  if (length > 0 && g_unichar_isgraph (c) && !g_unichar_ismark (c))
    return g_strndup (at, length);

  return g_strdup_printf ("U+%04X", c);
}

static char *
dup_quoted (const char *start,
            const char *end)
{
  g_autofree char *text = g_utf8_make_valid (start, end - start);
  g_autofree char *begin = NULL;

  if (g_utf8_strlen (text, -1) <= MAX_QUOTED)
    return g_steal_pointer (&text);

  begin = g_utf8_substring (text, 0, MAX_QUOTED);

  return g_strconcat (begin, "…", NULL);
}

static char *
dup_name (const char *quote,
          const char *end)
{
  OkrJsonProblem ignored = { 0 };
  gboolean has_escapes;
  const char *behind = okr_json_token_string (quote, end, &has_escapes, &ignored);

  g_assert (behind != NULL);

  return dup_quoted (quote + 1, behind - 1);
}

static char *
dup_word (const char *at,
          const char *end)
{
  const char *behind = at;

  while (behind < end && (g_ascii_isalnum (*behind) || *behind == '_' || *behind == '$'))
    behind++;

  return dup_quoted (at, behind);
}

static char *
dup_duplicate_sentence (const OkrJsonProblem *problem,
                        const char           *end,
                        Position              first)
{
  g_autofree char *name = dup_name (problem->at, end);

  /* Translators: stands after "Line 12, column 5: ". %1$s is the name of a member, as title; the
   * figures say where the first member of this name stands. */
  return g_strdup_printf (_("the member “%1$s” is there twice: first in line %2$u, column %3$u. "
                            "Remove one of the two."),
                          name, first.line, first.column);
}

static char *
dup_unexpected_sentence (const OkrJsonProblem *problem,
                         const char           *end)
{
  g_autofree char *found = dup_character (problem->at, end);

  /* Translators: these stand after "Line 12, column 5: ". %s is the character that was found. */
  if (problem->kind == OKR_JSON_PROBLEM_NO_VALUE)
    return g_strdup_printf (_("a value was expected, but “%s” was found. Write a text in double "
                              "quotation marks, a number, true, false, or remove the “%s”."),
                            found, found);
  if (problem->kind == OKR_JSON_PROBLEM_NO_NAME)
    return g_strdup_printf (_("the name of a member in double quotation marks was expected, but "
                              "“%s” was found. Write the name, or remove what is in its place."),
                            found);
  if (problem->kind == OKR_JSON_PROBLEM_NO_MEMBER_END)
    return g_strdup_printf (_("a comma or a closing brace “}” was expected after a member, but "
                              "“%s” was found. Write one of them, or remove what is in its place."),
                            found);

  g_assert (problem->kind == OKR_JSON_PROBLEM_NO_ELEMENT_END);

  return g_strdup_printf (_("a comma or a closing bracket “]” was expected after an element of a "
                            "list, but “%s” was found. Write one of them, or remove what is in "
                            "its place."),
                          found);
}

static char *
dup_bracket_sentence (const OkrJsonProblem *problem,
                      Position              open)
{
  if (problem->kind == OKR_JSON_PROBLEM_BRACE_FOR_BRACKET)
    /* Translators: stands after "Line 12, column 5: ". */
    return g_strdup_printf (_("a “}” was found where the list that begins in line %1$u, column "
                              "%2$u must be closed with “]”. Write “]” before it."),
                            open.line, open.column);

  g_assert (problem->kind == OKR_JSON_PROBLEM_BRACKET_FOR_BRACE);

  /* Translators: stands after "Line 12, column 5: ". */
  return g_strdup_printf (_("a “]” was found where the object that begins in line %1$u, column "
                            "%2$u must be closed with “}”. Write “}” before it."),
                          open.line, open.column);
}

static char *
dup_found_sentence (const OkrJsonProblem *problem,
                    const char           *end)
{
  g_autofree char *found = NULL;

  if (problem->kind == OKR_JSON_PROBLEM_WORD)
    {
      found = dup_word (problem->at, end);
      /* Translators: stands after "Line 12, column 5: ". %s is a word that is not known. */
      return g_strdup_printf (_("“%s” has no meaning here. Put a text in double quotation marks, "
                                "or write true or false."),
                              found);
    }
  if (problem->kind == OKR_JSON_PROBLEM_ESCAPE)
    {
      found = dup_character (problem->at + 1, end);
      /* Translators: stands after "Line 12, column 5: ". %s is the character after "\". */
      return g_strdup_printf (_("a backslash before “%s” has no meaning. Write a backslash inside "
                                "a text as \\\\."),
                              found);
    }

  g_assert (problem->kind == OKR_JSON_PROBLEM_CONTROL);

  /* Translators: stands after "Line 12, column 5: ". %04X is the number of a character. */
  return g_strdup_printf (_("the invisible control character U+%04X is inside a text. Remove "
                            "it."),
                          (guint) (guchar) *problem->at);
}

static char *
dup_sentence (const OkrJsonProblem *problem,
              const char           *end,
              Position              related)
{
  if (problem->kind < G_N_ELEMENTS (messages))
    {
      g_assert (messages[problem->kind].sentence != NULL);
      return g_strdup (_(messages[problem->kind].sentence));
    }
  if (problem->kind == OKR_JSON_PROBLEM_DUPLICATE)
    return dup_duplicate_sentence (problem, end, related);
  if (problem->kind >= OKR_JSON_PROBLEM_BRACE_FOR_BRACKET)
    return dup_bracket_sentence (problem, related);
  if (problem->kind >= OKR_JSON_PROBLEM_NO_VALUE)
    return dup_unexpected_sentence (problem, end);

  return dup_found_sentence (problem, end);
}

/* What concerns the file and not one place in it. */
static const char *
get_whole_sentence (OkrJsonProblemKind kind)
{
  if (kind == OKR_JSON_PROBLEM_EMPTY)
    return _("The file is empty. Restore it from a backup, or choose another file.");
  if (kind == OKR_JSON_PROBLEM_UTF16)
    return _("The file is in the encoding UTF-16. Save it in the encoding UTF-8.");
  if (kind == OKR_JSON_PROBLEM_UTF32)
    return _("The file is in the encoding UTF-32. Save it in the encoding UTF-8.");
  if (kind == OKR_JSON_PROBLEM_ZEROED)
    return _("The file is damaged: it begins with zero bytes in place of text. Restore it from a "
             "backup.");

  return NULL;
}

static char *
dup_end_message (OkrJsonProblemKind kind,
                 Position           open)
{
  if (kind == OKR_JSON_PROBLEM_END_IN_OBJECT)
    return g_strdup_printf (_("Line %1$u, column %2$u: the object that begins here is not closed "
                              "before the end of the file. Perhaps the end of the file was lost: "
                              "fetch it again, or add the missing “}”."),
                            open.line, open.column);
  if (kind == OKR_JSON_PROBLEM_END_IN_LIST)
    return g_strdup_printf (_("Line %1$u, column %2$u: the list that begins here is not closed "
                              "before the end of the file. Perhaps the end of the file was lost: "
                              "fetch it again, or add the missing “]”."),
                            open.line, open.column);
  if (kind == OKR_JSON_PROBLEM_END_IN_TEXT)
    return g_strdup_printf (_("Line %1$u, column %2$u: the text that begins here is not closed "
                              "before the end of the file. Perhaps the end of the file was lost: "
                              "fetch it again, or add the missing quotation mark."),
                            open.line, open.column);

  return NULL;
}

static OkrJsonError
get_code (OkrJsonProblemKind kind)
{
  if (kind == OKR_JSON_PROBLEM_EMPTY)
    return OKR_JSON_ERROR_EMPTY;
  if (kind >= OKR_JSON_PROBLEM_UTF16 && kind <= OKR_JSON_PROBLEM_ZEROED)
    return OKR_JSON_ERROR_ENCODING;
  if (kind == OKR_JSON_PROBLEM_DUPLICATE)
    return OKR_JSON_ERROR_DUPLICATE;

  return kind < G_N_ELEMENTS (messages) ? messages[kind].code : OKR_JSON_ERROR_SYNTAX;
}

static Position
get_position (const char *text,
              const char *end,
              const char *at)
{
  Position position = { 0 };

  if (at != NULL)
    okr_json_position (text, end, at, &position.line, &position.column);

  return position;
}

void
okr_json_problem_set_error (const OkrJsonProblem *problem,
                            const char           *text,
                            const char           *end,
                            GError              **error)
{
  Position at = get_position (text, end, problem->at);
  Position related = get_position (text, end, problem->related);
  g_autofree char *message = g_strdup (get_whole_sentence (problem->kind));

  g_assert (problem->kind != OKR_JSON_PROBLEM_NONE);

  if (message == NULL)
    message = dup_end_message (problem->kind, related);
  if (message == NULL)
    {
      g_autofree char *sentence = dup_sentence (problem, end, related);

      /* Translators: %3$s is the sentence that says what is wrong there and what to do. */
      message = g_strdup_printf (_("Line %1$u, column %2$u: %3$s"), at.line, at.column, sentence);
    }

  g_set_error_literal (error, OKR_JSON_ERROR, (int) get_code (problem->kind), message);
}
