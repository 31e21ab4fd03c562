/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "okr-document.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "okr-file-name.h"
#include "okr-file-reader.h"
#include "okr-file-writer.h"
#include "okr-json-scan.h"
#include "okr-lineage.h"
#include "okr-login.h"
#include "okr-merge.h"
#include "okr-reader.h"
#include "okr-terminal.h"
#include "okr-turn.h"
#include "okr-versions.h"
#include "okr-writer.h"

#define PATIENCE (40 * G_USEC_PER_SEC) /* for as long as others save all the time */
#define LONGEST_WAIT 20000               /* µs */

/* Where GVfs shows files of other machines as if they were here. */
static gboolean
is_of_gvfs (const char *path)
{
  g_autofree char *whole = g_canonicalize_filename (path, NULL);

  return strstr (whole, "/gvfs/") != NULL || strstr (whole, "/.gvfs/") != NULL;
}

/* A colon alone makes no address: "Q1: draft.okr" is a file. What is a file of this machine needs
 * none of GIO's modules, and to look for them takes longer than to read it. */
static GFile *
create_file (const char *argument)
{
  if (strstr (argument, "://") != NULL)
    return g_file_new_for_commandline_arg (argument);
  if (is_of_gvfs (argument))
    return g_file_new_for_path (argument);

  return g_vfs_get_file_for_path (g_vfs_get_local (), argument);
}

OkrDocument *
okr_document_new (const char *argument, OkrPlan *plan)
{
  OkrDocument *self = g_new0 (OkrDocument, 1);

  if (g_str_equal (argument, "-"))
    {
      self->name = g_strdup (_ ("standard input"));
    }
  else
    {
      self->file = create_file (argument);
      self->name = okr_file_describe (self->file);
    }
  if (plan != NULL)
    self->plan = g_object_ref (plan);

  return self;
}

void
okr_document_free (OkrDocument *self)
{
  g_clear_object (&self->file);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->sha256, g_free);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_object (&self->plan);
  g_free (self);
}

static GBytes *
read_standard_input (GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  guint8 buffer[1 << 16];
  gssize n;

  while ((n = read (STDIN_FILENO, buffer, sizeof buffer)) != 0)
    {
      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        {
          g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno),
                       /* Translators: the system's reason */
                       _ ("Standard input cannot be read: %s."), g_strerror (errno));
          return NULL;
        }
      g_byte_array_append (bytes, buffer, (guint) n);
      if (bytes->len > OKR_FILE_MAX_SIZE)
        break; /* the reader says that this is too much */
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/**
 * okr_document_complain:
 *
 * Tells what went wrong with the document.
 */
void
okr_document_complain (OkrDocument *self, const GError *error)
{
  if (error->domain == OKR_STORE_ERROR || self->file == NULL)
    okr_terminal_warn (error->message);
  else
    okr_terminal_hint ("%s: %s", self->name, error->message);
  if (self->file != NULL && error->domain == OKR_JSON_ERROR &&
      error->code == OKR_JSON_ERROR_CONFLICT_MARKERS)
    /* Translators: the name of a file */
    okr_terminal_hint (_ ("“okr merge %1$s -o %1$s” brings both sides together."), self->name);
}

static GBytes *
read_file (OkrDocument *self, GError **error)
{
  g_autoptr (GError) local = NULL;
  GBytes *bytes = okr_file_read (self->file, &self->sha256, NULL, &local);

  if (bytes == NULL && g_error_matches (local, OKR_STORE_ERROR, OKR_STORE_ERROR_LOGIN) &&
      okr_login (self->file))
    return okr_file_read (self->file, &self->sha256, NULL, error);
  if (bytes == NULL)
    g_propagate_error (error, g_steal_pointer (&local));

  return bytes;
}

/**
 * okr_document_read:
 * @argument: a file name, an address or "-"
 * @status: (out): what to exit with when it cannot be read
 *
 * Returns: (transfer full) (nullable): the document without its plan; if %NULL, the reason was told
 */
OkrDocument *
okr_document_read (const char *argument, OkrExit *status)
{
  g_autoptr (OkrDocument) self = NULL;
  g_autoptr (GError) error = NULL;

  if (*argument == '\0')
    {
      okr_terminal_hint (_ ("The file's name is empty."));
      *status = OKR_EXIT_USAGE;
      return NULL;
    }

  self = okr_document_new (argument, NULL);
  self->bytes = self->file != NULL ? read_file (self, &error) : read_standard_input (&error);
  if (self->bytes == NULL)
    {
      okr_document_complain (self, error);
      *status = OKR_EXIT_UNREADABLE;
      return NULL;
    }

  return g_steal_pointer (&self);
}

static void
parse (OkrDocument *self, GError **error)
{
  self->plan = okr_plan_new_from_bytes (self->bytes, NULL, error);
}

static gboolean
check_parsed (OkrDocument *self, const GError *error, OkrExit *status)
{
  if (self->plan != NULL)
    return TRUE;

  okr_document_complain (self, error);
  *status = OKR_EXIT_UNREADABLE;

  return FALSE;
}

static gboolean
check_editable (OkrDocument *self, OkrExit *status)
{
  const char *reason = okr_plan_get_read_only_reason (self->plan);

  if (reason == NULL)
    return TRUE;

  okr_terminal_hint ("%s: %s", self->name, reason);
  *status = OKR_EXIT_UNWRITABLE;

  return FALSE;
}

/**
 * okr_document_open:
 * @argument: a file name, an address or "-"
 * @status: (out): what to exit with when it cannot be opened
 *
 * Returns: (transfer full) (nullable): the document; if %NULL, the reason was told
 */
OkrDocument *
okr_document_open (const char *argument, OkrExit *status)
{
  g_autoptr (OkrDocument) self = okr_document_read (argument, status);
  g_autoptr (GError) error = NULL;

  if (self == NULL)
    return NULL;

  parse (self, &error);

  return check_parsed (self, error, status) ? g_steal_pointer (&self) : NULL;
}

/**
 * okr_document_open_to_edit:
 *
 * The same for a document that is to be changed.
 */
OkrDocument *
okr_document_open_to_edit (const char *argument, OkrExit *status)
{
  g_autoptr (OkrDocument) self = okr_document_open (argument, status);

  return self != NULL && check_editable (self, status) ? g_steal_pointer (&self) : NULL;
}

typedef struct
{
  OkrDocument *document;
  GThread *thread;
  GError *error;
} Parsing;

static gpointer
parse_in_thread (gpointer data)
{
  Parsing *self = data;

  parse (self->document, &self->error);

  return NULL;
}

/**
 * okr_documents_parse:
 * @documents: (array length=n): documents that were read
 * @n: how many; at most %OKR_DOCUMENTS_MAX
 * @status: (out): what to exit with when one of them is no plan
 *
 * Makes the plans of all of them at once, which is where a verb that needs several spends its time.
 *
 * Returns: whether all have one; if not, the reason was told for the first that has none
 */
gboolean
okr_documents_parse (OkrDocument *const *documents, guint n, OkrExit *status)
{
  Parsing parsings[OKR_DOCUMENTS_MAX] = { { NULL } };
  gboolean fine = TRUE;

  g_return_val_if_fail (n > 0 && n <= OKR_DOCUMENTS_MAX, FALSE);

  for (guint i = 0; i < n; i++)
    {
      parsings[i].document = documents[i];
      if (i > 0)
        parsings[i].thread = g_thread_try_new ("parse", parse_in_thread, &parsings[i], NULL);
      if (parsings[i].thread == NULL && i > 0)
        parse_in_thread (&parsings[i]);
    }
  parse_in_thread (&parsings[0]);
  for (guint i = 0; i < n; i++)
    {
      if (parsings[i].thread != NULL)
        g_thread_join (parsings[i].thread);
      fine = fine && check_parsed (documents[i], parsings[i].error, status);
      g_clear_error (&parsings[i].error);
    }

  return fine;
}

/**
 * okr_documents_parse_to_edit:
 *
 * The same for documents that must all be understood in full.
 */
gboolean
okr_documents_parse_to_edit (OkrDocument *const *documents, guint n, OkrExit *status)
{
  if (!okr_documents_parse (documents, n, status))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      if (!check_editable (documents[i], status))
        return FALSE;
    }

  return TRUE;
}

/* The version history is a net below the net: when it tears, nothing is said. */
static void
keep_version (OkrDocument *self, GBytes *bytes)
{
  okr_versions_add (okr_item_get_id (OKR_ITEM (self->plan)), bytes, g_get_real_time (), NULL);
}

static gboolean
write_file (OkrDocument *self, GBytes *bytes, GError **error)
{
  if (self->bytes != NULL)
    keep_version (self, self->bytes);
  if (!okr_file_write (self->file, bytes, self->sha256, OKR_FILE_WRITE_NONE, NULL, NULL, error))
    return FALSE;
  keep_version (self, bytes);

  return TRUE;
}

/**
 * okr_document_put:
 * @bytes: a document of the same plan
 *
 * Writes @bytes where the plan came from; where a file has changed meanwhile, nothing is written.
 * What the file held, and what it holds then, go to the version history.
 *
 * Returns: what to exit with; if it is not fine, the reason was told
 */
OkrExit
okr_document_put (OkrDocument *self, GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  gsize size;
  gconstpointer data;

  if (self->file == NULL)
    {
      data = g_bytes_get_data (bytes, &size);
      okr_terminal_put_bytes (data, size);
      return OKR_EXIT_FINE; /* main() looks whether it went out */
    }
  if (write_file (self, bytes, &error))
    return OKR_EXIT_FINE;

  okr_document_complain (self, error);

  return OKR_EXIT_UNWRITABLE;
}

/* The new state remembers the one that it comes from; writing the same thing down again is none. */
static void
extend_lineage (OkrDocument *self)
{
  g_autofree char *sha256 = NULL;

  if (self->bytes == NULL || !okr_history_is_modified (okr_plan_get_history (self->plan)))
    return;

  sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, self->bytes);
  okr_lineage_extend (self->plan, (const char *const[]){ sha256, NULL });
}

static guint
count_conflicts (OkrPlan *plan)
{
  return g_list_model_get_n_items (okr_plan_get_conflicts (plan));
}

/* Somebody else has saved since: both come together, unless both changed the same. */
static gboolean
take_in (OkrDocument *self)
{
  g_autofree char *sha256 = NULL;
  g_autoptr (GBytes) bytes = okr_file_read (self->file, &sha256, NULL, NULL);
  g_autoptr (OkrPlan) base = NULL;
  g_autoptr (OkrPlan) theirs = NULL;
  g_autoptr (OkrMergeResult) result = NULL;

  if (bytes == NULL || self->bytes == NULL)
    return FALSE;
  base = okr_plan_new_from_bytes (self->bytes, NULL, NULL);
  theirs = okr_plan_new_from_bytes (bytes, NULL, NULL);
  if (base != NULL && theirs != NULL)
    result = okr_merge (base, self->plan, theirs, NULL);
  if (result == NULL || count_conflicts (result->plan) > count_conflicts (theirs) ||
      !okr_plan_become (self->plan, result->plan, _ ("Merge"), NULL))
    return FALSE;

  g_bytes_unref (self->bytes);
  self->bytes = g_steal_pointer (&bytes);
  g_free (self->sha256);
  self->sha256 = g_steal_pointer (&sha256);

  return TRUE;
}

/* Those who have no turn, such as other users, get through in any order. */
static void
let_others_go (void)
{
  g_usleep ((gulong) g_random_int_range (1000, LONGEST_WAIT));
}

static gboolean
save_file (OkrDocument *self, GError **error)
{
  G_GNUC_UNUSED g_autoptr (OkrTurn) turn =
      okr_turn_take (okr_item_get_id (OKR_ITEM (self->plan)), PATIENCE);
  const gint64 deadline = g_get_monotonic_time () + PATIENCE;

  while (TRUE)
    {
      g_autoptr (GError) local = NULL;
      g_autoptr (GBytes) bytes = NULL;

      extend_lineage (self);
      bytes = okr_plan_to_bytes (self->plan);
      if (okr_plan_verify_bytes (self->plan, bytes, &local) && write_file (self, bytes, &local))
        return TRUE;
      if (!g_error_matches (local, OKR_STORE_ERROR, OKR_STORE_ERROR_CHANGED_ON_DISK) ||
          g_get_monotonic_time () > deadline || !take_in (self))
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
      let_others_go ();
    }
}

/**
 * okr_document_save:
 *
 * The same with what the plan says now. Where the file has changed meanwhile, the plan takes that
 * in first, unless both changed the same.
 */
OkrExit
okr_document_save (OkrDocument *self)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  if (self->file != NULL && save_file (self, &error))
    return OKR_EXIT_FINE;
  if (self->file == NULL)
    {
      extend_lineage (self);
      bytes = okr_plan_to_bytes (self->plan);
      if (okr_plan_verify_bytes (self->plan, bytes, &error))
        return okr_document_put (self, bytes);
    }
  okr_document_complain (self, error);

  return OKR_EXIT_UNWRITABLE;
}

/**
 * okr_document_save_if_modified:
 *
 * The same after an edit that may have changed nothing. Standard output gets the document anyway.
 */
OkrExit
okr_document_save_if_modified (OkrDocument *self)
{
  if (self->file != NULL && !okr_history_is_modified (okr_plan_get_history (self->plan)))
    return OKR_EXIT_FINE;

  return okr_document_save (self);
}

/**
 * okr_document_print_id:
 * @item: a new item
 *
 * Prints the id to standard output, or where the document itself goes there, to standard error.
 */
void
okr_document_print_id (OkrDocument *self, OkrItem *item)
{
  g_autofree char *line = g_strconcat (okr_item_get_id (item), "\n", NULL);

  if (self->file != NULL)
    okr_terminal_put (line);
  else
    fputs (line, stderr);
}
